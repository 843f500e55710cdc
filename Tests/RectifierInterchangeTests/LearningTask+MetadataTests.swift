// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

@Suite struct LearningTaskMetadataTests {
  private func read(_ text: String, _ head: OutputHead) throws -> LearningTask {
    try LearningTask(MetadataField(path: "file", key: "task", in: ["task": text]), head: head)
  }

  @Test(arguments: [
    (LearningTask.classification, OutputHead.softmax(classCount: 3), #""classification""#),
    (.multiLabel, .logistic(outputCount: 3), #""multi-label""#),
    (
      .ordinal(levels: [-1, 0.5, 1e300]), .softmax(classCount: 3),
      #"{"levels":[-1.0,0.5,1e+300],"name":"ordinal"}"#
    ),
    (
      .regression(mean: -0.1, deviation: 3e-5), .softplus(outputCount: 1),
      #"{"deviation":3e-05,"mean":-0.1,"name":"regression"}"#
    ),
  ])
  func isReadAsWritten(task: LearningTask, head: OutputHead, text: String) throws {
    #expect(try task.metadata.text() == text)
    #expect(try read(text, head) == task)
    let others = OutputHead.all(outputCount: 2).filter { task.flaw(head: $0) != nil }
    #expect(others.count >= 3)
    for other in others { #expect(throws: SafetensorsError.self) { try read(text, other) } }
  }

  /// What today's head says goes without saying.
  @Test func plainModelsHaveNoWordOfIt() throws {
    let folder = try ScratchFolder()
    let run = try SmallRun(hasSignMask: false).begun(SmallRun.execution(0))
    while try run.epoch() != nil {}
    try run.checkpoint().write(to: folder.file("checkpoint"))
    let file = try SafetensorsFile(
      contentsOf: folder.file("checkpoint"), doing: "reading a checkpoint")
    for text in file.metadata.values {
      for word in ["task", "classWeights", "validationMeasures"] { #expect(!text.contains(word)) }
    }
  }

  /// A logistic model has a label for each output, or none.
  @Test(arguments: [#"["a","b"]"#, #"["a","b","b"]"#, #"["a","b","c","d"]"#])
  func labelsGoWithTheOutputs(labels: String) throws {
    let folder = try ScratchFolder()
    let steps = SmallRun.Steps(task: .multiLabel)
    let run = try SmallRun(hasSignMask: false, steps: steps).begun(SmallRun.execution(0))
    let path = folder.file("model")
    try run.last.write(to: path)
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a model")
    func written(_ labels: String) throws -> String {
      var metadata = file.metadata
      metadata["labels"] = labels
      return try folder.write(
        Safetensors.encode(file.entries(), metadata: metadata), "changed")
    }
    let error = #expect(throws: SafetensorsError.self) {
      _ = try Model(contentsOf: written(labels))
    }
    #expect(error?.description.contains("0 or 3 different labels") == true)
    let nameless = try Model(contentsOf: written("[]"))
    #expect(nameless.labels.isEmpty && nameless.task == nil)
    #expect(try Model(contentsOf: written(#"["c","b","a"]"#)).labels == ["c", "b", "a"])
  }
}
