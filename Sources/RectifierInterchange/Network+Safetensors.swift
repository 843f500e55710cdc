// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension Network {
  /// The network's tensors for a file, their names behind a prefix.
  func entries(prefix: String = "") -> [Safetensors.Entry] {
    tensors().map {
      Safetensors.Entry(name: prefix + $0.name, shape: $0.shape, values: .float32($0.values))
    }
  }

  /// The network whose tensors stand in a file behind a prefix.
  init(
    _ architecture: Architecture, in file: SafetensorsFile, prefix: String = ""
  ) throws(SafetensorsError) {
    var tensors: [NamedTensor] = []
    for (name, shape) in architecture.tensorShapes {
      let tensor = try file.tensor(prefix + name, shape: shape)
      tensors.append(
        NamedTensor(name: name, shape: shape, values: try file.floats(tensor.name)))
    }
    do throws(ParameterError) {
      try self.init(architecture, tensors: tensors)
    } catch {
      throw Self.located(error, in: file, prefix: prefix)
    }
  }

  /// The same error with the file's path and the byte at which the element stands.
  private static func located(
    _ error: ParameterError, in file: SafetensorsFile, prefix: String
  ) -> SafetensorsError {
    let (name, element, expected, found): (String, Int, String, String)
    switch error {
    case .notFinite(let tensor, let index):
      (name, element, expected, found) = (tensor, index, "finite numbers", "NaN or infinity")
    case .invalidSign(let tensor, let index, let value):
      (name, element, expected, found) = (tensor, index, "+1 or -1", "\(value)")
    case .missing(let tensor), .unexpected(let tensor), .duplicate(let tensor),
      .shapeMismatch(let tensor, _, _):
      fatalError("network: tensor \(tensor) of \(file.path) was checked before")
    }
    let begin = file.tensors.first { $0.name == prefix + name }?.byteRange.lowerBound ?? 8
    return .tensor(
      path: file.path, name: prefix + name, offset: begin + 4 * element, expected: expected,
      found: found)
  }

  /// Refuses a file that holds other tensors than the prefixes' networks, and those that are named.
  static func checkTensors(
    _ file: SafetensorsFile, architecture: Architecture, prefixes: [String],
    others: [String] = []
  ) throws(SafetensorsError) {
    let names = architecture.tensorShapes.map(\.name)
    let known = Set(prefixes.flatMap { prefix in names.map { prefix + $0 } } + others)
    if let other = file.tensors.first(where: { !known.contains($0.name) }) {
      throw .tensor(
        path: file.path, name: other.name, offset: other.byteRange.lowerBound,
        expected: "only tensors of the architecture", found: "another")
    }
  }
}
