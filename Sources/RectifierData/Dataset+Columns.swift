// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

extension Dataset.Features {
  var rowCount: Int {
    switch self {
    case .bytes(let rows): rows.rowCount
    case .floats(let matrix): matrix.rowCount
    case .sparse(let matrix): matrix.rowCount
    }
  }

  var columnCount: Int {
    switch self {
    case .bytes(let rows): rows.columnCount
    case .floats(let matrix): matrix.columnCount
    case .sparse(let matrix): matrix.columnCount
    }
  }

  /// Bytes in memory; those of a file that is mapped are none.
  package var byteCount: Int {
    switch self {
    case .bytes(let rows): rows.rowCount * rows.columnCount
    case .floats(let matrix): matrix.rowCount * matrix.columnCount * MemoryLayout<Float>.size
    case .sparse(let matrix): matrix.memoryByteCount
    }
  }

  func subset(rows: [Int32]) -> Dataset.Features {
    switch self {
    case .bytes(let all): .bytes(all.subset(rows: rows))
    case .floats(let matrix): .floats(matrix.subset(rows: rows))
    case .sparse(let matrix): .sparse(matrix.subset(rows: rows))
    }
  }

  func checked(name: String) throws(DatasetError) -> Dataset.Features {
    switch self {
    case .bytes: return self
    case .floats(var matrix):
      if let (row, column) = matrix.flushDenormals() {
        throw .featureNotFinite(name: name, row: row, column: column)
      }
      return .floats(matrix)
    case .sparse(let matrix): return .sparse(try matrix.checked(name: name))
    }
  }
}

extension Dataset.Targets {
  /// Those of the rows named, in that order.
  package func subset(rows: [Int32]) -> Dataset.Targets {
    switch self {
    case .classes(let classes): .classes(rows.map { classes[Int($0)] })
    case .sets(let sets): .sets(sets.subset(rows: rows))
    case .reals(let matrix): .reals(matrix.subset(rows: rows))
    case .features: .features
    case .none: .none
    }
  }

  func checked(
    name: String, rowCount: Int, labels: [String]
  ) throws(DatasetError) -> Dataset.Targets {
    let targetCount: Int
    var (classes, result): ([Int32], Self) = ([], self)
    switch self {
    case .classes(let all): (targetCount, classes) = (all.count, all)
    case .sets(let sets): (targetCount, classes) = (sets.count, sets.classes)
    case .reals(var matrix):
      if let (row, column) = matrix.flushDenormals() {
        throw .targetNotFinite(name: name, row: row, column: column)
      }
      (targetCount, result) = (matrix.rowCount, .reals(matrix))
    case .features, .none: targetCount = rowCount
    }
    if targetCount != rowCount {
      throw .countsDiffer(name: name, rowCount: rowCount, targetCount: targetCount)
    }
    guard hasLabels else {
      if !labels.isEmpty { throw .labelsWithoutClasses(name: name, labelCount: labels.count) }
      return result
    }
    var seen: Set<String> = []
    for label in labels where !seen.insert(label).inserted {
      throw .duplicateLabel(name: name, label: label)
    }
    if let place = classes.firstIndex(where: { $0 < 0 || Int($0) >= labels.count }) {
      throw .classOutOfRange(
        name: name, row: row(ofClass: place), found: Int(classes[place]), classCount: labels.count)
    }
    return result
  }

  /// Whether targets are classes or sets of them.
  var hasLabels: Bool {
    switch self {
    case .classes, .sets: true
    case .reals, .features, .none: false
    }
  }

  /// The row of the class that is at a place among all of them.
  private func row(ofClass place: Int) -> Int {
    guard case .sets(let sets) = self else { return place }
    return (sets.starts.firstIndex { $0 > place } ?? sets.starts.count) - 1
  }
}

extension SparseMatrix {
  /// The matrix without entries that are denormal.
  fileprivate func checked(name: String) throws(DatasetError) -> SparseMatrix {
    var areNormal = true
    for row in 0..<rowCount {
      let place =
        withRow(row) { columns, values in
          for entry in values.indices where !values[entry].isNormal {
            if !values[entry].isFinite { return Int(columns[entry]) }
            areNormal = false
          }
          return nil
        } as Int?
      if let place { throw .featureNotFinite(name: name, row: row, column: place) }
    }
    if areNormal { return self }
    var builder = Builder()
    for row in 0..<rowCount {
      withRow(row) { columns, values in
        for entry in values.indices where values[entry].isNormal {
          builder.add(column: columns[entry], value: values[entry])
        }
      }
      builder.endRow()
    }
    return builder.matrix(columnCount: columnCount)
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
