// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A tensor of a network by the name it has in files: `hidden.0.weight`, `[outputs × inputs]`.
public struct NamedTensor: Sendable, Equatable {
  /// The name in files.
  public let name: String
  /// Extents, the slowest index first.
  public let shape: [Int]
  /// In row-major order.
  public let values: [Float]

  /// A tensor of given values.
  ///
  /// - Precondition: `values` has as many elements as `shape` says.
  public init(name: String, shape: [Int], values: [Float]) {
    guard values.count == shape.reduce(1, *) else {
      fatalError("tensor \(name): \(values.count) values for shape \(shape)")
    }
    self.name = name
    self.shape = shape
    self.values = values
  }
}
