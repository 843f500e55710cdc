// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct Figure1ResultsTests {
  @Test func theFormulaGivesThePapersDrawing() {
    let rates = Figure1Results().rates
    #expect(rates.map(\.published) == [46, 80, 122, 164, 186, 198, 207])
    for rate in rates { #expect(abs(rate.rate - rate.published) <= 1, "\(rate)") }
  }

  @Test func theNeuronIsSilentUpToItsThreshold() {
    let neuron = Figure1Recipe().neuron
    #expect(neuron.rate(at: -1) == 0 && neuron.rate(at: neuron.thresholdNanoamperes) == 0)
    #expect(neuron.rate(at: neuron.thresholdNanoamperes + 0.01) > 0)
    // 1 / (4 ms + 41.5 ms · log(1 + 0.2/0.875)) by hand.
    #expect(abs(neuron.rate(at: 1) - 79.72) < 0.05)
    // It cannot fire more often than the refractory time allows.
    #expect(neuron.rate(at: 1e9) < 250)
  }

  /// Deviation 1: only the product of leak and excursion shows in the drawing.
  @Test func otherConstantsWithTheSameProductGiveNearlyTheSameRates() {
    let chosen = Figure1Recipe().neuron
    for excursion in [0.05, 0.1, 0.276] {
      var other = chosen
      other.excursionNanoamperes = excursion
      other.leakMilliseconds = chosen.leakMilliseconds * chosen.excursionNanoamperes / excursion
      // To first order the rate depends on the middle between reset and threshold.
      other.thresholdNanoamperes += (excursion - chosen.excursionNanoamperes) / 2
      for current in [0.5, 1, 2, 4, 10] {
        #expect(abs(other.rate(at: current) - chosen.rate(at: current)) < 1, "\(excursion)")
      }
    }
  }

  @Test func theDrawingHasBothPanels() {
    let svg = Figure1Results().svg
    // Seven points and one in the legend.
    #expect(svg.ranges(of: "class=\"m1 faint\"").count == 7)
    #expect(svg.ranges(of: "<polyline").count == 3)
    #expect(svg.contains(">tanh</text>") && svg.contains(">logistic</text>"))
  }

  @Test func theDocumentHasItsKeys() {
    let json = Figure1Results().json
    #expect(json["rates"]?.arrayValue?.count == 7)
    #expect(json["rates"]?.arrayValue?.first?["publishedRate"] == .number(46))
    let activations = json["activations"]?.arrayValue
    #expect(activations?.count == 7)
    #expect(activations?[3] == ["input": .number(0), "tanh": .number(0), "logistic": .number(0.5)])
  }
}
