// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

/// Rows that are read some at a time teach the same as rows in memory.
@Suite struct RowStreamingTests {
  private let scratch: ScratchFolder
  private var environment: [String: String] { ["XDG_CACHE_HOME": scratch.file("cache")] }

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(Array(RowFiles.shops().utf8), "shops.csv")
    try scratch.write(Array(RowFiles.shops(rowCount: 9).utf8), "few.csv")
    try scratch.write(Array(Self.labelled.utf8), "labelled.txt")
    try scratch.write(Array(Self.sparse.utf8), "rows.svmlight")
  }

  private static let labelled =
    (0..<60).map { row in
      "__label__\(row % 2 == 0 ? "even" : "odd") \(row % 3 == 0 ? "__label__third " : "")"
        + "row \(row % 2 == 0 ? "two" : "one") \(row % 3 == 0 ? "three" : "none") \(row % 9)\n"
    }.joined()

  private static let sparse =
    (0..<60).map { row in
      "\(row % 3) \(1 + row % 3):1 \(5 + row % 7):0.\(1 + row % 4) 100:\(row % 5)\n"
    }.joined()

  /// What is learned, and how.
  enum Case: CaseIterable {
    case texts, numbers, levels, labels, sets, sparseRows, binaryRows, fold, drawnRows, fittedToAll
    case otherFiles, someRows
  }

  private func configuration(_ choice: Case) -> TrainConfiguration {
    var configuration = TrainConfiguration(data: scratch.file("shops.csv"))
    configuration.hiddenWidths = [6]
    configuration.epochCount = 2
    configuration.threadCount = 1
    configuration.input.target = "verdict"
    configuration.input.table.texts = ["review"]
    configuration.input.table.ignored = ["stars"]
    switch choice {
    case .texts: configuration.input.text.weighting = .tfidf
    case .numbers:
      // Columns that become dense rows.
      configuration.input.table.texts = []
      configuration.input.table.ignored = ["review", "verdict", "colour"]
      configuration.input.target = "stars"
      configuration.input.task = .regression
    case .levels:
      configuration.input.table.ignored = ["verdict"]
      configuration.input.target = "stars"
      configuration.input.task = .ordinal
    case .labels, .sets, .sparseRows, .binaryRows:
      configuration.data = scratch.file(
        choice == .labels || choice == .sets ? "labelled.txt" : "rows.svmlight")
      configuration.input = InputConfiguration()
      if choice == .labels { configuration.input.text.longestNGram = 2 }
      configuration.input.isBinary = choice == .binaryRows
      if choice == .binaryRows { configuration.optimizer = .momentum() }
    case .fold: configuration.fold = Fold(number: 2, count: 3)
    case .drawnRows:
      configuration.validation = .fraction(0.3)
      configuration.validationDraw = .random
      configuration.seed = 5
    case .fittedToAll: configuration.input.fittedRows = .all
    case .otherFiles:
      configuration.validation = .source(scratch.file("few.csv"))
      configuration.test = scratch.file("few.csv")
    case .someRows: configuration.trainSampleCount = 20
    }
    return configuration
  }

  private func load(
    _ configuration: TrainConfiguration, pieceByteCount: Int = 100, availableBytes: Int = .max,
    needsTarget: Bool = true
  ) throws -> TrainingData {
    var sources = try TrainingSources.resolve(configuration, environment: environment)
    sources.streaming.pieceByteCount = pieceByteCount
    sources.streaming.availableBytes = availableBytes
    return try sources.load(configuration, needsTarget: needsTarget)
  }

  private var cached: [String] { (try? scratch.names(in: "cache/rectifier/rows")) ?? [] }

  @Test(arguments: Case.allCases)
  func modelsHaveTheSameBytes(_ choice: Case) throws {
    var configuration = configuration(choice)
    func train(_ name: String, _ streams: Bool, threadCount: Int) throws -> RunRecord {
      configuration.input.streams = streams
      configuration.threadCount = threadCount
      let session = try TrainingSession.start(
        configuration, out: scratch.file(name), data: load(configuration),
        environment: environment)
      #expect(try session.run(TrainingEvents()))
      return session.record
    }
    let memory = try train("memory", false, threadCount: 1)
    #expect(cached.isEmpty)
    let stream = try train("stream", true, threadCount: 2)
    #expect(cached.count == (choice == .otherFiles ? 2 : 1))
    for name in ["model.safetensors", "checkpoint.safetensors"] {
      #expect(try scratch.read("memory/\(name)") == scratch.read("stream/\(name)"))
    }
    #expect(memory.sources == stream.sources)
    #expect(memory.results?.errorRate == stream.results?.errorRate)
  }

  @Test func preTrainingHasTheSameBytes() throws {
    for (name, ignored) in [("texts", ["stars", "verdict"]), ("numbers", ["colour", "review"])] {
      for streams in [false, true] {
        var configuration = PretrainConfiguration(data: scratch.file("shops.csv"))
        configuration.training.input.table.ignored = ignored
        configuration.training.input.table.texts = name == "texts" ? ["review"] : []
        configuration.training.input.streams = streams
        configuration.training.hiddenWidths = [5, 4]
        configuration.training.epochCount = 1
        configuration.reconstructions = [.linear]
        let session = try PretrainSession.start(
          configuration, out: scratch.file("\(name)-\(streams)"), environment: environment)
        #expect(try session.run(PretrainEvents()))
      }
      for layer in 0..<2 {
        #expect(
          try scratch.read("\(name)-false/autoencoder.\(layer).safetensors")
            == scratch.read("\(name)-true/autoencoder.\(layer).safetensors"))
      }
    }
  }

  @Test func encodedRowsAreFoundAgain() throws {
    var configuration = configuration(.sparseRows)
    configuration.input.streams = true
    let first = try load(configuration).training.data.checksum
    let names = cached
    configuration.learningRate = 0.5
    configuration.seed = 9
    configuration.fold = Fold(number: 1, count: 2)
    _ = try load(configuration, pieceByteCount: 1)
    #expect(cached == names && names.count == 1)
    configuration.fold = nil
    configuration.input.indexBase = .zero
    let wider = try load(configuration)
    #expect(wider.training.data.checksum != first && cached.count == 2)
    configuration.input.indexBase = .automatic
    #expect(try load(configuration).training.data.checksum == first)
    #expect(cached.count == 2)
  }

  @Test func encodedRowsOfAnotherContentAreNotTaken() throws {
    var configuration = configuration(.sparseRows)
    configuration.input.streams = true
    _ = try load(configuration)
    try scratch.write(Array(Self.sparse.replacing("100:1", with: "100:2").utf8), "rows.svmlight")
    let stream = try load(configuration)
    configuration.input.streams = false
    #expect(try load(configuration).training.data.checksum == stream.training.data.checksum)
    #expect(cached.count == 2)
  }

  @Test func damagedRowsAreWrittenAnewAndThatIsSaid() throws {
    var configuration = configuration(.texts)
    configuration.input.streams = true
    let first = try load(configuration)
    let name = "cache/rectifier/rows/" + (try #require(cached.first))
    try scratch.write(try scratch.read(name).dropLast(1), name)
    let again = try load(configuration)
    #expect(again.training.data.checksum == first.training.data.checksum)
    #expect(again.notes.first?.contains("it has been written anew") == true)
    #expect(try load(configuration).notes.isEmpty)
  }

  @Test func rowsThatDoNotFitAreNotPutIntoMemory() throws {
    var configuration = configuration(.texts)
    let byteCount = RowFiles.shops().utf8.count
    #expect(try load(configuration, availableBytes: 3 * byteCount).notes.isEmpty)
    #expect(cached.isEmpty)
    let data = try load(configuration, availableBytes: 3 * byteCount - 1)
    #expect(data.notes.first?.contains("unless --no-stream says otherwise") == true)
    #expect(data.byteCount == 4 * 60 && cached.count == 1)
    configuration.input.streams = false
    #expect(try load(configuration, availableBytes: 1).byteCount > 1000)
  }

  @Test func compressedFilesCountAsFiveTimesAsLong() throws {
    let bytes = Compression.gzip(Array(RowFiles.shops().utf8))
    let source = try DataSource.resolve(
      try scratch.write(bytes, "shops.csv.gz"), environment: [:])
    #expect(try source.rowByteCount() == 5 * bytes.count)
    #expect(
      try DataSource.resolve("\(scratch.file("few.csv")),\(source.path)", environment: [:])
        .rowByteCount() == 5 * bytes.count + RowFiles.shops(rowCount: 9).utf8.count)
    #expect(try DataSource.resolve("-", environment: [:]).rowByteCount() == nil)
  }

  @Test func aPlaceForEncodedRowsIsNeeded() throws {
    var configuration = configuration(.texts)
    configuration.input.streams = true
    let error = #expect(throws: ConfigurationError.self) {
      try TrainingSources.resolve(configuration, environment: [:]).load(configuration)
    }
    #expect(error?.description.hasPrefix("--stream: expected a folder for encoded rows") == true)
    try scratch.write([], "cache")
    let occupied = #expect(throws: DataSourceError.self) { try load(configuration) }
    #expect(occupied?.fileError != nil)
  }

  @Test func streamingHasAMeaningForFilesOfRowsAlone() throws {
    var configuration = TrainConfiguration(data: "-")
    configuration.input.streams = true
    let input = #expect(throws: ConfigurationError.self) { try load(configuration) }
    #expect(input?.description.hasPrefix("--stream, -: standard input is kept in memory") == true)
    configuration.data = try QuadrantFolder.write(in: scratch, "images")
    let images = #expect(throws: ConfigurationError.self) { try load(configuration) }
    #expect(images?.description.hasPrefix("--stream: only for files with a row a line") == true)
  }

  @Test func whereRowsLieIsNoPartOfARecipe() {
    var configuration = configuration(.texts)
    let recipe = configuration.recipe
    configuration.input.streams = true
    #expect(configuration.recipe == recipe)
  }

  @Test(arguments: ["missing", "constant", "unknown"])
  func whatIsWrongIsSaidAsInMemory(_ fault: String) throws {
    var text = RowFiles.shops()
    if fault == "missing" { text += "red,1,a place,1,\n" }
    if fault == "constant" { text = text.replacing("good", with: "bad") }
    var configuration = configuration(.texts)
    if fault == "unknown" { configuration.input.target = "verdicts" }
    configuration.data = try scratch.write(Array(text.utf8), "wrong.csv")
    let errors = [false, true].map { streams in
      configuration.input.streams = streams
      return #expect(throws: SchemaError.self) { try load(configuration) }
    }
    #expect(errors[0] != nil && errors[0] == errors[1] && cached.isEmpty)
  }
}
