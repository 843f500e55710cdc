// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierTraining

/// A network of another program, on its way to becoming a model that was not trained here.
struct ImportedNetwork {
  private let path: String
  private let graph: ONNXGraph
  private let preprocessing: ONNXPreprocessing
  private let network: Network
  private let input: ONNXValue

  init(_ found: ONNXNetwork, in graph: ONNXGraph, path: String) {
    self.path = path
    self.graph = graph
    preprocessing = found.preprocessing
    network = found.network
    input = found.input
  }

  /// The model, with what the options say of it.
  func model(_ options: ImportOptions) throws -> Model {
    let layerCount = network.architecture.hiddenWidths.count
    let none = DataFacts(rowCount: 0, checksum: "none")
    return Model(
      network: network, preprocessing: Preprocessing(divisor: try divisor(options.divisor)),
      imageShape: imageShape, labels: try labels(options.labels),
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: Array(repeating: 0, count: layerCount)),
        training: none, validation: none, epoch: 0, validationErrorRate: nil, validationLoss: nil,
        zeroFraction: [], deadUnitCount: []))
  }

  private func divisor(_ given: Float?) throws -> Float {
    switch (preprocessing, given) {
    case (.none, let given?):
      guard given > 0, given.isFinite else {
        throw ImportError.wrongDivisor(path: path, found: given, graph: nil)
      }
      return given
    case (.none, nil): return 1
    case (.divided(let divisor), nil): return divisor
    case (.divided(let divisor), let given?):
      throw ImportError.wrongDivisor(path: path, found: given, graph: divisor)
    case (.standardized, _):
      throw graph.refused(
        "the graph", "no preprocessing but division by one number",
        "standardised columns, whose names it does not say; leave them to the data")
    }
  }

  /// Images of one channel are rows of pixels here as there; channels lie in another order.
  private var imageShape: ImageShape? {
    let extents = (input.shape ?? []).dropFirst().compactMap { extent -> Int? in
      if case .fixed(let count) = extent { count } else { nil }
    }
    let pixels = extents.count == 3 && extents[0] == 1 ? Array(extents.dropFirst()) : extents
    guard input.shape?.count == extents.count + 1, pixels.count == 2 else { return nil }
    return ImageShape(height: pixels[0], width: pixels[1])
  }

  private func labels(_ given: [String]) throws -> [String] {
    let head = network.architecture.head
    if given.isEmpty {
      guard let count = head.classCount else { return [] }
      let named = namedClasses ?? []
      let isNamed = named.count == count && Set(named).count == count
      return isNamed ? named : (0..<count).map(String.init)
    }
    guard head.labelCounts.contains(given.count), Set(given).count == given.count else {
      throw ImportError.wrongLabels(
        path: path, expected: head.labelCounts.max() ?? 0, found: given)
    }
    return given
  }

  /// The classes among which scikit-learn's converter chooses the label.
  private var namedClasses: [String]? {
    let choice = graph.model.nodes.first { $0.fullOperation == "ai.onnx.ml.ArrayFeatureExtractor" }
    guard let name = choice?.inputs.first, let classes = graph.constant(name) else { return nil }
    switch classes.values {
    case .texts(let texts): return texts
    case .integers(let integers): return integers.map { "\($0)" }
    case .floats, .other: return nil
    }
  }
}
