// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// What a subject is drawn from: weights by Glorot's rule, inputs and targets at random, and biases
/// that give each hidden layer the wanted zeros.
public struct DrawnSubject: Sendable {
  /// The network's shape; without hidden layers it is a single product.
  public var architecture: Architecture
  /// Wanted fraction of exact zeros in each hidden layer, 0…1; nil leaves all biases at zero.
  public var zeroFraction: Double?
  /// Wanted fraction of exact zeros among the inputs, 0…1; the others are from (0, 1].
  public var inputZeroFraction: Double
  /// Whether the data hold only inputs that are not zero.
  public var isSparse: Bool
  /// Samples: many, so that a step does not find its rows in the caches nearest to the core.
  public var rowCount: Int
  /// The source of all of it.
  public var seed: Seed

  /// A recipe for a network of that shape.
  public init(
    _ architecture: Architecture, zeroFraction: Double? = nil, inputZeroFraction: Double = 0,
    isSparse: Bool = false, rowCount: Int = 2048, seed: Seed = Seed(1)
  ) {
    self.architecture = architecture
    self.zeroFraction = zeroFraction
    self.inputZeroFraction = inputZeroFraction
    self.isSparse = isSparse
    self.rowCount = rowCount
    self.seed = seed
  }

  /// Draws it.
  ///
  /// - Precondition: With a `zeroFraction`, hidden units are rectifiers without sign mask.
  public func subject() throws -> Subject {
    let inputs = inputs()
    var network = Network(architecture, seed: seed)
    if let zeroFraction {
      network = try network.withZeroFraction(zeroFraction, on: inputs)
    }
    return try Subject(network, data: data(inputs))
  }

  private func inputs() -> Matrix {
    var stream = seed.stream("benchmark inputs")
    return Matrix(rowCount: rowCount, columnCount: architecture.inputCount) {
      let value = 1 - stream.uniform()
      return Double(stream.uniform()) < inputZeroFraction ? 0 : value
    }
  }

  private func data(_ inputs: Matrix) throws -> Dataset {
    let features: Dataset.Features =
      isSparse ? .sparse(SparseMatrix(inputs)) : .floats(inputs)
    if let classCount = architecture.head.classCount {
      return try Dataset(
        name: "drawn", features: features,
        targets: .classes((0..<rowCount).map { Int32($0 % classCount) }),
        labels: (0..<classCount).map(String.init))
    }
    var stream = seed.stream("benchmark targets")
    let targets = Matrix(rowCount: rowCount, columnCount: architecture.head.outputCount) {
      stream.uniform()
    }
    return try Dataset(name: "drawn", features: features, targets: .reals(targets))
  }
}

extension Matrix {
  /// A matrix of values in row-major order.
  fileprivate init(rowCount: Int, columnCount: Int, next: () -> Float) {
    self.init(rowCount: rowCount, columnCount: columnCount)
    let stride = stride
    withUnsafeMutablePointer { values in
      for row in 0..<rowCount {
        for column in 0..<columnCount { values[row * stride + column] = next() }
      }
    }
  }
}
