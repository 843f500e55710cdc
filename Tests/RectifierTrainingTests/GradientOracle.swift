// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Targets of a batch, for the oracle.
enum OracleTargets {
  case classes([Int])
  case reals([[Double]])
}

/// Numbers in the form of a network's parameters, one array a layer; weights `[outputs × inputs]`.
struct OracleGradient {
  var weights: [[Double]]
  var biases: [[Double]]

  init(zerosFor network: DoubleNetwork) {
    weights = network.layers.map { [Double](repeating: 0, count: $0.weights.count) }
    biases = network.layers.map { [Double](repeating: 0, count: $0.biases.count) }
  }

  /// Layer for layer weights, then biases.
  var flat: [Double] { zip(weights, biases).flatMap { $0 + $1 } }
}

/// The objective and its gradient, in `Double`:
///
///     J = (1/N) Σₙ [ loss(n) + Σₗ λₗ Σᵤ |h(l, n, u)| ]
///
/// h after dropout, where the network has factors of it;
/// with loss −log softmax(y)[class] times the class's weight, the cross-entropy of logistic outputs,
/// each term times the output's weight, or Σₒ (pₒ − tₒ)².
extension DoubleNetwork {
  func objective(_ batch: [[Double]], _ targets: OracleTargets) -> Double {
    let terms = batch.enumerated().map { n, row in
      let trace = trace(row, number: n)
      let penalty = layers.indices.dropLast().reduce(0) { sum, l in
        sum + layers[l].penalty * trace.inputs[l + 1].reduce(0) { $0 + abs($1) }
      }
      return dataLoss(trace, targets, row: n) + penalty
    }
    return terms.reduce(0, +) / Double(batch.count)
  }

  func dataLoss(_ trace: Trace, _ targets: OracleTargets, row n: Int) -> Double {
    let y = trace.preActivations.last!
    switch targets {
    case .classes(let classes):
      let loss = log(y.reduce(0) { $0 + exp($1) }) - y[classes[n]]
      return loss * weight(ofClass: classes[n])
    case .reals(let reals):
      return zip(trace.inputs.last!, reals[n]).enumerated().reduce(0) { sum, output in
        let (o, (p, t)) = output
        guard case .logistic = head else { return sum + (p - t) * (p - t) }
        return sum - weight(ofClass: o) * (t * log(p) + (1 - t) * log(1 - p))
      }
    }
  }

  /// The gradient by backpropagation, and for each element the sum of the magnitudes of all terms
  /// that went into it, those of earlier sums included, as the measure of the rounding error to
  /// expect: n times the largest term, where n terms are alike.
  func gradient(
    of batch: [[Double]], _ targets: OracleTargets
  ) -> (exact: OracleGradient, magnitudes: OracleGradient) {
    var exact = OracleGradient(zerosFor: self)
    var magnitudes = exact
    let scale = 1 / Double(batch.count)
    for (n, row) in batch.enumerated() {
      let trace = trace(row, number: n)
      var delta = headDelta(trace, targets, row: n)
      for l in layers.indices.reversed() {
        let inputCount = layers[l].inputCount
        for o in 0..<layers[l].outputCount {
          exact.biases[l][o] += delta[o].value * scale
          magnitudes.biases[l][o] += delta[o].magnitude * scale
          for i in 0..<inputCount {
            let (x, measure) = (trace.inputs[l][i], trace.inputMagnitudes[l][i])
            exact.weights[l][o * inputCount + i] += delta[o].value * x * scale
            magnitudes.weights[l][o * inputCount + i] += delta[o].magnitude * measure * scale
          }
        }
        if l > 0 { delta = hiddenDelta(of: l - 1, delta, trace) }
      }
    }
    return (exact, magnitudes)
  }

  /// A derivative by a pre-activation, with the sum of the magnitudes that went into it.
  private struct Delta {
    var value: Double
    var magnitude: Double
  }

  private func headDelta(_ trace: Trace, _ targets: OracleTargets, row n: Int) -> [Delta] {
    let (outputs, measures) = (trace.inputs.last!, trace.inputMagnitudes.last!)
    return outputs.indices.map { o in
      switch targets {
      case .classes(let classes):
        let truth = o == classes[n] ? 1.0 : 0.0
        let weight = weight(ofClass: classes[n])
        return Delta(
          value: (outputs[o] - truth) * weight, magnitude: (measures[o] + truth) * weight)
      case .reals(let reals):
        let error = outputs[o] - reals[n][o]
        let magnitude = measures[o] + abs(reals[n][o])
        if case .logistic = head {
          let weight = weight(ofClass: o)
          return Delta(value: error * weight, magnitude: magnitude * weight)
        }
        let slope = linkSlope(trace, o)
        return Delta(value: 2 * error * slope.value, magnitude: 2 * magnitude * slope.magnitude)
      }
    }
  }

  /// The slope of a link under squared error.
  private func linkSlope(_ trace: Trace, _ o: Int) -> Delta {
    let link: Activation
    switch head {
    case .softplus: link = .softplus(sharpness: 1)
    case .rectifier: link = .rectifier
    default: link = .identity
    }
    return slope(
      of: link, at: trace.preActivations.last![o], trace.preActivationMagnitudes.last![o])
  }

  /// The slope at y, and how the error of y shows in it: by the second derivative.
  private func slope(of activation: Activation, at y: Double, _ magnitude: Double) -> Delta {
    let slope = activation.oracleDerivative(y)
    let bend =
      (activation.oracleDerivative(y + 1e-6) - activation.oracleDerivative(y - 1e-6)) / 2e-6
    return Delta(value: slope, magnitude: max(abs(slope), abs(bend) * magnitude))
  }

  /// The deltas of hidden layer `l` from those of the layer after it.
  private func hiddenDelta(of l: Int, _ next: [Delta], _ trace: Trace) -> [Delta] {
    let (layer, after) = (layers[l], layers[l + 1])
    let activation = layer.activation!
    return (0..<layer.outputCount).map { u in
      let h = trace.inputs[l + 1][u]
      var sum = layer.penalty * (h > 0 ? 1 : h < 0 ? -1 : 0)
      var magnitude = layer.penalty
      for o in next.indices {
        let weight = after.weights[o * after.inputCount + u]
        sum += weight * next[o].value
        magnitude += abs(weight) * next[o].magnitude
      }
      let slope = slope(
        of: activation, at: trace.preActivations[l][u], trace.preActivationMagnitudes[l][u])
      let factor = trace.factors.isEmpty ? 1 : trace.factors[l + 1][u]
      return Delta(
        value: sum * layer.signs[u] * slope.value * factor,
        magnitude: magnitude * slope.magnitude * factor)
    }
  }
}
