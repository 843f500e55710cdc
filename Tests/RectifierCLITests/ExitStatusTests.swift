// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierCLI

@Suite struct ExitStatusTests {
  static let table: [(error: any Error, status: Int32)] = [
    (ConfigurationError.conflict(options: ["--a"], reason: "b"), 64),
    (ArchitectureError.invalidSharpness(text: "0"), 64),
    (InstructionSetError.unknown(name: "x"), 64),
    (TrainingError.invalidOption(name: "a", expected: "b", found: "c"), 64),
    (TrainingError.batchTooLarge(batchSize: 2, rowCount: 1), 65),
    (TrainingError.otherData(name: "a", expected: "b", found: "c"), 65),
    (ModelError.featureCountDiffers(data: "a", expected: 1, found: 2), 65),
    (JSONError.damaged(path: "a", offset: 0, expected: "b", found: "c"), 65),
    (ONNXError.tooLarge(path: "a", byteCount: 1), 65), (NPZError.noMetadata(path: "a"), 65),
    (ImportError.notNeeded(path: "a", options: ["b"]), 64),
    (FileError.notFound(path: "a", doing: "b"), 66),
    (FileError.notAFile(path: "a", doing: "b"), 66),
    (RunFolderError.missing(path: "a"), 66),
    (RunFolderError.notARun(path: "a"), 66),
    (RunReportError.missing(path: "a"), 66),
    (RunReportError.notARun(path: "a"), 66),
    (RunReportError.noModel(path: "a", status: .stopped), 65),
    (RunReportError.otherRecord(path: "a", reason: "b"), 65),
    (FileError.cannotCreate(path: "a", reason: "b"), 73),
    (RunFolderError.occupied(path: "a", isRun: true, example: "b"), 73),
    (RunFolderError.inUse(path: "a"), 73),
    (FileError.failed(operation: "read", path: "a", reason: "b"), 74),
    (StandardOutputError.failed(reason: "a"), 74),
    (StandardOutputError.closed, 0),
    (TrainingError.diverged(epoch: 1, step: 2, layer: "output"), 76),
    (SweepError.otherSearch(path: "a/tune.json"), 73),
    (TuneError.noTime(seconds: 30), 64),
    (TuneError.noMetric(.microF1, own: .score(.errorRate)), 64),
    (TuneError.allDiverged(count: 3), 76),
    (UnheardOf(), 70),
  ]

  @Test(arguments: table.indices)
  func everyErrorHasItsStatus(index: Int) {
    let (error, status) = Self.table[index]
    #expect(ExitStatus(for: error).rawValue == status, "\(error)")
    #expect("\(error)".filter(\.isNewline).isEmpty)
  }

  private struct UnheardOf: Error {}
}
