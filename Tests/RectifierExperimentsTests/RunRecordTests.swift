// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierNumerics
import RectifierTestSupport
import Testing

@Suite struct RunRecordTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private var record: RunRecord {
    RunRecord(
      configuration: TrainConfiguration(data: "mnist"),
      sources: [
        SourceRecord(role: .training, argument: "mnist", path: "/data/mnist"),
        SourceRecord(
          role: .test, argument: "other", path: "/data/other",
          content: .init(part: "test", sampleCount: 7, checksum: "crc32:00000000")),
      ],
      execution: Execution(threadCount: 2, instructionSet: .portable))
  }

  @Test func aRecordReadsBackAsItWas() throws {
    let path = scratch.file("run.json")
    var written = record
    for status in RunRecord.Status.allCases {
      written.status = status
      written.failure = status == .failed ? "no\nluck" : nil
      try written.write(to: path)
      #expect(try RunRecord(contentsOf: path) == written)
    }
    #expect(try scratch.names() == ["run.json"])
  }

  @Test func theDocumentHasWhatAReaderLooksFor() throws {
    let json = record.json
    #expect(json["configuration"] == TrainConfiguration(data: "mnist").json)
    #expect(json["data"]?["training"]?["path"] == "/data/mnist")
    #expect(json["data"]?["training"]?["checksum"] == .null)
    #expect(json["data"]?["test"]?["checksum"] == "crc32:00000000")
    #expect(json["status"] == "running")
    #expect(json["threads"] == 2)
    #expect(json["instructionSet"] == "portable")
    #expect(json["versions"]?["rectifier"] == .string(RectifierVersion.text))
    let time = try #require(json["startedAt"]?.stringValue)
    #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
  }

  @Test func aDamagedRecordIsNamed() throws {
    let path = scratch.file("run.json")
    var changed = record
    try changed.write(to: path)
    let text = String(decoding: try scratch.read("run.json"), as: UTF8.self)
    let damages = [
      ("\"status\": \"running\"", "\"status\": \"gone\"", "status: expected running, stopped"),
      ("\"threads\": 2", "\"threads\": \"2\"", "threads: expected a whole number"),
      ("\"data\": \"mnist\"", "\"date\": \"mnist\"", "unknown key 'date'; did you mean 'data'?"),
      ("\"training\": {", "\"trining\": {", "unknown key 'trining'"),
    ]
    for (found, replacement, message) in damages {
      try scratch.write(Array(text.replacing(found, with: replacement).utf8), "run.json")
      let error = #expect(throws: RunRecordError.self) { try RunRecord(contentsOf: path) }
      #expect(error?.description.contains(message) == true, "\(String(describing: error))")
      #expect(error?.description.contains(path) == true)
    }
  }

  @Test func whatIsNoJSONIsRefused() throws {
    try scratch.write(Array("{\"status\": ".utf8), "run.json")
    #expect(throws: JSONError.self) { try RunRecord(contentsOf: scratch.file("run.json")) }
    #expect(throws: FileError.self) { try RunRecord(contentsOf: scratch.file("none.json")) }
  }
}
