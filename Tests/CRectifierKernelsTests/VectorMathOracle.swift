// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A vector function, its exact value in Double and the error it may have.
struct Function: CustomStringConvertible, Sendable {
  let description: String
  let code: rectifier_function
  var parameter: Float = 0
  /// The largest error in units in the last place, as measured over all arguments, rounded up.
  let bound: Double
  let exact: @Sendable (Double) -> Double

  static let all =
    [exponential, logarithm, logarithmOfOnePlus, tanh, tanhSlope, logistic, logisticSlope, spikes]
    + [spikesSlope] + sharpnesses.flatMap { [softplus($0), softplusSlope($0)] }
    + [sine, cosine] + [0.5, 2, -1, 1 / 2.2, 3.7, -0.001, 100, 1e6].map { power($0) }

  /// From soft, over the paper's sweep, to what is all but the rectifier.
  static let sharpnesses: [Float] = [0.1, 0.3, 1, 1.3, 2, 3, 3.7, 6, 50, 1000, 1e6]

  static let exponential = Function(description: "exp", code: RECTIFIER_EXP, bound: 0.90) {
    exp($0)
  }

  static let logarithm = Function(description: "log", code: RECTIFIER_LOG, bound: 0.94) {
    log($0)
  }

  static let logarithmOfOnePlus = Function(
    description: "log1p", code: RECTIFIER_LOG1P, bound: 1.69
  ) { log1p($0) }

  static let tanh = Function(description: "tanh", code: RECTIFIER_TANH, bound: 1.14) { x in
    #if canImport(Glibc)
      Glibc.tanh(x)
    #else
      Darwin.tanh(x)
    #endif
  }

  static let tanhSlope = Function(
    description: "slope of tanh", code: RECTIFIER_TANH_SLOPE, bound: 3.55
  ) { 4 * exactLogisticSlope(2 * $0) }

  static let logistic = Function(description: "logistic", code: RECTIFIER_LOGISTIC, bound: 1.50) {
    exactLogistic($0)
  }

  static let logisticSlope = Function(
    description: "slope of logistic", code: RECTIFIER_LOGISTIC_SLOPE, bound: 3.55
  ) { exactLogisticSlope($0) }

  static func softplus(_ sharpness: Float) -> Function {
    Function(
      description: "softplus of sharpness \(sharpness)", code: RECTIFIER_SOFTPLUS,
      parameter: sharpness, bound: sharpness == 1 ? 2.07 : 3.96
    ) { x in
      let scaled = x * Double(sharpness)
      // The exponential is flushed, also where a small sharpness would lift it above 2^-126.
      if scaled < -126 * log(2) { return 0 }
      return max(x, 0) + log1p(exp(-scaled.magnitude)) / Double(sharpness)
    }
  }

  static func softplusSlope(_ sharpness: Float) -> Function {
    Function(
      description: "slope of softplus of sharpness \(sharpness)", code: RECTIFIER_SOFTPLUS_SLOPE,
      parameter: sharpness, bound: 1.50
    ) { exactLogistic($0 * Double(sharpness)) }
  }

  static let spikes = Function(
    description: "leaky integrate and fire", code: RECTIFIER_LIF, bound: 3.02
  ) { x in x > 0 ? 1 / exactPeriod(x) : 0 }

  static let sine = Function(description: "sin", code: RECTIFIER_SIN, bound: 0.79) {
    $0.magnitude <= 65536 ? sin($0) : .nan
  }

  static let cosine = Function(description: "cos", code: RECTIFIER_COS, bound: 0.79) {
    $0.magnitude <= 65536 ? cos($0) : .nan
  }

  static func power(_ exponent: Float) -> Function {
    Function(
      description: "power of \(exponent)", code: RECTIFIER_POW, parameter: exponent, bound: 1.07
    ) { $0 >= 0 ? pow($0, Double(exponent)) : .nan }
  }

  static let spikesSlope = Function(
    description: "slope of leaky integrate and fire", code: RECTIFIER_LIF_SLOPE, bound: 6.69
  ) { x in
    guard x > 0 else { return 0 }
    let clamped = max(x, Double(Float(0.001)))
    let period = exactPeriod(clamped)
    return 7.5 * 0.05 / (period * period * clamped * (clamped + 0.05))
  }
}

private func exactLogistic(_ x: Double) -> Double {
  x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x))
}

private func exactLogisticSlope(_ x: Double) -> Double {
  let decay = exp(-x.magnitude)
  return decay / ((1 + decay) * (1 + decay))
}

private func exactPeriod(_ x: Double) -> Double { 7.5 * log1p(0.05 / x) + 1 }

/// What a function is at an argument where it must be so to the bit.
struct SpecialValue: CustomStringConvertible, Sendable {
  let function: Function
  let argument: Float
  let result: Float

  var description: String { "\(function)(\(argument)) = \(result)" }

  private static func table(_ function: Function, _ pairs: [(Float, Float)]) -> [SpecialValue] {
    pairs.map { SpecialValue(function: function, argument: $0.0, result: $0.1) }
  }

