// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierTestSupport
import Testing

@Suite struct TrainingSourcesTests {
  private let scratch: ScratchFolder
  private let folder: String

  init() throws {
    scratch = try ScratchFolder()
    folder = try QuadrantFolder.write(in: scratch)
  }

  private func load(_ change: (inout TrainConfiguration) -> Void = { _ in }) throws -> TrainingData
  {
    var configuration = TrainConfiguration(data: folder)
    change(&configuration)
    return try TrainingSources.resolve(configuration, environment: [:]).load(configuration)
  }

  @Test func aTenthValidatesUnlessToldOtherwise() throws {
    let data = try load()
    #expect(data.training.data.rowCount == 72)
    #expect(data.validation.data.rowCount == 8)
    #expect(data.test?.data.rowCount == 24)
    #expect(data.training.part == .train)
    #expect(data.test?.part == .test)
  }

  @Test func countsAndFractionsAreTakenFromTheTrainingPart() throws {
    #expect(try load { $0.validation = .count(30) }.training.data.rowCount == 50)
    #expect(try load { $0.validation = .fraction(0.5) }.validation.data.rowCount == 40)
    let last = try load { $0.validation = .count(30) }
    let random = try load {
      $0.validation = .count(30)
      $0.validationDraw = .random
    }
    #expect(last.validation.data.checksum != random.validation.data.checksum)
  }

  @Test func aSampleLeavesValidationAndTestAsTheyAre() throws {
    let whole = try load()
    for draw in [ValidationDraw.last, .random] {
      let (all, some) = (
        try load { $0.validationDraw = draw },
        try load {
          $0.validationDraw = draw
          $0.trainSampleCount = 20
        }
      )
      #expect(some.training.data.rowCount == 20 && some.training.part == .train)
      #expect(some.training.data.classCounts.allSatisfy { 4...6 ~= $0 })
      #expect(some.training.data.labels == whole.training.data.labels)
      #expect(some.validation.data.checksum == all.validation.data.checksum)
      #expect(some.test?.data.checksum == whole.test?.data.checksum)
    }
    #expect(throws: SplitError.self) { try load { $0.trainSampleCount = 73 } }
    #expect(throws: SplitError.self) { try load { $0.trainSampleCount = 1 } }
    let another = try load {
      $0.trainSampleCount = 20
      $0.seed = 2
    }
    #expect(
      try load { $0.trainSampleCount = 20 }.training.data.checksum
        != another.training.data.checksum)
  }

  @Test func theSourcesOwnValidationPartComesFirst() throws {
    for kind in ["images-idx3-ubyte", "labels-idx1-ubyte"] {
      try scratch.write(
        try scratch.read("quadrants/t10k-\(kind)"), "quadrants/validation-\(kind)")
    }
    let data = try load()
    #expect(data.training.data.rowCount == 80)
    #expect(data.validation.part == .validation)
    #expect(data.validation.data.rowCount == 24)
    #expect(try load { $0.validation = .count(10) }.validation.data.rowCount == 10)
  }

  @Test func otherSourcesValidateAndTest() throws {
    let other = try QuadrantFolder.write(in: scratch, "other", trainCount: 12, testCount: 8)
    let data = try load {
      $0.validation = .source(other)
      $0.test = other
    }
    #expect(data.training.data.rowCount == 80)
    #expect(data.validation.data.rowCount == 20)
    #expect(data.validation.part == .all)
    #expect(data.test?.data.rowCount == 8)
  }

  @Test func otherSourcesHaveToFit() throws {
    let other = try QuadrantFolder.write(in: scratch, "larger", side: 8)
    #expect(throws: DatasetError.self) { try load { $0.test = other } }
    #expect(throws: DatasetError.self) { try load { $0.validation = .source(other) } }
  }

  @Test func validationAsLargeAsTheSetIsRefused() {
    #expect(throws: SplitError.self) { try load { $0.validation = .count(80) } }
  }

  @Test func aTestPartAloneCannotBeTrainedOn() throws {
    for kind in ["images-idx3-ubyte", "labels-idx1-ubyte"] {
      try scratch.remove("quadrants/train-\(kind)")
    }
    let error = #expect(throws: TrainingDataError.self) { try load() }
    #expect(error == .noTrainingPart(name: "quadrants", available: [.test, .all]))
  }
}
