// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// All weights and biases of a network in one aligned buffer, layer after layer: weights in panels,
/// then the bias, each padded with zeros. A gradient has the same form.
///
/// A value: copies share storage until one of them is written.
public struct Parameters: Sendable {
  package let layers: [PanelLayout]
  private let offsets: [Int]
  private var storage: AlignedBuffer<Float>

  /// Zeros for an architecture.
  package init(zerosFor architecture: Architecture) {
    layers = architecture.layers
    var offsets = [0]
    for layer in layers { offsets.append(offsets.last! + layer.weightCount + layer.biasCount) }
    self.offsets = offsets
    storage = AlignedBuffer(count: offsets.last!)
  }

  /// Floats of all layers, padding included.
  package var count: Int { storage.count }

  /// Weights of a layer in `[outputs × inputs]` order.
  public func weights(ofLayer layer: Int) -> [Float] {
    withExtendedLifetime(storage) { layers[layer].unpack(storage.pointer + offsets[layer]) }
  }

  /// Biases of a layer.
  public func biases(ofLayer layer: Int) -> [Float] {
    withExtendedLifetime(storage) {
      let begin = storage.pointer + offsets[layer] + layers[layer].weightCount
      return Array(UnsafeBufferPointer(start: begin, count: layers[layer].outputCount))
    }
  }

  /// Sets the weights of a layer, in `[outputs × inputs]` order, and its biases; denormal values
  /// become 0. A −0, which training can leave, stays: what was saved is what is loaded.
  package mutating func set(layer: Int, weights: [Float], biases: [Float]) {
    makeUnique()
    let begin = storage.pointer + offsets[layer]
    layers[layer].pack(weights, into: begin)
    for (output, bias) in biases.enumerated() { begin[layers[layer].weightCount + output] = bias }
    for k in 0..<offsets[layer + 1] - offsets[layer] where begin[k].isSubnormal { begin[k] = 0 }
  }

  /// The first layer with a value that is not finite; nil where all are.
  package var firstNonFiniteLayer: Int? {
    layers.indices.first { layer in
      (offsets[layer]..<offsets[layer + 1]).contains { !storage.pointer[$0].isFinite }
    }
  }

  /// Calls `body` with the kernels' descriptor of a layer; what it points to must not be written.
  package func withLayer<R>(_ layer: Int, _ body: (rectifier_layer) throws -> R) rethrows -> R {
    try withExtendedLifetime(storage) { try body(descriptor(layer)) }
  }

  /// Calls `body` with the kernels' descriptor of a layer, whose storage is this value's own.
  package mutating func withMutableLayer<R>(
    _ layer: Int, _ body: (rectifier_layer) throws -> R
  ) rethrows -> R {
    makeUnique()
    return try withExtendedLifetime(storage) { try body(descriptor(layer)) }
  }

  private func descriptor(_ layer: Int) -> rectifier_layer {
    let begin = storage.pointer + offsets[layer]
    return rectifier_layer(
      weights: begin, bias: begin + layers[layer].weightCount,
      input_count: layers[layer].inputCount, output_count: layers[layer].outputCount)
  }

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = AlignedBuffer(copying: storage) }
  }
}

extension Parameters: Equatable {
  /// Equal values, element for element, as `Float` compares them.
  public static func == (a: Parameters, b: Parameters) -> Bool {
    guard a.layers == b.layers else { return false }
    return (0..<a.count).allSatisfy { a.storage.pointer[$0] == b.storage.pointer[$0] }
  }
}
