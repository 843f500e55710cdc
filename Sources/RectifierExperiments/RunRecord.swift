// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierInterchange
import RectifierNumerics

/// How a run was made and what came of it, kept as `run.json`.
///
/// It is written before data are read and again whenever its status changes.
package struct RunRecord: Equatable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    /// Under way, or killed without notice.
    case running
    /// Ended by a signal after a checkpoint; it can be resumed.
    case stopped
    /// Ended by an error, which `failure` names.
    case failed
    /// All epochs are done, or patience has run out.
    case finished
  }

  package var configuration: TrainConfiguration
  package var sources: [SourceRecord]
  package var status = Status.running
  /// The error that ended the run.
  package var failure: String?
  package var versions = [
    VersionRecord(name: "rectifier", version: RectifierVersion.text)
  ]
  package var threadCount: Int
  package var instructionSet: InstructionSet
  package var startedAt: String
  package var updatedAt: String
  package var results: TrainingResults?

  package init(
    configuration: TrainConfiguration, sources: [SourceRecord], execution: Execution
  ) {
    self.configuration = configuration
    self.sources = sources
    threadCount = execution.threadCount
    instructionSet = execution.instructionSet
    startedAt = Self.now()
    updatedAt = startedAt
  }

  package var isFinished: Bool { status == .finished }

  /// Writes the record as it is now, with the time.
  package mutating func write(to path: String) throws {
    updatedAt = Self.now()
    try AtomicFile.write(try json.text(.indented, nonFinite: .null) + "\n", to: path)
  }

  /// The time in UTC, `2011-04-11T09:00:00Z`.
  static func now() -> String { Date.now.ISO8601Format() }
}

/// One part of the data: where it lies, and what was found there.
package struct SourceRecord: Equatable, Sendable {
  package enum Role: String, CaseIterable, Sendable {
    case training, validation, test
  }

  package var role: Role
  /// What was asked for: a path or a catalog name.
  package var argument: String
  /// Where that was found.
  package var path: String
  /// Nil until the data have been read.
  package var content: Content?

  package struct Content: Equatable, Sendable {
    package var part: String
    package var sampleCount: Int
    package var checksum: String

    package init(part: String, sampleCount: Int, checksum: String) {
      self.part = part
      self.sampleCount = sampleCount
      self.checksum = checksum
    }
  }

  package init(role: Role, argument: String, path: String, content: Content? = nil) {
    self.role = role
    self.argument = argument
    self.path = path
    self.content = content
  }
}

/// A program or format that took part in a run.
package struct VersionRecord: Equatable, Sendable {
  package var name: String
  package var version: String
}
