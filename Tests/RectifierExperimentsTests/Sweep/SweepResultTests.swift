// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct SweepResultTests {
  private func result(_ texts: [String]) throws -> (SweepResult, ScratchFolder) {
    let scratch = try ScratchFolder()
    var base = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    base.hiddenWidths = [4]
    base.epochCount = 1
    let trials = try SweepPlan(base: base, varying: texts, trialCount: nil)
      .trials(place: "--vary")
    let folder = try SweepFolder(at: scratch.file("sweep"))
    return (try Sweep(trials, in: folder, workerCount: 1, environment: [:]).run(), scratch)
  }

  @Test func theBestValidationResultComesFirst() throws {
    let (result, _) = try result(["seed=1,2,3", "hidden=[4],[8]"])
    let rates = result.ranked.map { $0.results?.validationErrorRate ?? 2 }
    #expect(rates == rates.sorted())
    #expect(result.variedKeys == ["hidden", "seed"])
  }

  @Test func onlyWhatIsDoneIsRanked() throws {
    let (whole, _) = try result(["seed=1,2"])
    let part = SweepResult(trials: whole.trials, records: [nil, whole.records[1]])
    #expect(!part.isComplete && part.doneCount == 1)
    #expect(part.ranked.map(\.trial) == [whole.trials[1]])
    #expect(part.json["doneCount"] == 1 && part.json["trialCount"] == 2)
    #expect(part.json["trials"]?.arrayValue?.count == 1)
  }
}
