// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct TrialRecordTests {
  private let scratch: ScratchFolder
  private let trial: Trial

  init() throws {
    scratch = try ScratchFolder()
    var configuration = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    configuration.hiddenWidths = [6, 2]
    configuration.epochCount = 2
    trial = try Trial(configuration)
  }

  private func written() throws -> (record: TrialRecord, path: String) {
    let folder = try SweepFolder(at: scratch.file("sweep"))
    let sweep = try Sweep([trial], in: folder, workerCount: 1, environment: [:])
    return (try #require(try sweep.run().records[0]), folder.recordPath(of: trial))
  }

  private func content(of path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func aRecordReadsBackAsItWas() throws {
    let (record, path) = try written()
    #expect(try TrialRecord(contentsOf: path, of: trial) == record)
    var diverged = record
    diverged.results = nil
    diverged.divergence = "at once"
    diverged.validationErrorRates = [nil, 0.5]
    try diverged.write(to: path)
    #expect(try TrialRecord(contentsOf: path, of: trial) == diverged)
  }

  @Test func itsKeysAreSortedAndTimesStandApart() throws {
    let (record, path) = try written()
    let text = try content(of: path)
    #expect(text == (try record.json.sorted.text(.indented)) + "\n")
    let document = record.json
    let keys = try #require(document.objectValue).keys
    #expect(keys == keys.sorted())
    #expect(document["results"]?["secondsPerEpoch"] == nil)
    #expect(document["timing"]?["secondsPerEpoch"]?.arrayValue?.count == 2)
    #expect(document["configuration"]?["dataDir"] == .null)
    #expect(document["data"]?["training"]?["sampleCount"] == 72)
    #expect(document["results"]?["testErrorRate"]?.doubleValue != nil)
    #expect(document["validationErrorRates"]?.arrayValue?.count == 2)
  }

  @Test func zerosAreAMeanOverUnits() throws {
    var record = try written().record
    record.results?.zeroFraction = [0.5, 1]
    record.results?.deadUnitCount = [1, 2]
    #expect(record.zeroFraction == 0.625)
    #expect(record.deadUnitCount == 3)
    record.results = nil
    #expect(record.zeroFraction == nil && record.deadUnitCount == nil)
  }

  @Test func aRecordThatIsCutAnywhereIsRefused() throws {
    let (_, path) = try written()
    let bytes = Array(try content(of: path).utf8)
    // The newline at the end is no part of the document.
    for count in 0..<bytes.count - 1 {
      try scratch.write(Array(bytes.prefix(count)), "cut.json")
      #expect(throws: (any Error).self) {
        try TrialRecord(contentsOf: scratch.file("cut.json"), of: trial)
      }
    }
  }

  @Test(arguments: [
    ("\"epochs\": 2", "\"epochs\": 3", "expected recipe"),
    ("\"epochs\": 2", "\"epocs\": 2", "did you mean 'epochs'?"),
    ("\"divergence\": null", "\"divergence\": 3", "divergence: expected a text"),
    ("\"divergence\": null", "\"divergance\": null", "unknown key 'divergance'"),
    ("\"training\": {", "\"trining\": {", "unknown key 'trining'"),
    ("\"results\": {", "\"results\": null, \"host\": {", "each key once"),
    ("\"processors\"", "\"processor\"", "processors: expected a whole number"),
    ("\"secondsPerEpoch\"", "\"seconds\"", "secondsPerEpoch: expected an array"),
    ("\"validationErrorRates\": [", "\"validationErrorRates\": [[], ", "an array of fractions"),
  ])
  func aDamagedRecordIsNamed(found: String, replacement: String, message: String) throws {
    let (_, path) = try written()
    let text = try content(of: path)
    let changed = text.replacing(found, with: replacement)
    #expect(changed != text)
    let damaged = try scratch.write(Array(changed.utf8), "damaged.json")
    do {
      _ = try TrialRecord(contentsOf: damaged, of: trial)
      Issue.record("read all the same")
    } catch {
      #expect("\(error)".contains(damaged), "\(error)")
      #expect("\(error)".contains(message), "\(error)")
    }
  }
}
