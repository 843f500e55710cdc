// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks

extension MetadataField {
  /// A number in a range.
  func float(in range: ClosedRange<Float>) throws(SafetensorsError) -> Float {
    let value = try float()
    guard range.contains(value) else {
      throw damaged("a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A fraction, 0…1.
  func fraction() throws(SafetensorsError) -> Double {
    let value = try double()
    guard (0...1).contains(value) else { throw damaged("a fraction from 0 to 1") }
    return value
  }

  /// A fraction where there are classes, else null.
  func errorRate(of architecture: Architecture) throws(SafetensorsError) -> Double? {
    if architecture.head.classCount != nil { return try fraction() }
    guard value == .null else { throw damaged("null, for there are no classes") }
    return nil
  }

  /// A fraction for each hidden layer.
  func zeroFractions(of architecture: Architecture) throws(SafetensorsError) -> [Double] {
    try perHiddenLayer(of: architecture) {
      (field, _) throws(SafetensorsError) in try field.fraction()
    }
  }

  /// A count for each hidden layer, of some of its units.
  func deadUnitCounts(of architecture: Architecture) throws(SafetensorsError) -> [Int] {
    try perHiddenLayer(of: architecture) { (field, width) throws(SafetensorsError) in
      let count = try field.integer()
      guard count <= width else { throw field.damaged("at most \(width)") }
      return count
    }
  }

  /// An element for each hidden layer, read by the closure, which is given the layer's width.
  func perHiddenLayer<Element>(
    of architecture: Architecture,
    _ read: (MetadataField, Int) throws(SafetensorsError) -> Element
  ) throws(SafetensorsError) -> [Element] {
    let fields = try elements()
    let widths = architecture.hiddenWidths
    guard fields.count == widths.count else {
      throw damaged("\(widths.count) elements, one for each hidden layer")
    }
    var result: [Element] = []
    for (field, width) in zip(fields, widths) { result.append(try read(field, width)) }
    return result
  }
}
