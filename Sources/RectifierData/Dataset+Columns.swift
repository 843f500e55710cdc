// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

extension Dataset.Features {
  var rowCount: Int {
    switch self {
    case .bytes(let rows): rows.rowCount
    case .floats(let matrix): matrix.rowCount
    }
  }

  var columnCount: Int {
    switch self {
    case .bytes(let rows): rows.columnCount
    case .floats(let matrix): matrix.columnCount
    }
  }

  func subset(rows: [Int32]) -> Dataset.Features {
    switch self {
    case .bytes(let all): .bytes(all.subset(rows: rows))
    case .floats(let matrix): .floats(matrix.subset(rows: rows))
    }
  }

  func checked(name: String) throws(DatasetError) -> Dataset.Features {
    guard case .floats(var matrix) = self else { return self }
    if let (row, column) = matrix.flushDenormals() {
      throw .featureNotFinite(name: name, row: row, column: column)
    }
    return .floats(matrix)
  }
}

extension Dataset.Targets {
  func subset(rows: [Int32]) -> Dataset.Targets {
    switch self {
    case .classes(let classes): .classes(rows.map { classes[Int($0)] })
    case .reals(let matrix): .reals(matrix.subset(rows: rows))
    case .none: .none
    }
  }

  func checked(
    name: String, rowCount: Int, labels: [String]
  ) throws(DatasetError) -> Dataset.Targets {
    guard case .classes(let classes) = self else {
      if !labels.isEmpty { throw .labelsWithoutClasses(name: name, labelCount: labels.count) }
      guard case .reals(var matrix) = self else { return self }
      if matrix.rowCount != rowCount {
        throw .countsDiffer(name: name, rowCount: rowCount, targetCount: matrix.rowCount)
      }
      if let (row, column) = matrix.flushDenormals() {
        throw .targetNotFinite(name: name, row: row, column: column)
      }
      return .reals(matrix)
    }
    if classes.count != rowCount {
      throw .countsDiffer(name: name, rowCount: rowCount, targetCount: classes.count)
    }
    var seen: Set<String> = []
    for label in labels where !seen.insert(label).inserted {
      throw .duplicateLabel(name: name, label: label)
    }
    for (row, found) in classes.enumerated() where found < 0 || Int(found) >= labels.count {
      throw .classOutOfRange(name: name, row: row, found: Int(found), classCount: labels.count)
    }
    return self
  }
}

extension Matrix {
  /// The rows named, in that order, in new storage.
  func subset(rows: [Int32]) -> Matrix {
    var result = Matrix(rowCount: rows.count, columnCount: columnCount)
    let stride = stride
    withUnsafePointer { source in
      result.withUnsafeMutablePointer { target in
        for (index, row) in rows.enumerated() {
          (target + index * stride).update(from: source + Int(row) * stride, count: stride)
        }
      }
    }
    return result
  }

  /// Turns denormal numbers and −0 into +0; returns the first place that is not finite, if any.
  fileprivate mutating func flushDenormals() -> (row: Int, column: Int)? {
    let (count, stride) = (rowCount * stride, stride)
    let place =
      withUnsafeMutablePointer { values in
        for index in 0..<count where !values[index].isFinite { return index }
        rectifier_flush(values, count)
        return nil
      } as Int?
    return place.map { ($0 / stride, $0 % stride) }
  }
}
