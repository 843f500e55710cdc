// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierInterchange
import RectifierNumerics

/// How a pre-training run was made and what came of it, kept as `run.json`.
package struct PretrainRecord: Equatable, Sendable {
  package var configuration: PretrainConfiguration
  package var sources: [SourceRecord]
  package var status = RunRecord.Status.running
  /// The error that ended the run.
  package var failure: String?
  package var version = RectifierVersion.text
  package var threadCount: Int
  package var instructionSet: InstructionSet
  package var startedAt: String
  package var updatedAt: String
  /// One a layer that is done.
  package var layers: [PretrainedLayerResult] = []

  package init(
    configuration: PretrainConfiguration, sources: [SourceRecord], execution: Execution
  ) {
    self.configuration = configuration
    self.sources = sources
    threadCount = execution.threadCount
    instructionSet = execution.instructionSet
    startedAt = Date.now.ISO8601Format()
    updatedAt = startedAt
  }

  /// What was found in the data, by what it was used for.
  var contents: [SourceRecord.Role: SourceRecord.Content] {
    sources.reduce(into: [:]) { $0[$1.role] = $1.content }
  }

  package var isFinished: Bool { status == .finished }

  /// Writes the record as it is now, with the time.
  package mutating func write(to path: String) throws {
    updatedAt = Date.now.ISO8601Format()
    try AtomicFile.write(try json.text(.indented, nonFinite: .null) + "\n", to: path)
  }
}
