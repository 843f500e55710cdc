// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks

/// The network that the steps of a graph are, and what comes before it.
struct ONNXNetwork {
  let preprocessing: ONNXPreprocessing
  let network: Network
  /// The graph's input, one row or image a sample.
  let input: ONNXValue

  /// - Throws: ``ONNXError/unsupported(path:place:expected:found:)`` for the first step that no network
  ///   has there.
  init(_ chain: ONNXChain, path: String) throws(ONNXError) {
    var reader = ONNXLayerReader(chain, path: path)
    let preprocessing = try reader.preprocessing()
    var layers: [ONNXLayerReader.Layer] = []
    repeat { layers.append(try reader.layer()) } while !reader.isAtEnd
    let last = try reader.output(layers[layers.count - 1])
    let hidden = layers.dropLast()
    if let layer = hidden.first(where: { $0.head != nil }) {
      throw reader.refused(layer.place, "an activation between layers", "a head")
    }
    let masked = hidden.contains { $0.signs != nil }
    var tensors: [NamedTensor] = []
    for (index, layer) in hidden.enumerated() {
      tensors += layer.tensors(named: "hidden.\(index)", isMasked: masked)
    }
    tensors += last.layer.tensors(named: "output", isMasked: false)
    do {
      let architecture = try Architecture(
        inputCount: layers[0].inputCount, hiddenWidths: hidden.map(\.outputCount),
        activations: hidden.map(\.activation), hasSignMask: masked, head: last.head)
      network = try Network(architecture, tensors: tensors)
    } catch {
      throw .unsupported(
        path: path, place: "the graph", expected: "a possible network", found: "\(error)")
    }
    self.preprocessing = try Self.checked(preprocessing, reader, layers[0].inputCount)
    input = chain.input
    try checkInput(path: path)
  }

  private static func checked(
    _ preprocessing: ONNXLayerReader.Preprocessing, _ reader: ONNXLayerReader, _ count: Int
  ) throws(ONNXError) -> ONNXPreprocessing {
    switch preprocessing {
    case .none: return .none
    case .divided(let divisor): return .divided(by: divisor)
    case .standardized(let means, let deviations, let place):
      guard let means = means.vector(count: count), let deviations = deviations.vector(count: count)
      else { throw reader.refused(place, "\(count) means and deviations", "others") }
      return .standardized(means: means, deviations: deviations)
    }
  }

  /// The extents that the input is said to have have to be those of the first layer.
  private func checkInput(path: String) throws(ONNXError) {
    guard let shape = input.shape else { return }
    var count = 1
    for extent in shape.dropFirst() {
      guard case .fixed(let found) = extent else { return }
      let (product, overflow) = count.multipliedReportingOverflow(by: found)
      count = overflow ? -1 : product
    }
    guard shape.count >= 2, count == network.architecture.inputCount else {
      throw .unsupported(
        path: path, place: "input \(JSONValue.quoted(input.name))",
        expected: "samples of \(network.architecture.inputCount) features, as the first layer"
          + " takes",
        found: "\(shape.count) extents, \(count) features")
    }
  }
}
