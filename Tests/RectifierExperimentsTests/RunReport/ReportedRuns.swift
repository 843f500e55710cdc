// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTestSupport
import Testing

/// Short runs of each kind, and the pages about them.
struct ReportedRuns {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Trains on images of four classes, or goes on as the change says.
  func train(
    _ name: String, _ change: (inout TrainConfiguration) throws -> Void = { _ in },
    stop: @escaping () -> Bool = { false }
  ) throws {
    var configuration = TrainConfiguration(data: scratch.file("data"))
    configuration.hiddenWidths = [8, 5]
    configuration.activationL1 = [0.001]
    configuration.epochCount = 2
    configuration.threadCount = 1
    try change(&configuration)
    if configuration.data == scratch.file("data") {
      try QuadrantFolder.write(in: scratch, "data")
    }
    let session = try TrainingSession.start(
      configuration, out: scratch.file(name), environment: [:])
    _ = try session.run(TrainingEvents(shouldStop: stop))
  }

  /// Trains on a table of shops with one of its columns as the target.
  func trainOnShops(
    _ name: String, _ change: (inout TrainConfiguration) throws -> Void
  ) throws {
    let path = try scratch.write(Array(RowFiles.shops().utf8), "shops.csv")
    try train(name) {
      $0.data = path
      $0.input.table.texts = ["review"]
      try change(&$0)
    }
  }

  func contents(_ name: String) throws -> RunContents {
    try RunContents(contentsOf: scratch.file(name))
  }

  /// Sees that a page holds the texts.
  func expect(
    _ page: String, has texts: String..., location: SourceLocation = #_sourceLocation
  ) {
    for text in texts {
      #expect(page.contains(text), "no \(text)", sourceLocation: location)
    }
  }

  /// The page about a run.
  func page(
    _ name: String, in place: RunReportData.Place = RunReportData.Place()
  ) throws -> String {
    let contents = try contents(name)
    let data = try RunReportData.find(
      for: contents, in: place, environment: [:], execution: .default)
    return try RunReport(contents, data: data, execution: .default).text
  }
}
