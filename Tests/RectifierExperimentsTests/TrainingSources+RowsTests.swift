// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct TrainingSourcesRowsTests {
  private let scratch: ScratchFolder
  private let path: String

  init() throws {
    scratch = try ScratchFolder()
    path = try scratch.write(Array(RowFiles.shops().utf8), "shops.csv")
  }

  private func load(_ change: (inout TrainConfiguration) -> Void = { _ in }) throws -> TrainingData
  {
    var configuration = TrainConfiguration(data: path)
    configuration.input.target = "verdict"
    configuration.input.table.texts = ["review"]
    configuration.input.table.ignored = ["stars"]
    change(&configuration)
    return try TrainingSources.resolve(configuration, environment: [:]).load(configuration)
  }

  @Test func aTenthValidatesUnlessToldOtherwise() throws {
    let data = try load()
    #expect(data.training.data.rowCount == 54 && data.validation.data.rowCount == 6)
    #expect(data.test == nil)
    #expect(data.training.data.encoding == data.validation.data.encoding)
  }

  @Test func theVocabularyIsThatOfTheTrainingRows() throws {
    let data = try load { $0.validation = .count(20) }
    guard case .columns(let schema)? = data.training.data.encoding else {
      Issue.record("\(data)")
      return
    }
    // "said 47" stands in a row that validates.
    #expect(schema.featureNames.contains("review: 17"))
    #expect(!schema.featureNames.contains("review: 47"))
  }

  /// Writes a folder with files of so many rows.
  private func folder(_ rowCounts: [String: Int]) throws -> String {
    let folder = try scratch.folder("shops")
    for (name, rowCount) in rowCounts {
      try scratch.write(Array(RowFiles.shops(rowCount: rowCount).utf8), "shops/\(name)")
    }
    return folder
  }

  @Test func aFolderHasItsParts() throws {
    let folder = try folder(["train.csv": 40, "validation.csv": 12, "test.csv": 16])
    let data = try load { $0.data = folder }
    let parts = [data.training, data.validation, data.test].compactMap { $0 }
    #expect(parts.map(\.part) == [.train, .validation, .test])
    #expect(parts.map(\.data.rowCount) == [40, 12, 16])
    #expect(parts.allSatisfy { $0.data.encoding == data.training.data.encoding })
    let divided = try load {
      $0.data = folder
      $0.validation = .count(10)
      $0.fold = Fold(number: 1, count: 4)
    }
    #expect(divided.training.data.rowCount == 20 && divided.validation.data.rowCount == 10)
    #expect(divided.test?.data.rowCount == 10 && divided.test?.part == .train)
    let others = try load {
      $0.validation = .source(folder)
      $0.test = folder
    }
    #expect(others.training.part == .all && others.validation.part == .validation)
    #expect(others.validation.data.rowCount == 12 && others.test?.data.rowCount == 16)
  }

  @Test func aFolderWithoutATrainingPartIsRefused() throws {
    let folder = try folder(["test.csv": 16])
    let error = #expect(throws: TrainingDataError.self) { try load { $0.data = folder } }
    #expect(error == .noTrainingPart(name: "shops", available: [.test, .all]))
    #expect(try load { $0.test = folder }.test?.data.rowCount == 16)
  }

  @Test func foldsAreTestedOn() throws {
    let folds = try (1...3).map { number in
      try load { $0.fold = Fold(number: number, count: 3) }
    }
    #expect(folds.map { $0.test?.data.rowCount } == [20, 20, 20])
    #expect(folds.map { $0.training.data.rowCount } == [36, 36, 36])
    #expect(Set(folds.map { $0.test?.data.checksum }).count == 3)
  }

  @Test func otherFilesAreEncodedAsTheTrainingRowsWere() throws {
    let lines = RowFiles.shops(rowCount: 8).split(separator: "\n")
    let more = "colour,verdict,extra,review,size\npink,good,1,a fine pink one,2\n"
    let (test, validation) = (
      try scratch.write(Array(more.utf8), "test.csv"),
      try scratch.write(Array(lines.joined(separator: "\r\n").utf8), "validation.csv")
    )
    let data = try load {
      $0.test = test
      $0.validation = .source(validation)
    }
    #expect(data.training.data.rowCount == 60)
    #expect(data.validation.data.rowCount == 8 && data.test?.data.rowCount == 1)
    #expect(data.notes.contains { $0.contains("\"extra\"") })
    #expect(data.notes.contains { $0.contains("\"pink\"") })
  }

  @Test func numbersAreStandardisedByTheTrainingRows() throws {
    let data = try load {
      $0.input.target = "stars"
      $0.input.task = .regression
      $0.input.table.ignored = ["verdict"]
      $0.validation = .count(30)
    }
    guard case .reals(let mean, let deviation)? = data.training.data.encoding?.target?.kind,
      case .reals(let targets) = data.training.data.targets
    else {
      Issue.record("\(data)")
      return
    }
    let values = (0..<30).map { Double(targets[$0, 0]) }
    #expect(abs(values.reduce(0, +)) < 1e-4 && deviation > 0 && mean > 1)
  }

  @Test func optionsForColumnsThatAreNotThereAreRefused() throws {
    let words = #expect(throws: ConfigurationError.self) {
      try load {
        $0.input.table.texts = []
        $0.input.table.ignored = ["stars", "review"]
        $0.input.text.longestNGram = 2
      }
    }
    #expect(words?.description.hasPrefix("--ngrams: only for columns of text") == true)
    let numbers = #expect(throws: ConfigurationError.self) {
      try load {
        $0.input.table.ignored = ["stars", "size"]
        $0.input.standardizes = false
      }
    }
    #expect(numbers?.description.hasPrefix("--standardize: only for columns of numbers") == true)
  }

  @Test func aTableNeedsATarget() throws {
    let error = #expect(throws: ConfigurationError.self) { try load { $0.input.target = nil } }
    #expect(error?.description.contains("'colour', 'size', 'review', 'verdict'") == true)
  }

  @Test func optionsOfRowsNeedRows() throws {
    var configuration = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "images"))
    configuration.input.target = "verdict"
    let error = #expect(throws: ConfigurationError.self) {
      try TrainingSources.resolve(configuration, environment: [:])
    }
    #expect(error?.description.hasPrefix("--target: only for files with a row a line") == true)
  }

  @Test func classesThatOnlyValidateAreKnown() throws {
    var text = RowFiles.shops(rowCount: 20)
    text += "red,1,an odd place,3,odd\n"
    let rare = try scratch.write(Array(text.utf8), "rare.csv")
    let data = try load { $0.data = rare }
    #expect(data.training.data.labels == ["bad", "good", "odd"])
  }

  @Test func encodingsCanBeFittedToAllRows() throws {
    func names(_ change: (inout TrainConfiguration) -> Void) throws -> [String] {
      let data = try load {
        $0.input.fittedRows = .all
        change(&$0)
      }
      guard case .columns(let schema)? = data.training.data.encoding else { return [] }
      return schema.featureNames
    }
    let all = try names { $0.validation = .count(20) }
    #expect(all.contains("review: 17") && all.contains("review: 47"))
    for number in 1...3 {
      #expect(try names { $0.fold = Fold(number: number, count: 3) } == all)
    }
  }

  @Test func dataWithoutATargetCanBePretrainedOn() throws {
    var configuration = TrainConfiguration(data: path)
    configuration.input.table.texts = ["review"]
    configuration.input.table.ignored = ["stars", "verdict"]
    let sources = try TrainingSources.resolve(configuration, environment: [:])
    let data = try sources.load(configuration, needsTarget: false)
    guard case .none = data.training.data.targets else {
      Issue.record("\(data)")
      return
    }
    #expect(data.training.data.rowCount == 54 && data.validation.data.labels.isEmpty)
    let labelled = try load()
    let encoding = try #require(data.training.data.encoding)
    #expect(labelled.training.data.encoding?.makesSameFeatures(as: encoding) == true)
    #expect(throws: ConfigurationError.self) { try sources.load(configuration) }
  }

  @Test func onlySparseRowsCanBeMadeBinary() throws {
    let error = #expect(throws: ConfigurationError.self) { try load { $0.input.isBinary = true } }
    #expect(error?.description.hasPrefix("--binary: only for svmlight files") == true)
    let sparse = try scratch.write(
      Array("1 1:2 3:0.5\n-1 2:7\n1 1:1\n-1 3:4\n".utf8), "rows.svmlight")
    var configuration = TrainConfiguration(data: sparse)
    configuration.validation = .count(2)
    configuration.input.isBinary = true
    let data = try TrainingSources.resolve(configuration, environment: [:]).load(configuration)
    guard case .sparse(let matrix) = data.training.data.features else {
      Issue.record("\(data)")
      return
    }
    #expect(matrix.values == [1, 1, 1] && matrix.columns == [0, 2, 1])
  }
}
