// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A network in plain `Double`: what the product computes, written as the formulas are.
package struct DoubleNetwork {
  package struct Layer {
    package let inputCount: Int
    package let outputCount: Int
    /// `[outputs × inputs]`.
    package var weights: [Double]
    package var biases: [Double]
    /// nil: the output layer.
    package let activation: Activation?
    package let signs: [Double]
    /// The penalty on |h|.
    package let penalty: Double
  }

  package let head: OutputHead
  package var layers: [Layer]
  /// What the loss of a class's samples is multiplied by, or of sets a label's term of it; none
  /// for 1.
  package var classWeights: [Double] = []
  /// What dropout multiplies the inputs and each hidden layer's outputs of each row of a batch by,
  /// `[row][place][unit]`; none without dropout.
  package var factors: [[[Double]]] = []

  /// The weight of a class.
  package func weight(ofClass number: Int) -> Double {
    classWeights.isEmpty ? 1 : classWeights[number]
  }

  /// The same parameters, to the last bit; one penalty a hidden layer, or none at all.
  package init(_ network: Network, activationL1: [Float] = []) {
    let architecture = network.architecture
    head = architecture.head
    let tensors = Dictionary(
      uniqueKeysWithValues: network.tensors().map { ($0.name, $0.values.map(Double.init)) })
    let names = architecture.hiddenWidths.indices.map { "hidden.\($0)" } + ["output"]
    layers = names.indices.map { index in
      let hidden = index < architecture.hiddenWidths.count
      let outputCount = architecture.widths[index + 1]
      return Layer(
        inputCount: architecture.widths[index], outputCount: outputCount,
        weights: tensors["\(names[index]).weight"]!, biases: tensors["\(names[index]).bias"]!,
        activation: hidden ? architecture.activations[index] : nil,
        signs: tensors["\(names[index]).sign"] ?? [Double](repeating: 1, count: outputCount),
        penalty: hidden && !activationL1.isEmpty ? Double(activationL1[index]) : 0)
    }
  }

  /// What one row makes of a network, layer for layer. Beside each value stands the sum of the
  /// magnitudes of all terms that it came from, as the measure of the rounding error to expect.
  package struct Trace {
    /// Inputs of each layer; then the head's outputs.
    package var inputs: [[Double]]
    package var preActivations: [[Double]] = []
    package var inputMagnitudes: [[Double]]
    package var preActivationMagnitudes: [[Double]] = []
    /// Of each of `inputs`; none without dropout.
    package var factors: [[Double]]

    mutating func append(_ values: [Double], _ magnitudes: [Double]) {
      let place = inputs.count
      guard place < factors.count else {
        inputs.append(values)
        inputMagnitudes.append(magnitudes)
        return
      }
      inputs.append(zip(values, factors[place]).map { $0 * $1 })
      inputMagnitudes.append(zip(magnitudes, factors[place]).map { $0 * $1 })
    }
  }

  /// - Parameter number: Of the row in its batch, where there are factors.
  package func trace(_ row: [Double], number: Int = 0) -> Trace {
    var trace = Trace(
      inputs: [], inputMagnitudes: [], factors: factors.isEmpty ? [] : factors[number])
    trace.append(row, row.map(abs))
    for layer in layers {
      let x = trace.inputs.last!
      let xMagnitudes = trace.inputMagnitudes.last!
      var y = layer.biases
      var magnitudes = layer.biases.map(abs)
      for o in 0..<layer.outputCount {
        for i in 0..<layer.inputCount {
          let weight = layer.weights[o * layer.inputCount + i]
          y[o] += weight * x[i]
          magnitudes[o] += abs(weight) * xMagnitudes[i]
        }
      }
      trace.preActivations.append(y)
      trace.preActivationMagnitudes.append(magnitudes)
      let (values, outputMagnitudes) = outputs(of: layer, y, magnitudes)
      trace.append(values, outputMagnitudes)
    }
    return trace
  }

  /// The outputs of a layer; a pre-activation's error comes through by the slope there.
  private func outputs(
    of layer: Layer, _ y: [Double], _ magnitudes: [Double]
  ) -> (values: [Double], outputMagnitudes: [Double]) {
    let activation: Activation
    switch (layer.activation, head) {
    case (let hidden?, _): activation = hidden
    case (nil, .softmax):
      let p = Self.softmax(y)
      return (p, p.map { $0 * max(1, magnitudes.max()!) })
    case (nil, .logistic): activation = .logistic
    case (nil, .identity): activation = .identity
    case (nil, .softplus): activation = .softplus(sharpness: 1)
    case (nil, .rectifier): activation = .rectifier
    }
    let h = zip(layer.signs, y).map { $0 * activation.oracleValue($1) }
    let outputMagnitudes = y.indices.map { o in
      max(abs(h[o]), abs(activation.oracleDerivative(y[o])) * magnitudes[o])
    }
    return (h, outputMagnitudes)
  }

  package static func softmax(_ y: [Double]) -> [Double] {
    let powers = y.map { exp($0) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The pre-activation that is nearest to zero, over all rows: of a hidden unit, and of an output
  /// where the head is the rectifier.
  package func leastMagnitude(_ rows: [[Double]]) -> Double {
    var layerCount = layers.count - 1
    if case .rectifier = head { layerCount += 1 }
    return rows.enumerated().map { n, row in
      trace(row, number: n).preActivations[..<layerCount].joined().map(abs).min() ?? .infinity
    }.min() ?? .infinity
  }
}

extension Float {
  /// How far this is from an exact value, in units in the last place of a number of size `measure`.
  package func ulps(from exact: Double, measure: Double) -> Double {
    let unit = Double(Float(max(measure, Double(Float.leastNormalMagnitude))).ulp)
    return abs(Double(self) - exact) / unit
  }
}
