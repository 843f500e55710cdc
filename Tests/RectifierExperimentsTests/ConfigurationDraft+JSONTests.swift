// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct ConfigurationDraftJSONTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func read(_ text: String) throws -> TrainConfiguration {
    var draft = try ConfigurationDraft(
      contentsOf: folder.write(Array(text.utf8), "options.json"))
    if draft.options.data.isEmpty { draft.options.data = "flag" }
    return try draft.checked()
  }

  private var some: TrainConfiguration {
    var configuration = TrainConfiguration(data: "somewhere")
    configuration.optimizer = .momentum(coefficient: 0.75, isNesterov: true)
    configuration.schedule = .cosine
    configuration.hiddenWidths = [7, 9]
    configuration.seed = 12
    return configuration
  }

  @Test func aConfigurationObjectIsRead() throws {
    #expect(try read(some.json.text(.indented)) == some)
  }

  @Test func soIsAWholeRunRecord() throws {
    var record = RunRecord(configuration: some, sources: [], execution: Execution(threadCount: 3))
    let path = folder.file("run.json")
    try record.write(to: path)
    #expect(try ConfigurationDraft(contentsOf: path).checked() == some)
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    let read = try read(#"{"epochs": 3}"#)
    var expected = TrainConfiguration(data: "flag")
    expected.epochCount = 3
    #expect(read == expected)
  }

  @Test(arguments: [
    (#"{"epoch": 3}"#, "options.json': configuration: unknown key 'epoch'; did you mean 'epochs'?"),
    (#"{"configuration": {"sed": 3}}"#, "unknown key 'sed'; did you mean 'seed'?"),
    (#"{"epochs": "3"}"#, "options.json': configuration.epochs: expected a whole number"),
    (#"{"momentum": 0.5}"#, "options.json': configuration.momentum: only with the optimizer"),
    (#"{"nesterov": true}"#, "options.json': configuration.nesterov: only with the optimizer"),
    (#"{"optimizer": "adamm"}"#, "configuration.optimizer: unknown name 'adamm'; did you mean 'a"),
    (#"{"schedule": "cosine:2"}"#, "configuration.schedule: expected cosine without a value"),
    (#"{"initializer": "he"}"#, "options.json': configuration.initializer: unknown name 'he'"),
    (#"{"validationDraw": "lats"}"#, "configuration.validationDraw: unknown name 'lats'; did you"),
    (#"{"resize": "3"}"#, "options.json': configuration.resize: expected HEIGHTxWIDTH"),
    (
      #"{"activation": ["tahn"]}"#, "configuration.activation: unknown name 'tahn'; did you mean 't"
    ),
    (#"{"activation": ["softplus:0"]}"#, "configuration.activation: expected a sharpness above 0"),
    (#"{"activation": ["tanh:2"]}"#, "configuration.activation: expected tanh without a value"),
    (#"{"activation": ["tanh", "tanh"]}"#, "configuration.activation: expected one name, or one"),
    (#"{"hidden": [0]}"#, "options.json': configuration.hidden: expected widths from 1 on"),
    (#"{"epochs": 0}"#, "options.json': configuration.epochs: expected a whole number from 1"),
    (#"{"threads": 0}"#, "options.json': configuration.threads: expected a whole number from 1"),
    (#"{"learningRate": 1e-45}"#, "options.json': configuration.learningRate: expected a finite"),
    (#"{"activationL1": [1e-42]}"#, "options.json': configuration.activationL1: expected a finite"),
    (#"{"weightL2": 1e-42}"#, "options.json': configuration.weightL2: expected a finite number"),
    (#"{"hidden": [], "signMask": true}"#, "configuration.signMask: no meaning without hidden"),
    (
      #"{"hidden": [], "activation": ["tanh"], "activationL1": [1]}"#,
      "configuration.activation, 'PATH': configuration.activationL1: no meaning without"
    ),
    (#"{"configuration": {}, "epochs": 7}"#, "options.json': unknown key 'epochs'; known: status"),
    (
      #"{"configuration": {}, "staus": ""}"#, "options.json': unknown key 'staus'; did you mean 'st"
    ),
    ("[1]", "options.json': configuration: expected an object, found an array of 1"),
    (#"{"configuration": null}"#, "expected an object, found null"),
    ("{", "options.json"),
  ])
  func errorsNameTheFile(text: String, message: String) {
    let error = #expect(throws: (any Error).self) { try read(text) }
    let expected = message.replacing("PATH", with: folder.file("options.json"))
    #expect(error.map { "\($0)".contains(expected) } == true, "\(String(describing: error))")
  }

  @Test func noFile() {
    #expect(throws: FileError.self) {
      try ConfigurationDraft(contentsOf: folder.file("nowhere.json"))
    }
  }
}
