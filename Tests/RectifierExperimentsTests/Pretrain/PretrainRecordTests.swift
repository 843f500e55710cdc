// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierNumerics
import RectifierTestSupport
import Testing

@Suite struct PretrainRecordTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private var record: PretrainRecord {
    var configuration = PretrainConfiguration(data: "mnist")
    configuration.training.hiddenWidths = [8]
    return PretrainRecord(
      configuration: configuration,
      sources: [SourceRecord(role: .training, argument: "mnist", path: "/data/mnist")],
      execution: Execution(threadCount: 2, instructionSet: .portable))
  }

  @Test(arguments: RunRecord.Status.allCases)
  func whatIsWrittenIsRead(status: RunRecord.Status) throws {
    var written = record
    written.status = status
    written.failure = status == .failed ? "no luck" : nil
    try written.write(to: scratch.file("run.json"))
    #expect(try PretrainRecord(contentsOf: scratch.file("run.json")) == written)
  }

  @Test func aDamagedRecordIsNamed() throws {
    var written = record
    try written.write(to: scratch.file("run.json"))
    let text = String(decoding: try scratch.read("run.json"), as: UTF8.self)
    let damages = [
      ("\"kind\": \"pretrain\"", "\"kind\": \"train\"", "kind: expected pretrain"),
      ("\"status\": \"running\"", "\"status\": \"gone\"", "status: expected running, stopped"),
      ("\"decoder\":", "\"decodr\":", "unknown key 'decodr'; did you mean 'decoder'?"),
      ("\"masking:0.25\"", "\"masking:7\"", "expected a probability from 0 to 1"),
      ("\"layers\": []", "\"layers\": [{}]", "layers[0].reconstructionError: expected a number"),
    ]
    for (found, replacement, message) in damages {
      #expect(text.contains(found))
      try scratch.write(Array(text.replacing(found, with: replacement).utf8), "run.json")
      let error = #expect(throws: RunRecordError.self) {
        try PretrainRecord(contentsOf: scratch.file("run.json"))
      }
      #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    }
  }
}