  private static let denormal = Float.leastNormalMagnitude.nextDown

  static let all = (ofOneNumber + powers + ofSoftplus).flatMap { $0 }

  private static let ofOneNumber = [
    table(
      .exponential,
      [
        (0, 1), (-0.0, 1), (denormal, 1), (.infinity, .infinity), (-.infinity, 0), (89, .infinity),
        (-88, 0), (-87.33655, 0), (-87.33654, 0x1.00004cp-126), (88.72284, .infinity),
      ]),
    table(
      .logarithm,
      [
        (1, 0), (0, -.infinity), (-0.0, -.infinity), (denormal, -.infinity),
        (-denormal, -.infinity), (.infinity, .infinity), (-.infinity, .nan), (-1, .nan),
      ]),
    table(
      .logarithmOfOnePlus,
      [
        (0, 0), (-0.0, 0), (-1, -.infinity), ((-1 as Float).nextDown, .nan), (-.infinity, .nan),
        (.infinity, .infinity), (0x1p-126, 0x1p-126), (-0x1p-126, -0x1p-126),
      ]),
    table(
      .tanh,
      [
        (0, 0), (-0.0, -0.0), (.infinity, 1), (-.infinity, -1), (20, 1), (-20, -1),
        (0x1p-126, 0x1p-126), (0x1p-20, 0x1p-20), (denormal, 0), (-denormal, -0.0),
      ]),
    table(.tanhSlope, [(0, 1), (-0.0, 1), (.infinity, 0), (-.infinity, 0), (45, 0), (-45, 0)]),
    table(.logistic, [(0, 0.5), (-0.0, 0.5), (.infinity, 1), (-.infinity, 0), (90, 1), (-90, 0)]),
    table(.logisticSlope, [(0, 0.25), (.infinity, 0), (-.infinity, 0), (90, 0), (-90, 0)]),
    table(.spikes, [(0, 0), (-0.0, 0), (-1, 0), (denormal, 0), (-.infinity, 0), (.infinity, 1)]),
    table(.spikesSlope, [(0, 0), (-0.0, 0), (-1, 0), (denormal, 0), (-.infinity, 0)]),
    table(.spikesSlope, [(.infinity, 0), (.greatestFiniteMagnitude, 0)]),
    table(
      .sine,
      [
        (0, 0), (-0.0, -0.0), (denormal, 0), (-denormal, -0.0), (0x1p-126, 0x1p-126),
        (.infinity, .nan), (-.infinity, .nan), ((65536 as Float).nextUp, .nan),
        (.pi, 0x1.4442d2p-23), (1.5707964, 1),
      ]),
    table(
      .cosine,
      [
        (0, 1), (-0.0, 1), (denormal, 1), (0x1p-126, 1), (.infinity, .nan), (-.infinity, .nan),
        ((-65536 as Float).nextDown, .nan), (1.5707964, -0x1.777a5cp-25),
      ]),
  ]

  private static let ofSoftplus = Function.sharpnesses.flatMap { sharpness in
    [
      table(
        .softplus(sharpness),
        [
          (.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (1e30, 1e30), (-1e30, 0),
          (1000, 1000), (-1000, 0), (.greatestFiniteMagnitude, .greatestFiniteMagnitude),
          (-.greatestFiniteMagnitude, 0),
        ]),
      table(
        .softplusSlope(sharpness),
        [
          (0, 0.5), (-0.0, 0.5), (denormal, 0.5), (-denormal, 0.5), (.infinity, 1), (-.infinity, 0),
          (.nan, .nan), (1e30, 1), (-1e30, 0), (1000, 1), (-1000, 0),
          (.greatestFiniteMagnitude, 1), (-.greatestFiniteMagnitude, 0),
        ]),
    ]
  }

  private static let powers = [
    table(
      .power(0),
      [(0, 1), (-0.0, 1), (1, 1), (.infinity, 1), (2, 1), (-1, .nan), (-.infinity, .nan)]),
    table(
      .power(0.5),
      [
        (0, 0), (-0.0, 0), (denormal, 0), (-denormal, 0), (1, 1), (.infinity, .infinity), (4, 2),
        (-0x1p-126, .nan), (0x1p-126, 0x1p-63), (.greatestFiniteMagnitude, 0x1p+64),
      ]),
    table(
      .power(-0.5), [(0, .infinity), (-0.0, .infinity), (denormal, .infinity), (.infinity, 0)]),
    table(.power(8), [(65536, .infinity), (0x1p-16, 0), (32768, 0x1p120), (0x1p-15, 0x1p-120)]),
    table(.power(-126), [(2, 0x1p-126), (2.0001, 0), (0.5, 0x1p126), (0.4, .infinity)]),
    table(.power(.infinity), [(1, 1), (0.5, 0), (2, .infinity), (0, 0)]),
    table(.power(-.infinity), [(1, 1), (0.5, .infinity), (2, 0), (0, .infinity)]),
    table(.power(denormal), [(0, 1), (3, 1)]),
    table(.power(.nan), [(0, .nan), (1, .nan), (2, .nan)]),
  ]
}
