// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

/// Checkpoints whose metadata are well-formed and cannot be true.
@Suite struct CheckpointDamageTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  /// Replaces the first occurrence of a text in one metadata field of a real checkpoint.
  private func read(
    _ key: String, _ text: String, by replacement: String,
    steps: SmallRun.Steps = SmallRun.Steps()
  ) throws {
    let run = try SmallRun(hasSignMask: false, steps: steps).begun(SmallRun.execution(0))
    _ = try run.epoch()
    _ = try run.epoch()
    let path = folder.file("checkpoint")
    try run.checkpoint().write(to: path)
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a checkpoint")
    let entries = try file.entries()
    var metadata = file.metadata
    let whole = try #require(metadata[key])
    let range = try #require(whole.firstRange(of: text), "\(key) holds \(text): \(whole)")
    metadata[key] = whole.replacingCharacters(in: range, with: replacement)
    let other = try folder.write(Safetensors.encode(entries, metadata: metadata), "other")
    _ = try Checkpoint(contentsOf: other)
  }

  @Test(arguments: [
    ("reports", "\"isBest\":true", "\"isBest\":false"),
    ("reports", "\"deadUnitCount\":[", "\"deadUnitCount\":[0,"),
    ("reports", "\"deadUnitCount\":[", "\"deadUnitCount\":[9"),
    ("reports", "\"zeroFraction\":[", "\"zeroFraction\":[-"),
    ("reports", "\"validationErrorRate\":0", "\"validationErrorRate\":7"),
    ("facts", "\"learningRate\":0", "\"learningRate\":-0"),
    ("facts", "\"activationL1\":[", "\"activationL1\":[-"),
    ("facts", "\"activationL1\":[", "\"activationL1\":[0,"),
    ("bestFacts", "\"epoch\":", "\"epoch\":1"),
  ])
  func isRefusedAndNamed(key: String, text: String, replacement: String) throws {
    let error = #expect(throws: SafetensorsError.self) {
      try read(key, text, by: replacement)
    }
    #expect(error?.description.contains("other") == true)
  }

  @Test(arguments: [
    ("facts", "\"levels\":[", "\"levels\":[0,"), ("facts", "\"levels\":[1", "\"levels\":[9"),
    ("facts", "\"ordinal\"", "\"ordinary\""), ("facts", "\"task\":{", "\"task\":7,\"tusk\":{"),
    ("facts", "\"task\":{", "\"task\":\"multi-label\",\"tusk\":{"),
    ("facts", "\"classWeights\":[", "\"classWeights\":[1,"),
    ("facts", "\"classWeights\":[", "\"classWeights\":[-"),
    ("facts", "\"rmse\"", "\"rmsd\""),
    ("reports", "\"rmse\"", "\"mae\""), ("reports", "\"rmse\":", "\"rmse\":null,\"r\":"),
    ("reports", "\"validationMeasures\"", "\"validationMess\""),
    ("bestFacts", "\"validationMeasures\":{", "\"validationMeasures\":7,\"x\":{"),
  ])
  func damagedTasksAreRefused(key: String, text: String, replacement: String) throws {
    let error = #expect(throws: SafetensorsError.self) {
      try read(key, text, by: replacement, steps: SmallRun.ordinal)
    }
    #expect(error?.description.contains(key) == true, "\(String(describing: error))")
  }

  @Test func withoutDamageItIsRead() throws {
    try read("facts", "ordinal", by: "ordinal", steps: SmallRun.ordinal)
    try read("facts", "\"learningRate\":0.5", by: "\"learningRate\":0.5")
  }
}
