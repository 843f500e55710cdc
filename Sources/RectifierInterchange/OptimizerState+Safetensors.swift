// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension OptimizerState {
  private static let firstPrefix = "firstMoment."
  private static let secondPrefix = "secondMoment."

  /// The tensors for a file: those of the network but for sign masks, behind a prefix a moment.
  func entries(_ architecture: Architecture) -> [Safetensors.Entry] {
    Self.entries(firstMoment, architecture, prefix: Self.firstPrefix)
      + Self.entries(secondMoment, architecture, prefix: Self.secondPrefix)
  }

  /// The names of the tensors that an optimizer's state consists of.
  static func tensorNames(_ optimizer: Optimizer, _ architecture: Architecture) -> [String] {
    [firstPrefix, secondPrefix].prefix(optimizer.momentCount).flatMap { prefix in
      shapes(architecture).map { prefix + $0.name }
    }
  }

  /// The state that stands in a file.
  init(
    _ optimizer: Optimizer, _ architecture: Architecture, in file: SafetensorsFile
  ) throws(SafetensorsError) {
    self.init(of: optimizer, architecture: architecture)
    if firstMoment != nil {
      firstMoment = try Self.moment(architecture, in: file, prefix: Self.firstPrefix)
    }
    if secondMoment != nil {
      secondMoment = try Self.moment(
        architecture, in: file, prefix: Self.secondPrefix, isSquare: true)
    }
  }

  private static func shapes(_ architecture: Architecture) -> [(name: String, shape: [Int])] {
    architecture.tensorShapes.filter { !$0.name.hasSuffix(".sign") }
  }

  private static func entries(
    _ moment: Parameters?, _ architecture: Architecture, prefix: String
  ) -> [Safetensors.Entry] {
    guard let moment else { return [] }
    return shapes(architecture).enumerated().map { index, tensor in
      let layer = index / 2
      let values = index % 2 == 0 ? moment.weights(ofLayer: layer) : moment.biases(ofLayer: layer)
      return Safetensors.Entry(
        name: prefix + tensor.name, shape: tensor.shape, values: .float32(values))
    }
  }

  private static func moment(
    _ architecture: Architecture, in file: SafetensorsFile, prefix: String, isSquare: Bool = false
  ) throws(SafetensorsError) -> Parameters {
    var tensors: [[Float]] = []
    for (name, shape) in shapes(architecture) {
      let tensor = try file.tensor(prefix + name, shape: shape)
      let values = try file.floats(tensor.name)
      if let bad = values.firstIndex(where: { !$0.isFinite || isSquare && $0 < 0 }) {
        throw .tensor(
          path: file.path, name: tensor.name, offset: tensor.byteRange.lowerBound + 4 * bad,
          expected: isSquare ? "finite numbers from 0 on" : "finite numbers",
          found: "\(values[bad])")
      }
      tensors.append(values)
    }
    var moment = Parameters(zerosFor: architecture)
    for layer in architecture.layers.indices {
      moment.set(layer: layer, weights: tensors[2 * layer], biases: tensors[2 * layer + 1])
    }
    return moment
  }
}
