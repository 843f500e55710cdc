// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTraining

/// The tensors of one layer's codes in a file, n rows of u units, a outputs that are not zero.
///
///     positions  layer.0.rowStarts  I64 [n + 1]     where each row's entries begin, and the last ends
///                layer.0.columns    I32 [a]         the unit of each, ascending in a row
///                layer.0.values     F32 [a]
///     mask       layer.0.mask       U8  [n, ⌈u/8⌉]  unit k is bit k mod 8 of byte ⌊k/8⌋ of its row
///                layer.0.values     F32 [a]         row after row, by unit
///     dense      layer.0.values     F32 [n, u]
struct CodeTensors {
  let layer: Int
  let rowCount: Int
  let unitCount: Int

  func name(_ tensor: String) -> String { "layer.\(layer).\(tensor)" }

  /// The names of all tensors of a form.
  func names(_ form: CodeForm) -> [String] {
    switch form {
    case .positions: ["rowStarts", "columns", "values"].map(name)
    case .mask: ["mask", "values"].map(name)
    case .dense: [name("values")]
    }
  }

  /// Bytes of a row of a mask.
  var maskByteCount: Int { (unitCount + 7) / 8 }

  /// The tensors of codes, in file order.
  func entries(_ outputs: SparseMatrix, form: CodeForm) -> [Safetensors.Entry] {
    switch form {
    case .positions:
      [
        Safetensors.Entry(
          name: name("rowStarts"), shape: [rowCount + 1],
          values: .int64(outputs.rowStarts.map(Int64.init))),
        Safetensors.Entry(
          name: name("columns"), shape: [outputs.entryCount],
          values: .int32(outputs.columns.map { Int32($0) })),
        Safetensors.Entry(
          name: name("values"), shape: [outputs.entryCount], values: .float32(outputs.values)),
      ]
    case .mask:
      [
        Safetensors.Entry(
          name: name("mask"), shape: [rowCount, maskByteCount], values: .uint8(mask(outputs))),
        Safetensors.Entry(
          name: name("values"), shape: [outputs.entryCount], values: .float32(outputs.values)),
      ]
    case .dense:
      [
        Safetensors.Entry(
          name: name("values"), shape: [rowCount, unitCount], values: .float32(dense(outputs)))
      ]
    }
  }

  private func mask(_ outputs: SparseMatrix) -> [UInt8] {
    var mask = [UInt8](repeating: 0, count: rowCount * maskByteCount)
    for row in 0..<rowCount {
      outputs.withRow(row) { columns, _ in
        for column in columns {
          mask[row * maskByteCount + Int(column) / 8] |= 1 << UInt8(column % 8)
        }
      }
    }
    return mask
  }

  private func dense(_ outputs: SparseMatrix) -> [Float] {
    var dense = [Float](repeating: 0, count: rowCount * unitCount)
    for row in 0..<rowCount {
      outputs.withRow(row) { columns, values in
        for (column, value) in zip(columns, values) {
          dense[row * unitCount + Int(column)] = value
        }
      }
    }
    return dense
  }
}
