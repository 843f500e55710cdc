// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierTraining

@Suite struct OptimizerTests {
  static let some: [Optimizer] =
    Optimizer.all + [
      .momentum(coefficient: 0.1, isNesterov: true),
      .adam(firstDecay: 0.2, secondDecay: 0.3, epsilon: 0.4),
    ]

  @Test(arguments: some)
  func surviveCoding(optimizer: Optimizer) throws {
    let data = try JSONEncoder().encode(optimizer)
    #expect(try JSONDecoder().decode(Optimizer.self, from: data) == optimizer)
  }

  @Test func constantsThatAreMissingAreTheUsualOnes() throws {
    for optimizer in Optimizer.all {
      let data = Data("{\"name\":\"\(optimizer.name)\"}".utf8)
      #expect(try JSONDecoder().decode(Optimizer.self, from: data) == optimizer)
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Optimizer.self, from: Data("{\"name\":\"adma\"}".utf8))
    }
  }

  @Test func defaults() {
    #expect(Optimizer.all.map(\.defaultLearningRate) == [0.1, 0.01, 0.001])
    #expect(Optimizer.all.map(\.momentCount) == [0, 1, 2])
    let options = Optimizer.all.map { TrainingOptions(activationL1: [], optimizer: $0) }
    #expect(options.map(\.learningRate) == [0.1, 0.01, 0.001])
    #expect(options.map(\.touchesEveryRow) == [false, true, true])
    #expect(TrainingOptions(activationL1: [], weightL2: 0.1).touchesEveryRow)
  }

  @Test(arguments: [-0.1, 1, 1.5, .nan, .infinity] as [Float])
  func constantsOutOfRange(value: Float) {
    let bad: [(Optimizer, String)] = [
      (.momentum(coefficient: value), "momentum"), (.adam(firstDecay: value), "first decay"),
      (.adam(secondDecay: value), "second decay"),
    ]
    for (optimizer, name) in bad { #expect(optimizer.invalidConstant?.name == name) }
    for epsilon in [0, -1, .nan, .infinity, .leastNonzeroMagnitude] as [Float] {
      #expect(Optimizer.adam(epsilon: epsilon).invalidConstant?.name == "epsilon")
    }
    #expect(Self.some.allSatisfy { $0.invalidConstant == nil })
    #expect(Optimizer.momentum(coefficient: 0).invalidConstant == nil)
  }

  @Test(arguments: [1, 2, 7, 1000, 100_000])
  func adamCorrectsItsBias(step: Int) {
    let update = Optimizer.adam().update(rate: 0.001, step: step)
    let (b1, b2) = (Double(0.9 as Float), Double(0.999 as Float))
    let rate = Double(0.001 as Float) / (1 - pow(b1, Double(step)))
    let scale = 1 / (1 - pow(b2, Double(step))).squareRoot()
    #expect(update.rate.ulps(from: rate, measure: rate) <= 0.51)
    #expect(update.second_scale.ulps(from: scale, measure: scale) <= 0.51)
    #expect((update.first_decay, update.second_decay, update.epsilon) == (0.9, 0.999, 1e-8))
  }
}
