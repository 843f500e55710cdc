// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

/// The data that a run is reported on, found again by its record, or why they are not there.
package enum RunReportData: Sendable {
  case found(TrainingData)
  case absent(reason: String)

  /// Where the data are looked for.
  package struct Place: Sendable {
    /// What to read instead of the source that run.json names.
    package var data: String?
    /// Where catalog names are looked up first.
    package var dataDirectory: String?

    package init(data: String? = nil, dataDirectory: String? = nil) {
      self.data = data
      self.dataDirectory = dataDirectory
    }
  }

  /// Reads the data of a run and divides them as it did.
  ///
  /// Without `place.data`, what goes wrong is the reason for which they are absent.
  ///
  /// - Throws: Where `place.data` is given: `RunReportError.otherData`, and what is wrong with it.
  package static func find(
    for contents: RunContents, in place: Place, environment: [String: String],
    execution: Execution
  ) throws -> RunReportData {
    do {
      return .found(
        try read(contents.record, in: place, environment: environment, execution: execution))
    } catch {
      if place.data != nil { throw error }
      return .absent(reason: "\(error)")
    }
  }

  private static func read(
    _ record: RunRecord, in place: Place, environment: [String: String], execution: Execution
  ) throws -> TrainingData {
    var configuration = record.configuration.located(at: record.sources)
    if let data = place.data { configuration.data = data }
    if let folder = place.dataDirectory { configuration.dataDirectory = folder }
    let sources = try TrainingSources.resolve(configuration, environment: environment)
    let all = [sources.training, sources.validation, sources.test].compactMap { $0 }
    guard !all.contains(where: { $0.kind == .standardInput }) else { throw GoneInput() }
    for source in all { try source.checkMemory() }
    let data = try sources.load(configuration, execution: execution)
    do throws(TrainingDataError) {
      _ = try data.record(into: record.sources)
    } catch {
      guard case .changed(let path, let expected, let found) = error else { throw error }
      throw RunReportError.otherData(
        path: place.data ?? path, expected: expected, found: found)
    }
    return data
  }

  /// What standard input held cannot be read again.
  private struct GoneInput: Error, CustomStringConvertible {
    var description: String {
      "the rows came from standard input; give a file that holds them with --data"
    }
  }
}
