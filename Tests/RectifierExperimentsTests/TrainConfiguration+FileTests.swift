// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct TrainConfigurationFileTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func read(_ text: String) throws -> TrainConfiguration {
    try TrainConfiguration(contentsOf: folder.write(Array(text.utf8), "options.json"))
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
    #expect(try TrainConfiguration(contentsOf: path) == some)
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    let read = try read(#"{"epochs": 3}"#)
    var expected = TrainConfiguration(data: "")
    expected.epochCount = 3
    #expect(read == expected)
  }

  @Test(arguments: [
    (#"{"epoch": 3}"#, "options.json': configuration: unknown key 'epoch'; did you mean 'epochs'?"),
    (#"{"configuration": {"sed": 3}}"#, "unknown key 'sed'; did you mean 'seed'?"),
    (#"{"epochs": "3"}"#, "options.json': configuration.epochs: expected a whole number"),
    (#"{"momentum": 0.5}"#, "options.json': configuration.momentum: only with the optimizer"),
    ("[1]", "options.json': configuration: expected an object, found an array of 1"),
    (#"{"configuration": null}"#, "expected an object, found null"),
    ("{", "options.json"),
  ])
  func errorsNameTheFile(text: String, message: String) {
    let error = #expect(throws: (any Error).self) { try read(text) }
    #expect(error.map { "\($0)".contains(message) } == true, "\(String(describing: error))")
  }

  @Test func noFile() {
    #expect(throws: FileError.self) {
      try TrainConfiguration(contentsOf: folder.file("nowhere.json"))
    }
  }
}
