// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// Reads the steps of a chain as the layers of a network.
///
///     network = {row} [preprocessing] {layer} head
///     layer   = affine [add] activation [sign]
///     head    = affine [add] (softmax | sigmoid | sigmoid complement | softplus | relu | nothing)
struct ONNXLayerReader {
  /// What comes before the first layer.
  enum Preprocessing {
    case none
    case divided(by: Float)
    case standardized(means: ONNXTensor, deviations: ONNXTensor, place: String)
  }

  /// One affine map, and what is done to its outputs.
  struct Layer {
    let inputCount: Int
    let outputCount: Int
    /// `[outputs × inputs]`.
    var weights: [Float]
    var biases: [Float]
    var activation = Activation.identity
    var signs: [Float]?
    /// Where the output's head is softmax, or its two classes are made of one output.
    var head: Head?
    /// What messages call the affine map.
    let place: String

    enum Head { case softmax, complement }

    func tensors(named name: String, isMasked: Bool) -> [NamedTensor] {
      [
        NamedTensor(name: "\(name).weight", shape: [outputCount, inputCount], values: weights),
        NamedTensor(name: "\(name).bias", shape: [outputCount], values: biases),
      ]
        + (isMasked
          ? [
            NamedTensor(
              name: "\(name).sign", shape: [outputCount],
              values: signs ?? Array(repeating: 1, count: outputCount))
          ] : [])
    }
  }

  private let path: String
  private let steps: [ONNXStep]
  private var position = 0
  private var width: Int?

  init(_ chain: ONNXChain, path: String) {
    self.path = path
    // Rows that stay rows are nothing.
    steps = chain.steps.filter { if case .row(nil) = $0.kind { false } else { true } }
  }

  var isAtEnd: Bool { position == steps.count }

  func refused(_ place: String, _ expected: String, _ found: String) -> ONNXError {
    .unsupported(path: path, place: place, expected: expected, found: found)
  }

  private func kind(_ distance: Int = 0) -> ONNXStep.Kind? {
    position + distance < steps.count ? steps[position + distance].kind : nil
  }

  /// Division by one number, or standardisation; and rows that images become.
  mutating func preprocessing() throws(ONNXError) -> Preprocessing {
    while case .row(let count)? = kind() {
      width = count
      position += 1
    }
    switch (kind(), kind(1)) {
    case (.divide(let divisor)?, _):
      guard let divisor = divisor.scalar, divisor > 0, divisor.isFinite else {
        throw refused(
          steps[position].place, "one divisor above 0 before the first layer", "another")
      }
      position += 1
      return .divided(by: divisor)
    case (.subtract(let means)?, .divide(let deviations)?):
      let place = steps[position].place
      position += 2
      return .standardized(means: means, deviations: deviations, place: place)
    default: return .none
    }
  }

  /// The next affine map with all that follows until the one after it.
  mutating func layer() throws(ONNXError) -> Layer {
    var layer = try affine()
    width = layer.outputCount
    while let next = kind() {
      if case .affine = next { break }
      guard try read(into: &layer) else {
        throw refused(
          steps[position].place, "an activation, a sign mask, a head or the next layer here",
          "another operation")
      }
    }
    return layer
  }

  private mutating func affine() throws(ONNXError) -> Layer {
    guard case .affine(let weights, let isTransposed, let bias)? = kind(),
      let shape = weights.matrixShape, case .floats(let values) = weights.values
    else {
      throw refused(
        isAtEnd ? "the graph" : steps[position].place, "a layer, as Gemm or MatMul", "none")
    }
    let place = steps[position].place
    let (inputs, outputs) =
      isTransposed ? (shape.columns, shape.rows) : (shape.rows, shape.columns)
    guard inputs > 0, outputs > 0, width == nil || width == inputs else {
      throw refused(
        place, width.map { "weights for \($0) inputs" } ?? "inputs and outputs", "\(shape)")
    }
    position += 1
    var layer = Layer(
      inputCount: inputs, outputCount: outputs,
      weights: isTransposed
        ? values : Self.transposed(values, rowCount: inputs, columnCount: outputs),
      biases: [Float](repeating: 0, count: outputs), place: place)
    if let bias {
      layer.biases = try biases(bias, place: place, count: outputs)
    } else if case .add(let bias)? = kind() {
      layer.biases = try biases(bias, place: steps[position].place, count: outputs)
      position += 1
    }
    return layer
  }

