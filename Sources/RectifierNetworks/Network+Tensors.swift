// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Network {
  /// A network with given tensors, in any order; denormal values become 0.
  ///
  /// - Throws: `ParameterError` where a tensor is missing, unknown, of another shape, not finite,
  ///   or a sign other than +1 and −1.
  public init(_ architecture: Architecture, tensors: [NamedTensor]) throws(ParameterError) {
    let named = try Self.checked(tensors, for: architecture)
    var parameters = Parameters(zerosFor: architecture)
    var masks: [[Float]] = []
    for index in architecture.layers.indices {
      let name = architecture.layerName(index)
      parameters.set(
        layer: index, weights: named["\(name).weight"]!.values,
        biases: named["\(name).bias"]!.values)
      if let sign = named["\(name).sign"] { masks.append(sign.values) }
    }
    self.init(architecture: architecture, parameters: parameters, signMasks: masks)
  }

  /// All tensors in file order.
  public func tensors() -> [NamedTensor] {
    architecture.layers.enumerated().flatMap { index, layer in
      let name = architecture.layerName(index)
      var tensors = [
        NamedTensor(
          name: "\(name).weight", shape: [layer.outputCount, layer.inputCount],
          values: parameters.weights(ofLayer: index)),
        NamedTensor(
          name: "\(name).bias", shape: [layer.outputCount],
          values: parameters.biases(ofLayer: index)),
      ]
      if index < signMasks.count {
        tensors.append(
          NamedTensor(
            name: "\(name).sign", shape: [layer.outputCount], values: signMasks[index]))
      }
      return tensors
    }
  }

  private static func checked(
    _ tensors: [NamedTensor], for architecture: Architecture
  ) throws(ParameterError) -> [String: NamedTensor] {
    var named: [String: NamedTensor] = [:]
    let shapes = architecture.tensorShapes
    let expectedShapes = Dictionary(uniqueKeysWithValues: shapes.map { ($0.name, $0.shape) })
    for tensor in tensors {
      guard let expected = expectedShapes[tensor.name] else {
        throw .unexpected(tensor: tensor.name)
      }
      guard tensor.shape == expected else {
        throw .shapeMismatch(tensor: tensor.name, expected: expected, found: tensor.shape)
      }
      if let element = tensor.values.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(tensor: tensor.name, element: element)
      }
      if tensor.name.hasSuffix(".sign"),
        let element = tensor.values.firstIndex(where: { abs($0) != 1 })
      {
        throw .invalidSign(tensor: tensor.name, element: element, found: tensor.values[element])
      }
      guard named.updateValue(tensor, forKey: tensor.name) == nil else {
        throw .duplicate(tensor: tensor.name)
      }
    }
    if let missing = shapes.first(where: { named[$0.name] == nil }) {
      throw .missing(tensor: missing.name)
    }
    return named
  }
}
