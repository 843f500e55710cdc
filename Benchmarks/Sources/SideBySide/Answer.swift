// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier
import Workloads

/// What a request is answered with.
enum Answer: Encodable {
  case subject(SubjectAnswer)
  case times(TimesAnswer)
  case error(ErrorAnswer)

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .subject(let answer): try answer.encode(to: encoder)
    case .times(let answer): try answer.encode(to: encoder)
    case .error(let answer): try answer.encode(to: encoder)
    }
  }
}

struct SubjectAnswer: Encodable {
  /// As it was requested.
  let subject: JSONValue
  /// Input, hidden layers, output.
  let widths: [Int]
  let activations: [String]
  let head: String
  /// Rows of its data.
  let rows: Int
  let zeroFraction: [Double]
  let inputZeroFraction: Double
  let parameters: Int
  let version = RectifierVersion.text
  let instructionSet = InstructionSet.selected.rawValue
  let processors = Execution.processorCount

  init(_ subject: Subject, request: JSONValue) throws {
    let architecture = subject.model.network.architecture
    let facts = try SubjectFacts(subject)
    self.subject = request
    widths = architecture.widths
    activations = architecture.activations.map(\.name)
    head = architecture.head.name
    rows = subject.data.rowCount
    zeroFraction = facts.zeroFraction
    inputZeroFraction = facts.inputZeroFraction
    parameters = architecture.parameterCount
  }
}

struct TimesAnswer: Encodable {
  /// The median of the calls.
  let microsecondsPerSample: Double
  /// The fastest call, microseconds a sample.
  let least: Double
  /// Calls that were timed.
  let calls: Int

  init(_ times: CallTimes, batchSize: Int) {
    microsecondsPerSample = 1e6 * times.median / Double(batchSize)
    least = 1e6 * times.least / Double(batchSize)
    calls = times.count
  }
}

struct ErrorAnswer: Encodable {
  /// One line.
  let error: String
}
