// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct AnalysisTests {
  @Test func eachMeasureIsWhatItIsAlone() throws {
    let (model, data) = (try AnalysisCase.model(), try AnalysisCase.data())
    let options = AnalysisOptions(sampleCount: 20, seed: Seed(5))
    let found = try Analysis.measure(model, on: data, options: options)
    #expect(found.sampleCount == 40)
    #expect(found.evaluation == (try Evaluation.evaluate(model, on: data)))
    #expect(found.zeros == (try Zeros.measure(model, on: data)))
    #expect(found.variableSize == (try VariableSize.measure(model, on: data)))
    #expect(
      found.disentangling
        == (try Disentangling.measure(model, on: data, sampleCount: 20, seed: Seed(5))))
    #expect(
      found.separability
        == (try Separability.measure(model, on: data, sampleCount: 20, seed: Seed(5))))
    #expect(
      found.robustness
        == (try Robustness.measure(model, on: data, sampleCount: 20, seed: Seed(5))))
    #expect(found.storage == (try Storage.measure(model, on: data)))
    #expect(found.gradientFlow == (try GradientFlow.measure(model, on: data)))
    #expect(found.bounds == (try Bounds.measure(model, on: data)))
    #expect(found.linearity == (try Linearity.measure(model, on: data, seed: Seed(5))))
  }

  @Test(arguments: AnalysisClaim.allCases)
  func onlyWhatIsAskedFor(claim: AnalysisClaim) throws {
    let options = AnalysisOptions(claims: [claim], sampleCount: 15)
    let found = try Analysis.measure(
      AnalysisCase.model(), on: AnalysisCase.data(), options: options)
    let measured: [AnalysisClaim: Bool] = [
      .zeros: found.zeros != nil, .variableSize: found.variableSize != nil,
      .disentangling: found.disentangling != nil, .separability: found.separability != nil,
      .robustness: found.robustness != nil, .storage: found.storage != nil,
      .gradientFlow: found.gradientFlow != nil, .bounds: found.bounds != nil,
      .linearity: found.linearity != nil,
    ]
    for other in AnalysisClaim.allCases { #expect(measured[other] == (other == claim)) }
  }

  @Test func withoutTargetsTheRestIsMeasured() throws {
    guard case .floats(let rows) = try AnalysisCase.data().features else { return }
    let data = try Dataset(name: "none", features: .floats(rows), targets: .none)
    let found = try Analysis.measure(AnalysisCase.model(), on: data)
    #expect(found.evaluation == nil && found.separability == nil && found.robustness == nil)
    #expect(found.zeros != nil && found.disentangling != nil && found.storage != nil)
    #expect(found.gradientFlow == nil && found.bounds != nil && found.linearity != nil)
  }

  @Test func unitsThatBendEverywhereHaveNoPieces() throws {
    let found = try Analysis.measure(AnalysisCase.model("tanh"), on: AnalysisCase.data())
    #expect(found.linearity == nil && found.gradientFlow != nil && found.zeros != nil)
  }
}
