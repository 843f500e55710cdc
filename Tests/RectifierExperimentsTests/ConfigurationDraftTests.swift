// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct ConfigurationDraftTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func draft(_ text: String) throws -> ConfigurationDraft {
    var draft = try ConfigurationDraft(contentsOf: folder.write(Array(text.utf8), "c.json"))
    draft.options.data = "flag"
    return draft
  }

  @Test func whatAFileLacksCanStillBeAdded() throws {
    var draft = try draft(#"{"momentum": 0.5, "learningRate": 0.25}"#)
    #expect(throws: ConfigurationError.self) { try draft.checked() }
    draft.steps.override(with: OptimizerChoice(kind: .momentum()))
    let configuration = try draft.checked()
    #expect(configuration.optimizer == .momentum(coefficient: 0.5))
    #expect(configuration.learningRate == 0.25)
  }

  @Test func errorsNameTheFileUnlessAFlagHasSetTheOption() throws {
    var draft = try draft(#"{"batchSize": 0, "epochs": 0}"#)
    draft.noteFlags(["--batch-size"])
    let first = #expect(throws: ConfigurationError.self) { try draft.checked() }
    #expect(first?.description.hasPrefix("--batch-size: expected") == true)
    draft.options.batchSize = 1
    let second = #expect(throws: ConfigurationError.self) { try draft.checked() }
    #expect(second?.description.contains("c.json': configuration.epochs: expected") == true)
  }

  @Test func aNullInAFileIsNotSaid() throws {
    var draft = try draft(#"{"batchSize": null}"#)
    draft.options.batchSize = 0
    let error = #expect(throws: ConfigurationError.self) { try draft.checked() }
    #expect(error?.description.hasPrefix("--batch-size: expected") == true)
  }

  @Test func withoutDataThereIsNothingToCheck() {
    #expect(
      throws: ConfigurationError.invalidValue(
        option: "DATA", expected: "a folder or a catalog name to learn from", found: "nothing")
    ) { try ConfigurationDraft().checked() }
  }
}
