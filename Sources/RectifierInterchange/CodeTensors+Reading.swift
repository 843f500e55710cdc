// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTraining

extension CodeTensors {
  /// The codes that the tensors of a form hold.
  ///
  /// - Throws: `SafetensorsError`: a tensor that is missing, of another type or shape, or whose elements
  ///   are not those of codes.
  func outputs(_ form: CodeForm, in file: SafetensorsFile) throws(SafetensorsError) -> SparseMatrix
  {
    switch form {
    case .positions: try positions(in: file)
    case .mask: try masked(in: file)
    case .dense: try dense(in: file)
    }
  }

  private func positions(in file: SafetensorsFile) throws(SafetensorsError) -> SparseMatrix {
    let starts = try file.tensor(name("rowStarts"), shape: [rowCount + 1])
    guard case .int64(let rowStarts) = try file.values(starts.name) else {
      throw otherType(starts, "I64", in: file)
    }
    let columnTensor = try file.tensor(name("columns"))
    guard case .int32(let columns) = try file.values(columnTensor.name) else {
      throw otherType(columnTensor, "I32", in: file)
    }
    let values = try values(count: columns.count, in: file)
    try check(rowStarts, count: columns.count, starts, in: file)
    for row in 0..<rowCount {
      var least = 0
      for entry in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
        guard Int(columns[entry]) >= least, columns[entry] < unitCount else {
          throw damaged(
            columnTensor, element: entry, expected: "a unit from \(least) to \(unitCount - 1)",
            found: "\(columns[entry])", in: file)
        }
        least = Int(columns[entry]) + 1
      }
    }
    return SparseMatrix(
      columnCount: unitCount, rowStarts: rowStarts.map(Int.init),
      columns: columns.map { UInt32($0) }, values: values)
  }

  private func check(
    _ rowStarts: [Int64], count: Int, _ tensor: SafetensorsTensor, in file: SafetensorsFile
  ) throws(SafetensorsError) {
    var least: Int64 = 0
    for (row, start) in rowStarts.enumerated() {
      let first = row == rowCount ? Int64(count) : least
      let last = row == 0 ? 0 : Int64(count)
      guard first <= start, start <= last else {
        throw damaged(
          tensor, element: row,
          expected: first == last ? "\(first)" : "a number from \(first) to \(last)",
          found: "\(start)", in: file)
      }
      least = start
    }
  }

  private func masked(in file: SafetensorsFile) throws(SafetensorsError) -> SparseMatrix {
    let tensor = try file.tensor(name("mask"), shape: [rowCount, maskByteCount])
    guard case .uint8(let mask) = try file.values(tensor.name) else {
      throw otherType(tensor, "U8", in: file)
    }
    let values = try values(count: mask.reduce(0) { $0 + $1.nonzeroBitCount }, in: file)
    var builder = SparseMatrix.Builder()
    var entry = 0
    for row in 0..<rowCount {
      for byte in 0..<maskByteCount {
        let place = row * maskByteCount + byte
        for bit in 0..<8 where mask[place] >> UInt8(bit) & 1 == 1 {
          guard 8 * byte + bit < unitCount else {
            throw damaged(
              tensor, element: place, expected: "no bit beyond unit \(unitCount - 1)",
              found: "that of unit \(8 * byte + bit)", in: file)
          }
          builder.add(column: UInt32(8 * byte + bit), value: values[entry])
          entry += 1
        }
      }
      builder.endRow()
    }
    return builder.matrix(columnCount: unitCount)
  }

  private func dense(in file: SafetensorsFile) throws(SafetensorsError) -> SparseMatrix {
    let tensor = try file.tensor(name("values"), shape: [rowCount, unitCount])
    let values = try file.floats(tensor.name)
    try checkFinite(values, tensor, in: file)
    var builder = SparseMatrix.Builder()
    for row in 0..<rowCount {
      for unit in 0..<unitCount {
        builder.add(column: UInt32(unit), value: values[row * unitCount + unit])
      }
      builder.endRow()
    }
    return builder.matrix(columnCount: unitCount)
  }

  /// The values of entries that are listed elsewhere: none is zero.
  private func values(
    count: Int, in file: SafetensorsFile
  ) throws(SafetensorsError) -> [Float] {
    let tensor = try file.tensor(name("values"), shape: [count])
    let values = try file.floats(tensor.name)
    try checkFinite(values, tensor, in: file)
    if let zero = values.firstIndex(of: 0) {
      throw damaged(
        tensor, element: zero, expected: "numbers other than 0", found: "0", in: file)
    }
    return values
  }

  private func checkFinite(
    _ values: [Float], _ tensor: SafetensorsTensor, in file: SafetensorsFile
  ) throws(SafetensorsError) {
    guard let bad = values.firstIndex(where: { !$0.isFinite }) else { return }
    throw damaged(
      tensor, element: bad, expected: "finite numbers", found: "\(values[bad])", in: file)
  }

  private func otherType(
    _ tensor: SafetensorsTensor, _ expected: String, in file: SafetensorsFile
  ) -> SafetensorsError {
    .tensor(
      path: file.path, name: tensor.name, offset: 8, expected: "dtype \(expected)",
      found: tensor.type.rawValue)
  }

  private func damaged(
    _ tensor: SafetensorsTensor, element: Int, expected: String, found: String,
    in file: SafetensorsFile
  ) -> SafetensorsError {
    .tensor(
      path: file.path, name: tensor.name,
      offset: tensor.byteRange.lowerBound + element * tensor.type.byteCount, expected: expected,
      found: found)
  }
}
