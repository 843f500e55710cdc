// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierExperiments

@Suite struct TuneResultTests {
  private func result(
    _ tune: TuneCase, error: (Int, Trial) -> Double??
  ) throws -> TuneResult {
    let lines = tune.plan.trials.map(\.lineHash)
    let records = try tune.plan.trials.compactMap { trial -> TrialRecord? in
      let line = Set(lines[..<lines.firstIndex(of: trial.lineHash)!]).count
      guard let error = error(line, trial) else { return nil }
      return try tune.record(of: trial, error: error)
    }
    return TuneResult(plan: tune.plan, records: records, seconds: 1)
  }

  @Test func aNetworkIsRankedByItsBestTraining() throws {
    let tune = try TuneCase(networks: 4)
    let result = try result(tune) { line, trial in
      if line == 3 { return .some(nil) }
      // More epochs are better, but for the second network, where three are as good as any.
      return 0.1 * Double(line + 1)
        - (line == 1 ? 0 : Double(trial.configuration.epochCount) / 1000)
    }
    #expect(result.ranked.map(\.trial.configuration.epochCount) == [20, 3, 20])
    #expect(result.networkCount == 4)
    #expect(result.best?.trial.lineHash == tune.plan.trials[0].lineHash)
    #expect(result.baseline == result.best)
    #expect(result.json["bestScore"]?.doubleValue == result.best?.results?.validationErrorRate)
    #expect(result.json["networks"]?.arrayValue?.count == 3)
    #expect(result.json["metric"] == "error")
  }

  @Test func whatMatteredIsTheOptionThatTellsNetworksApart() throws {
    let tune = try TuneCase(networks: 40)
    let result = try result(tune) { _, trial in
      .some(trial.configuration.hiddenWidths.isEmpty ? 0.1 : 0.4)
    }
    let effects = result.effects
    #expect(effects.first?.key == "hidden" && abs(effects[0].spread - 0.3) < 1e-9)
    #expect(effects.first?.groups.first?.values == .one(.array([])))
    #expect(effects.first?.groups.map(\.count).reduce(0, +) == 40)
    let rates = try #require(effects.first { $0.key == "learningRate" })
    #expect(rates.groups.map(\.count) == [20, 20])
    #expect(effects.dropFirst().allSatisfy { $0.spread <= effects[0].spread })
  }

  @Test func ofFewNetworksNothingIsSaid() throws {
    let result = try result(TuneCase(networks: 5)) { _, _ in .some(0.4) }
    #expect(result.effects.isEmpty)
  }

  @Test func whatDivergesIsInfinitelyBad() throws {
    let tune = try TuneCase(networks: 40)
    let result = try result(tune) { _, trial in
      trial.configuration.optimizer == .adam() ? .some(nil) : .some(0.4)
    }
    #expect(result.effects.first?.key == "optimizer")
    #expect(result.effects.first?.groups.last?.median == .infinity)
    #expect(try !JSONValue.object(result.json).text().contains("inf"))
  }
}
