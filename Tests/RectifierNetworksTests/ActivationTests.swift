// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct ActivationTests {
  static let all = Activation.all + [.softplus(sharpness: 0.25), .softplus(sharpness: 5)]
  /// Both sides of 0, none of them nearer to it than 0.01.
  static let points = stride(from: -6.01, through: 6, by: 0.173).filter { abs($0) > 0.01 }

  @Test(arguments: all)
  func onlySomeHaveASilentRange(activation: Activation) {
    let isSilent = [-2, -1.5, -1, -0.5, -0.01].allSatisfy { activation.value(at: $0) == 0 }
    #expect(activation.hasSilentRange == isSilent)
  }

  @Test(arguments: all)
  func valuesAreThoseOfTheFormulas(activation: Activation) {
    for x in Self.points + [0] {
      let value = activation.oracleValue(x)
      #expect(abs(activation.value(at: x) - value) <= 1e-12 * max(abs(value), 1e-3))
      let derivative = activation.oracleDerivative(x)
      #expect(abs(activation.derivative(at: x) - derivative) <= 1e-12 * max(abs(derivative), 1e-2))
    }
  }

  @Test(arguments: all)
  func derivativesAreSlopes(activation: Activation) {
    let step = 1e-4
    for x in Self.points {
      let near = activation.value(at: x + step) - activation.value(at: x - step)
      let far = activation.value(at: x + 2 * step) - activation.value(at: x - 2 * step)
      let slope = (8 * near - far) / (12 * step)
      let derivative = activation.derivative(at: x)
      #expect(abs(slope - derivative) <= 1e-6 * abs(derivative) + 1e-11, "at \(x)")
    }
  }

  @Test func atAKinkTheDerivativeIsZero() {
    let kinked: [Activation] = [.rectifier, .rectifiedTanh, .absoluteTanh, .leakyIntegrateAndFire]
    for activation in kinked {
      #expect(activation.derivative(at: 0) == 0 && activation.derivative(at: -0.0) == 0)
      #expect(activation.value(at: 0) == 0)
    }
    #expect(Activation.rectifier.derivative(at: 1e-300) == 1)
    #expect(Activation.absoluteTanh.derivative(at: 1e-300) == 1)
    #expect(Activation.absoluteTanh.derivative(at: -1e-300) == -1)
  }

  @Test func theSlopeOfIntegrateAndFireIsBounded() {
    let activation = Activation.leakyIntegrateAndFire
    // 7.5·0.05/(0.001·0.051) / (7.5·log 51 + 1)².
    #expect(abs(activation.derivative(at: 1e-3) - 7.9101277698) < 1e-9)
    for x in [1e-3, 9e-4, 1e-6, 1e-300] {
      #expect(activation.derivative(at: x) == activation.derivative(at: 1e-3))
    }
    #expect(activation.derivative(at: 1.1e-3) < activation.derivative(at: 1e-3))
    #expect(activation.derivative(at: -1e-300) == 0)
  }

  @Test func farOutNothingOverflows() {
    for x in [-1e3, -1e300, 1e3, 1e300] {
      for activation in Self.all {
        #expect(activation.value(at: x).isFinite && activation.derivative(at: x).isFinite)
      }
    }
    #expect(Activation.softplus(sharpness: 2).value(at: 1e3) == 1e3)
    #expect(Activation.logistic.value(at: -1e3) == 0)
  }

  @Test(arguments: all)
  func notANumberPasses(activation: Activation) {
    #expect(activation.value(at: .nan).isNaN)
  }

  @Test(arguments: all)
  func zerosAndSlopesAgree(activation: Activation) {
    for x in Self.points + [0, -1e3, 1e3] where activation.zeroOutputMeansZeroDerivative {
      #expect(activation.value(at: x) != 0 || activation.derivative(at: x) == 0)
    }
    for x in Self.points where activation.hasUnitSlope {
      #expect(activation.derivative(at: x) == (activation.value(at: x) == 0 ? 0 : 1))
    }
    #expect(!Activation.tanh.zeroOutputMeansZeroDerivative)
    #expect(!Activation.identity.zeroOutputMeansZeroDerivative)
  }

  @Test func everyKernelCodeIsItsOwn() {
    let codes = Activation.all.map(\.kernelCode.rawValue)
    #expect(Set(codes).count == Activation.all.count)
  }
}
