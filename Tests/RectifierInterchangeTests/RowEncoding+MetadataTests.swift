// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

@Suite struct RowEncodingMetadataTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func target(_ kind: SchemaTarget.Kind) -> SchemaTarget {
    SchemaTarget(name: "ta\"rget\n", kind: kind)
  }

  private static func schema(
    _ target: SchemaTarget?, weighting: Vectorizer.Weighting = .presence
  ) throws -> Schema {
    let vectorizer = try Vectorizer.fit(
      ["a fine place", "a dull plaçe"],
      options: Vectorizer.Options(longestNGram: 2, weighting: weighting))
    return try Schema(
      columns: [
        SchemaColumn(
          name: "n",
          encoding: .number(
            NumberEncoding(
              mean: 0.1, deviation: 3, isStandardized: true, hasMissingIndicator: true))),
        SchemaColumn(
          name: "c",
          encoding: .category(
            CategoryEncoding(
              levels: ["x", "", "y,z"], hasMissingLevel: false, isUnseenTrained: true))),
        SchemaColumn(name: "t", encoding: .text(vectorizer)),
      ], target: target)
  }

  private func encodings() throws -> [RowEncoding] {
    let classes = Self.target(.classes(labels: ["bad", "good"]))
    return [
      .columns(try Self.schema(classes)), .columns(try Self.schema(classes, weighting: .tfidf)),
      .columns(try Self.schema(nil)),
      .columns(
        try Self.schema(Self.target(.ordinal(labels: ["1", "2.5"], levels: [1, 2.5])))),
      .columns(try Self.schema(Self.target(.reals(mean: -1.5, deviation: 0.25)))),
      .columns(try Self.schema(Self.target(.sets(labels: ["p", "q"])))),
      .indexed(RowEncoding.IndexedEncoding(indexBase: 1, featureCount: 9, target: classes)),
      .indexed(RowEncoding.IndexedEncoding(indexBase: 0, featureCount: 9, target: nil)),
      .indexed(
        RowEncoding.IndexedEncoding(indexBase: 0, featureCount: 9, isBinary: true, target: nil)),
    ]
  }

  private func model(_ encoding: RowEncoding) throws -> Model {
    let architecture = try Architecture(
      inputCount: 9, hiddenWidths: [4], head: .softmax(classCount: 2))
    let options = TrainingOptions(
      activationL1: [0], learningRate: 0.1, batchSize: 5, epochCount: 1, patience: 0, seed: Seed(1))
    let facts = DataFacts(rowCount: 3, checksum: "crc32:00000000")
    return Model(
      network: Network.drawn(architecture),
      preprocessing: Preprocessing(divisor: 1, encoding: encoding), imageShape: nil,
      labels: ["bad", "good"],
      facts: TrainingFacts(
        options: options, training: facts, validation: facts, epoch: 0,
        validationErrorRate: nil, validationLoss: nil, zeroFraction: [], deadUnitCount: []))
  }

  @Test func anEncodingSurvivesTheModelsFile() throws {
    for encoding in try encodings() {
      let model = try model(encoding)
      let path = scratch.file("model.safetensors")
      try model.write(to: path)
      #expect(try Model(contentsOf: path) == model)
      let bytes = try scratch.read("model.safetensors")
      try model.write(to: path)
      #expect(try scratch.read("model.safetensors") == bytes)
    }
  }

  @Test(arguments: [
    ("\"isStandardized\":true", "\"isStandardized\":1"), ("\"deviation\":3", "\"deviation\":0"),
    ("\"levels\":[\"x\"", "\"levels\":[\"y,z\""), ("\"longestNGram\":2", "\"longestNGram\":0"),
    ("\"weighting\":\"presence\"", "\"weighting\":\"perhaps\""),
    ("\"vocabulary\":[\"a\"", "\"vocabulary\":[\"\""),
  ])
  func damageIsNoticed(whole: String, damaged: String) throws {
    let text = try encodings()[0].metadata.text()
    #expect(text.contains(whole), "\(text)")
    let metadata = ["p": text.replacing(whole, with: damaged)]
    #expect(throws: SafetensorsError.self) {
      try RowEncoding(MetadataField(path: "x", key: "p", in: metadata))
    }
  }
}