  private func biases(
    _ bias: ONNXTensor, place: String, count: Int
  ) throws(ONNXError) -> [Float] {
    guard let biases = bias.vector(count: count) else {
      throw refused(place, "\(count) biases", "a constant of shape \(bias.shape)")
    }
    return biases
  }

  private static func transposed(
    _ values: [Float], rowCount: Int, columnCount: Int
  ) -> [Float] {
    var result = [Float](repeating: 0, count: values.count)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        result[column * rowCount + row] = values[row * columnCount + column]
      }
    }
    return result
  }
}

extension ONNXLayerReader {
  /// Reads an activation, the signs after it or a head; answers whether there was one.
  private mutating func read(into layer: inout Layer) throws(ONNXError) -> Bool {
    guard layer.signs == nil, layer.head == nil else { return false }
    let isFirst = layer.activation == .identity
    var length = 1
    switch (kind(), kind(1), kind(2)) {
    case (.row(let count?)?, _, _):
      guard count == layer.outputCount else { return false }
    case (.multiply(let scale)?, .activation(.softplus(1))?, .divide(let divisor)?) where isFirst:
      guard let sharpness = scale.scalar, divisor.scalar == sharpness else { return false }
      layer.activation = .softplus(sharpness: sharpness)
      length = 3
    case (.activation(let activation)?, _, _) where isFirst: layer.activation = activation
    case (.activation(.rectifier)?, _, _) where layer.activation == .tanh:
      layer.activation = .rectifiedTanh
    case (.absolute?, _, _) where layer.activation == .tanh: layer.activation = .absoluteTanh
    case (.multiply(let signs)?, _, _):
      guard let signs = signs.vector(count: layer.outputCount),
        signs.allSatisfy({ abs($0) == 1 })
      else { throw refused(steps[position].place, "+1 or -1 a unit", "other factors") }
      layer.signs = signs
    case (.softmax?, _, _) where isFirst: layer.head = .softmax
    case (.complement?, _, _) where layer.activation == .logistic && layer.outputCount == 1:
      layer.head = .complement
    default: return false
    }
    position += length
    return true
  }

  /// The last layer as it is stored, and its head.
  func output(_ layer: Layer) throws(ONNXError) -> (layer: Layer, head: OutputHead) {
    let count = layer.outputCount
    guard layer.signs == nil else {
      throw refused(layer.place, "no sign mask after the last layer", "one")
    }
    switch (layer.head, layer.activation) {
    case (.softmax, _): return (layer, .softmax(classCount: count))
    case (.complement, _):
      // Softmax of 0 and y is 1 − p and p with p = 1/(1 + e^{−y}).
      let both = Layer(
        inputCount: layer.inputCount, outputCount: 2,
        weights: Array(repeating: 0, count: layer.inputCount) + layer.weights,
        biases: [0] + layer.biases, place: layer.place)
      return (both, .softmax(classCount: 2))
    case (nil, .logistic): return (layer, .logistic(outputCount: count))
    case (nil, .identity): return (layer, .identity(outputCount: count))
    case (nil, .softplus(1)): return (layer, .softplus(outputCount: count))
    case (nil, .rectifier): return (layer, .rectifier(outputCount: count))
    case (nil, let activation):
      throw refused(
        layer.place, "an output head of softmax, logistic, identity, softplus or rectifier",
        "\(activation)")
    }
  }
}
