// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct MadeUpReviewsTests {
  @Test func theFilesAreReadAsThoseOfTheCatalog() throws {
    let scratch = try ScratchFolder()
    for reproduction in [Reproduction.table2, .amazon] {
      let place = try #require(try reproduction.makeData(.smoke, below: scratch.path))
      let trial = try #require(try reproduction.trials(.smoke).last).locatingData(in: place)
      let data = try TrainingSources.resolve(trial.configuration, environment: [:])
        .load(trial.configuration)
      #expect(data.test?.data.rowCount ?? 0 >= 18)
      let pretraining = try #require(
        try reproduction.trials(.smoke).compactMap(\.pretraining).first)
      var configuration = pretraining.training
      configuration.dataDirectory = place
      let layers = try TrainingSources.resolve(configuration, environment: [:])
        .load(configuration, needsTarget: false)
      let (found, expected) = (layers.training.data.encoding, data.training.data.encoding)
      #expect(found?.target == nil && expected?.target != nil)
      #expect(found.flatMap { expected?.makesSameFeatures(as: $0) } == true)
    }
  }

  @Test func onlyASmokeMakesReviewsUp() throws {
    let scratch = try ScratchFolder()
    #expect(try Reproduction.table2.makeData(.short, below: scratch.path) == nil)
    #expect(try Reproduction.table1.makeData(.smoke, below: scratch.path) == nil)
    #expect(try scratch.names() == [])
  }
}
