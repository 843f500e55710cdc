// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

@Suite struct CompactionFactsMetadataTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  static let sound =
    #"[{"calibration":{"checksum":"crc32:00000001","rowCount":7},"hiddenWidths":[8,5],"#
    + #""isReordered":false},"#
    + #"{"calibration":{"checksum":"crc32:00000002","rowCount":9},"hiddenWidths":[8,4],"#
    + #""isReordered":true}]"#

  private static let facts = [
    CompactionFacts(
      hiddenWidths: [8, 5], calibration: DataFacts(rowCount: 7, checksum: "crc32:00000001"),
      isReordered: false),
    CompactionFacts(
      hiddenWidths: [8, 4], calibration: DataFacts(rowCount: 9, checksum: "crc32:00000002"),
      isReordered: true),
  ]

  private static func list(_ text: String?) throws -> [CompactionFacts] {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [6, 4], head: .softmax(classCount: 3))
    return try CompactionFacts.list(
      in: text.map { ["compactions": $0] } ?? [:], architecture: architecture, path: "m")
  }

  @Test func theTextIsCanonical() throws {
    #expect(try Self.list(Self.sound) == Self.facts)
    #expect(try JSONValue.array(Self.facts.map(\.metadata)).text() == Self.sound)
    #expect(try Self.list(nil) == [] && Self.list("[]") == [])
  }

  /// A text of `sound`, what replaces it, and the key of the error.
  @Test(arguments: [
    (sound, "{}", ""), (sound, "null", ""), (sound, "[1]", "[0]"), (sound, "?", ""),
    ("\"calibration\":{\"checksum\":\"crc32:00000002\"", "\"x\":{\"x\":1", "[1].calibration"),
    ("[8,5]", "[8]", "[0].hiddenWidths"), ("[8,5]", "[8,5,5]", "[0].hiddenWidths"),
    ("[8,5]", "[7,5]", "[0].hiddenWidths[0]"), ("[8,5]", "[8,3]", "[0].hiddenWidths[1]"),
    ("[8,4]", "[5,4]", "[1].hiddenWidths[0]"), ("[8,4]", "[9,4]", "[0].hiddenWidths[0]"),
    ("[8,5]", "[9223372036854775807,9223372036854775807]", "[0].hiddenWidths"),
    ("[8,5]", "[8.5,5]", "[0].hiddenWidths[0]"), ("[8,5]", "8", "[0].hiddenWidths"),
    (":7", ":0", "[0].calibration.rowCount"), (":9", ":-9", "[1].calibration.rowCount"),
    ("true", "1", "[1].isReordered"), ("true", "null", "[1].isReordered"),
    ("\"crc32:00000001\"", "1", "[0].calibration.checksum"),
  ])
  func whatMakesNoSenseIsRefused(old: String, new: String, key: String) throws {
    let parts = Self.sound.split(separator: old, omittingEmptySubsequences: false)
    #expect(parts.count == 2)
    let error = #expect(throws: SafetensorsError.self) {
      try Self.list(parts.joined(separator: new))
    }
    guard case .metadata("m", let found, _, _) = error else {
      Issue.record("\(new): another error")
      return
    }
    #expect(found == "compactions" + key)
  }

  /// The units that were dead when it was trained are more than it has left.
  private func model() throws -> Model {
    let run = try SmallRun(hasSignMask: true).begun(SmallRun.execution(0))
    _ = try run.epoch()
    let trained = run.last
    let facts = TrainingFacts(
      options: trained.facts.options, training: trained.facts.training,
      validation: trained.facts.validation, epoch: 1, validationErrorRate: 0.5, validationLoss: 1,
      zeroFraction: [0.75, 0.5], deadUnitCount: [7, 4])
    return Model(
      network: trained.network.silencing([Array(1..<8), [0, 1, 2, 3]]),
      preprocessing: trained.preprocessing, imageShape: trained.imageShape, labels: trained.labels,
      facts: facts)
  }

  @Test(arguments: [false, true])
  func aCompactedModelComesBack(reordering: Bool) throws {
    let data = try SmallRun.data("calibration", rowCount: 40)
    let model = try model()
    let compacted = try model.compacted(on: data, reordering: reordering).model
    #expect(compacted.network.architecture.hiddenWidths == [1, 1])
    for model in [compacted, try compacted.compacted(on: data).model] {
      try model.write(to: folder.file("a"))
      let read = try Model(contentsOf: folder.file("a"))
      #expect(read == model && read.facts.deadUnitCount == [7, 4])
      try read.write(to: folder.file("b"))
      #expect(try folder.read("a") == folder.read("b"))
    }
  }

  @Test func otherModelsHaveNoSuchKey() throws {
    try model().write(to: folder.file("a"))
    let file = try SafetensorsFile(contentsOf: folder.file("a"), doing: "reading a model")
    #expect(file.metadata["compactions"] == nil && file.metadata["facts"] != nil)
    #expect(try Model(contentsOf: folder.file("a")).compactions.isEmpty)
  }

  /// Without the compaction the facts speak of more dead units than there are.
  @Test func factsFitTheTrainedWidths() throws {
    let data = try SmallRun.data("calibration", rowCount: 40)
    try model().compacted(on: data).model.write(to: folder.file("a"))
    let file = try SafetensorsFile(contentsOf: folder.file("a"), doing: "reading a model")
    var metadata = file.metadata
    metadata["compactions"] = nil
    let path = try folder.write(Safetensors.encode(file.entries(), metadata: metadata), "b")
    #expect(throws: SafetensorsError.self) { try Model(contentsOf: path) }
  }
}
