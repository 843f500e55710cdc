// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierTraining

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The law by which λ follows from the zeros of earlier epochs, against its formula in `Double`.
@Suite struct ZeroTargetTests {
  private static let widths = [30, 10]
  private let target = ZeroTarget(fraction: 0.85, initial: 0, hiddenWidths: widths)

  private func report(_ epoch: Int, zeros: [Double], l1: Float) -> EpochReport {
    EpochReport(
      epoch: epoch, trainingLoss: 0, trainingErrorRate: 0, validationLoss: 0,
      validationErrorRate: 0, zeroFraction: zeros, deadUnitCount: [0, 0], isBest: epoch == 1,
      activationL1: l1)
  }

  private func logit(_ z: Double) -> Double {
    let z = min(max(z, 0.001), 0.999)
    return log(z / (1 - z))
  }

  /// λ of each epoch, and of the one after the last, where each has the zeros given in both layers.
  private func coefficients(
    _ zeros: [Double], _ target: ZeroTarget
  ) -> [Float] {
    var reports: [EpochReport] = []
    for (index, z) in zeros.enumerated() {
      reports.append(
        report(index + 1, zeros: [z, z], l1: target.coefficient(after: reports)))
    }
    return reports.map { $0.activationL1! } + [target.coefficient(after: reports)]
  }

  private func expected(_ zeros: [Double], first: Double, target z: Double) -> [Double] {
    let (least, greatest) = (0.01 / 40, 300.0 / 40)
    var coefficients = [first]
    var errors: [Double] = []
    for found in zeros {
      errors.append(logit(z) - logit(found))
      let error = errors.last!
      let earlier = errors.count > 1 ? errors[errors.count - 2] : error
      let signChanges = errors.indices.dropFirst().count { errors[$0 - 1] * errors[$0] < 0 }
      let gains = [1.0, 1, 0.5, 0.25, 0.125]
      let increment =
        gains[min(signChanges, 4)] * ((error < 0 ? 3 : 1) * error + 1.5 * (error - earlier))
      let factor = exp(min(max(increment, -log(8)), log(8)))
      let next = max(coefficients.last!, least) * factor
      coefficients.append(next <= least * (1 + 1e-6) ? 0 : min(next, greatest))
    }
    return coefficients
  }

  @Test(arguments: [
    [0.6, 0.7, 0.8, 0.86, 0.87, 0.84], [0, 0, 0.2, 0.99, 0.97, 0.6, 0.3],
    [0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.8], [0.95, 0.95, 0.95, 0.8, 0.7],
    [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  ])
  func coefficientsAreThoseOfTheFormula(zeros: [Double]) {
    for initial: Float in [0, 0.002] {
      let target = ZeroTarget(fraction: 0.85, initial: initial, hiddenWidths: Self.widths)
      let found = coefficients(zeros, target)
      let first = initial == 0 ? 0.05 / 40 : Double(initial)
      for (value, exact) in zip(found, expected(zeros, first: first, target: 0.85)) {
        // At the lower end rounding may leave λ there rather than at 0.
        let slack = exact == 0 ? 0.01 / 40 * (1 + 1e-4) : 1e-4 * exact
        #expect(abs(Double(value) - exact) <= slack)
      }
    }
  }

  /// Too few zeros raise λ, too many lower it; on target, after the same before, nothing moves.
  @Test func itGoesTheRightWay() {
    #expect(coefficients([0.6], target)[1] > coefficients([], target)[0])
    #expect(coefficients([0.95], target)[1] < coefficients([], target)[0])
    let still = coefficients([0.85, 0.85], target)
    #expect(still[2] == still[1] && abs(still[1] / still[0] - 1) < 1e-5)
  }

  /// The faster zeros rise, the less λ does.
  @Test func zerosThatRiseAreABrake() {
    let slow = coefficients([0.7, 0.72], target)
    let fast = coefficients([0.7, 0.82], target)
    #expect(fast[2] < slow[2] && fast[2] < fast[1])
  }

  /// λ that swings from side to side swings less and less.
  @Test func oscillationIsDamped() {
    let found = coefficients((0..<12).map { $0 % 2 == 0 ? 0.83 : 0.87 }, target)
    let steps = zip(found, found.dropFirst()).map { abs(log(Double($1 / $0))) }
    #expect(steps.last! < steps[1] / 4 && steps.last! > 0)
  }

  @Test func lambdaIsOffWhereZerosAreTooManyWithoutItAndComesBackAtOnce() {
    let zeros = [Double](repeating: 0.95, count: 30)
    #expect(coefficients(zeros, target).last == 0)
    let back = coefficients(zeros + [0.8], target)
    #expect(back[zeros.count] == 0 && back.last! > 0)
  }

  @Test func lambdaStaysBounded() {
    let most = coefficients([Double](repeating: 0, count: 40), target)
    #expect(most.allSatisfy(\.isFinite) && most.last! == 300 / 40)
    #expect(coefficients([Double](repeating: 0, count: 40) + [1, 1], target).last! < 7.5)
  }

  @Test func whatItBeginsAtIsBoundedToo() {
    for (initial, first) in [(100, 300 / 40), (1e-9, 0.01 / 40), (0.002, 0.002)] as [(Float, Float)]
    {
      let target = ZeroTarget(fraction: 0.85, initial: initial, hiddenWidths: [30, 10])
      #expect(target.coefficient(after: []) == first)
    }
  }

  @Test func zerosAreTheMeanOverAllUnits() {
    let uneven = [report(1, zeros: [0.9, 0.7], l1: 0.01)]
    let even = [report(1, zeros: [0.85, 0.85], l1: 0.01)]
    let (a, b) = (target.coefficient(after: uneven), target.coefficient(after: even))
    #expect(abs(a / b - 1) < 1e-5)
    let mean = ZeroFraction.mean([0.9, 0.7], widths: [30, 10]) ?? 0
    #expect(abs(mean - 0.85) < 1e-12)
    #expect(ZeroFraction.mean([], widths: []) == nil)
    #expect(ZeroFraction.mean([0.5], widths: [1, 2]) == nil)
  }
}
