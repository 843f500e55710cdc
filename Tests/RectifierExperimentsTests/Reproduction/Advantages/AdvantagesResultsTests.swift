// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierExperiments

@Suite struct AdvantagesResultsTests {
  private func results(
    _ seen: AdvantagesSamples.Seen = .init(), isDone: @escaping (Trial) -> Bool = { _ in true },
    diverges: @escaping (Trial) -> Bool = { _ in false }
  ) throws -> AdvantagesResults {
    try AdvantagesResults(AdvantagesRecipe()) { trial in
      guard isDone(trial) else { return nil }
      return try? AdvantagesSamples.record(
        of: trial, validationErrorRate: diverges(trial) ? nil : 0.02, seen)
    }
  }

  private func claim(_ title: String, of results: AdvantagesResults) throws -> Claim {
    try #require(results.claims.first { $0.title == title })
  }

  @Test func withoutRecordsEverythingIsOpen() throws {
    let claims = try results { _ in false }.claims
    #expect(claims.count == 10)
    for claim in claims {
      #expect(claim.verdict == .open && claim.reasons.isEmpty && claim.figures.isEmpty)
      #expect(claim.evidence.doneCount == 0 && !claim.evidence.isComplete)
    }
  }

  @Test func oneNetworkThatIsMissingLeavesItsClaimsOpen() throws {
    let found = try results(isDone: {
      !($0.configuration.seed == 3 && $0.configuration.activations == [.tanh]
        && $0.observation == .laboratory)
    })
    #expect(try claim("Disentangling", of: found).verdict == .open)
    #expect(try claim("Capacity", of: found).verdict != .open)
  }

  @Test(
    arguments: [
      (["rectifier": 0.1], 0.95, Claim.Verdict.supported),
      (["rectifier": 0.1], 0.5, .mixed),
      (["rectifier": 0.5], 0.5, .notSupported),
      (["rectifier": 0.3, "tanh": 0.2], 0.95, .mixed),
    ])
  func rectifiersHaveToKeepUnitsAndMoveLessThanAll(
    change: [String: Double], overlap: Double, verdict: Claim.Verdict
  ) throws {
    let found = try claim(
      "Disentangling",
      of: try results(AdvantagesSamples.Seen(distanceChange: change, overlap: overlap)))
    #expect(found.verdict == verdict)
    #expect(found.reasons.count == 2 && found.reasons[1].contains("with the L1 penalty: "))
    if change["tanh"] != nil {
      #expect(found.reasons[0].contains("better than softplus and logistic, not better than tanh"))
    }
  }

  @Test func separabilityAndRobustnessAreJudgedByTheirOwnNumbers() throws {
    var seen = AdvantagesSamples.Seen()
    seen.probeErrorRate = ["rectifier": 0.01]
    seen.silencedAccuracy = ["rectifier": 0.5]
    let found = try results(seen)
    #expect(try claim("Linear separability", of: found).verdict == .supported)
    #expect(try claim("Distributed but sparse", of: found).verdict == .notSupported)
    seen.silencedAccuracy = ["rectifier": 0.9]
    #expect(
      try claim("Distributed but sparse", of: try results(seen)).verdict == .supported)
  }

  @Test func zerosAreExactAndThereFromTheBeginning() throws {
    #expect(try claim("Exact zeros", of: try results()).verdict == .supported)
    var seen = AdvantagesSamples.Seen()
    seen.silentAtStart = 0.2
    #expect(try claim("Exact zeros", of: try results(seen)).verdict == .mixed)
    seen.zeroFraction["tanh"] = 0.1
    #expect(try claim("Exact zeros", of: try results(seen)).verdict == .notSupported)
  }

  @Test func sizesHaveToGoWithTheMargin() throws {
    let title = "Variable-size representation"
    #expect(try claim(title, of: try results()).verdict == .supported)
    var seen = AdvantagesSamples.Seen()
    seen.marginCorrelation = 0
    #expect(try claim(title, of: try results(seen)).verdict == .mixed)
  }

  @Test func storageAndLinearityFollowFromTheirLimits() throws {
    #expect(try claim("Storage", of: try results()).verdict == .supported)
    #expect(try claim("Piecewise linearity", of: try results()).verdict == .supported)
    var seen = AdvantagesSamples.Seen()
    seen.mapDifference = 1e-2
    #expect(try claim("Piecewise linearity", of: try results(seen)).verdict == .notSupported)
  }

  @Test func gradientsHaveToComeThroughBetterThanBoth() throws {
    func found(_ fade: [String: Double]) throws -> Claim {
      var seen = AdvantagesSamples.Seen()
      seen.fade = fade
      return try claim("Gradient flow", of: try results(seen))
    }
    #expect(try found(["rectifier": -1]).verdict == .supported)
    #expect(try found([:]).verdict == .notSupported)
    let mixed = try found(["rectifier": -2, "tanh": -1])
    #expect(mixed.verdict == .mixed && mixed.figures.count == 1)
    #expect(mixed.reasons[0].contains("in 2 of 4 comparisons under Glorot's rule"))
    #expect(try found(["rectifier, he-normal": -1]).verdict == .mixed)
  }

  @Test func boundednessCountsWhatDiverged() throws {
    func found(_ diverges: @escaping (Trial) -> Bool) throws -> Claim {
      try claim("Boundedness", of: try results(diverges: diverges))
    }
    let rarer = try found {
      $0.configuration.learningRate > 0.2 && $0.configuration.activationL1 == [0]
        && $0.configuration.activations == [.rectifier] && $0.observation == .trajectory
    }
    #expect(rarer.verdict == .supported)
    #expect(rarer.reasons[0].hasPrefix("Of 15 rectifier networks over all rates 9 diverged"))
    // None diverges, but activations are twice as large without the penalty.
    #expect(try found { _ in false }.verdict == .mixed)
  }

  @Test func capacityComparesWidths() throws {
    func found(_ error: @escaping (Trial) -> Double) throws -> Claim {
      var seen = AdvantagesSamples.Seen()
      seen.testErrorRate = error
      return try claim("Capacity", of: try results(seen))
    }
    func isSparse(_ trial: Trial) -> Bool { trial.configuration.targetZeros != nil }
    let same = try found { _ in 0.02 }
    #expect(same.verdict == .notSupported)
    let both = try found { isSparse($0) ? 0.03 : 0.02 }
    #expect(both.verdict == .mixed)
    let recovered = try found {
      isSparse($0) && $0.configuration.hiddenWidths[0] == 250 ? 0.03 : 0.02
    }
    #expect(recovered.verdict == .supported && recovered.figures.count == 1)
  }

  @Test func thePageSaysWhatTheClaimsSay() throws {
    let text = ClaimPage(claims: try results().claims).text
    #expect(text.contains("| Exact zeros | supported | Before training 49.9 % of the first"))
    #expect(text.contains("**not supported** (15 networks, `rectifier reproduce advantages`, "))
    #expect(text.contains("![Test and training error against width](advantages-capacity.svg)"))
    #expect(text.hasSuffix("|\n"))
  }

  @Test func theDocumentHasItsKeys() throws {
    let claims = try #require(try results().json["claims"]?.arrayValue)
    #expect(claims.count == 10)
    #expect(claims[0]["verdict"] == "supported" && claims[0]["title"] == "Exact zeros")
    #expect(claims[0]["doneCount"]?.intValue == 15)
  }
}
