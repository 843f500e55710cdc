// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A constant of a graph.
struct ONNXTensor: Equatable {
  /// The elements that are read here; of other types only the name is kept.
  enum Values: Equatable {
    case floats([Float])
    case integers([Int64])
    case texts([String])
    case other(type: String)
  }

  let name: String
  /// Extents, outermost first; none for a scalar.
  let shape: [Int]
  let values: Values

  /// One number.
  init(name: String, scalar: Float) {
    self.init(name: name, shape: [], values: .floats([scalar]))
  }

  init(name: String, shape: [Int], values: Values) {
    self.name = name
    self.shape = shape
    self.values = values
  }

  /// The only element, of a scalar or of an array of one.
  var scalar: Float? {
    guard case .floats(let values) = values, values.count == 1 else { return nil }
    return values[0]
  }

  /// The extents of a matrix.
  var matrixShape: (rows: Int, columns: Int)? {
    shape.count == 2 ? (shape[0], shape[1]) : nil
  }

  /// The elements, of a vector or of a matrix with one row, for so many columns: one element is that of
  /// all columns.
  func vector(count: Int) -> [Float]? {
    guard case .floats(let values) = values, shape.count <= 2,
      shape.dropLast().allSatisfy({ $0 == 1 })
    else { return nil }
    if values.count == 1 { return Array(repeating: values[0], count: count) }
    return values.count == count ? values : nil
  }
}
