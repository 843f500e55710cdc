// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The shape of a network: fully connected hidden layers and an output head.
public struct Architecture: Hashable, Sendable {
  /// Features a sample.
  public let inputCount: Int
  /// Units a hidden layer, from the input on; possibly none.
  public let hiddenWidths: [Int]
  /// One activation a hidden layer.
  public let activations: [Activation]
  /// Whether each hidden unit's output is multiplied by its own fixed +1 or −1, so that the mean
  /// activation of a layer is near zero. *Source:* Glorot, Bordes and Bengio (2011), section 4.1.
  public let hasSignMask: Bool
  /// What the last layer's outputs mean.
  public let head: OutputHead

  /// An architecture; `activations` has one element for all hidden layers, or one for each.
  ///
  /// - Throws: `ArchitectureError` where a count is below 1 (2 classes for softmax), the activations
  ///   do not match the layers, or the parameters do not fit the address space.
  public init(
    inputCount: Int, hiddenWidths: [Int], activations: [Activation] = [.rectifier],
    hasSignMask: Bool = false, head: OutputHead
  ) throws(ArchitectureError) {
    try Self.checkCount("input count", inputCount, least: 1)
    for (k, width) in hiddenWidths.enumerated() {
      try Self.checkCount("width of hidden layer \(k)", width, least: 1)
    }
    try Self.checkCount(
      head.classCount == nil ? "output count" : "class count", head.outputCount,
      least: head.leastOutputCount)
    for case .softplus(let sharpness) in activations where !Activation.isValid(sharpness: sharpness)
    {
      throw .invalidSharpness(text: "\(sharpness)")
    }
    guard activations.count == hiddenWidths.count || activations.count == 1 else {
      throw .activationCountMismatch(
        activations: activations.count, hiddenLayers: hiddenWidths.count)
    }
    self.inputCount = inputCount
    self.hiddenWidths = hiddenWidths
    self.activations =
      activations.count == hiddenWidths.count
      ? activations : hiddenWidths.map { _ in activations[0] }
    self.hasSignMask = hasSignMask
    self.head = head
    try checkParameterCount()
  }

  /// The same with other hidden widths, as many as there are.
  package func replacingHiddenWidths(_ widths: [Int]) throws(ArchitectureError) -> Architecture {
    try Architecture(
      inputCount: inputCount, hiddenWidths: widths, activations: activations,
      hasSignMask: hasSignMask, head: head)
  }

  /// Units a layer: input, hidden layers, output.
  public var widths: [Int] { [inputCount] + hiddenWidths + [head.outputCount] }

  /// Weights and biases, without padding; sign masks are not counted.
  public var parameterCount: Int {
    layers.reduce(0) { $0 + $1.inputCount * $1.outputCount + $1.outputCount }
  }

  /// Weight layers: hidden layers, then the output.
  package var layers: [PanelLayout] {
    zip(widths, widths.dropFirst()).map { PanelLayout(inputCount: $0, outputCount: $1) }
  }

  /// What a weight layer is called in files and messages: `hidden.0`, …, `output`.
  package func layerName(_ layer: Int) -> String {
    layer < hiddenWidths.count ? "hidden.\(layer)" : "output"
  }

  /// Names and shapes of all tensors, in file order: for each layer `weight`
  /// `[outputs × inputs]`, `bias`, and `sign` where there is a sign mask.
  public var tensorShapes: [(name: String, shape: [Int])] {
    layers.enumerated().flatMap { index, layer in
      let name = layerName(index)
      let masked = hasSignMask && index < hiddenWidths.count
      return [
        ("\(name).weight", [layer.outputCount, layer.inputCount]),
        ("\(name).bias", [layer.outputCount]),
      ] + (masked ? [("\(name).sign", [layer.outputCount])] : [])
    }
  }

  private static func checkCount(_ what: String, _ found: Int, least: Int) throws(ArchitectureError)
  {
    guard found >= least else { throw .invalidCount(what: what, found: found, least: least) }
  }

  /// Padded parameters in bytes have to fit an `Int` with room to spare.
  private func checkParameterCount() throws(ArchitectureError) {
    let limit = Int.max / 64
    var total = 0
    for (inputs, outputs) in zip(widths, widths.dropFirst()) {
      guard inputs < limit, outputs < limit else { throw .tooManyParameters(widths: widths) }
      let (weights, overflow) = (inputs + 1).multipliedReportingOverflow(by: outputs + 16)
      guard !overflow, weights < limit - total else { throw .tooManyParameters(widths: widths) }
      total += weights
    }
  }
}

extension Architecture: Codable {
  private enum Key: String, CodingKey {
    case inputCount, hiddenWidths, activations, hasSignMask, head
  }

  /// Decodes and checks as the initialiser does.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    try self.init(
      inputCount: container.decode(Int.self, forKey: .inputCount),
      hiddenWidths: container.decode([Int].self, forKey: .hiddenWidths),
      activations: container.decode([Activation].self, forKey: .activations),
      hasSignMask: container.decode(Bool.self, forKey: .hasSignMask),
      head: container.decode(OutputHead.self, forKey: .head))
  }

  /// Encodes all five properties under their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(inputCount, forKey: .inputCount)
    try container.encode(hiddenWidths, forKey: .hiddenWidths)
    try container.encode(activations, forKey: .activations)
    try container.encode(hasSignMask, forKey: .hasSignMask)
    try container.encode(head, forKey: .head)
  }
}
