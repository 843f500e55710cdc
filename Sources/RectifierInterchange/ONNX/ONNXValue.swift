// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a graph takes or gives, with its type.
struct ONNXValue: Equatable {
  /// One extent of an array.
  enum Extent: Equatable {
    case fixed(Int)
    /// Any number, which has a name.
    case named(String)
    /// Any number.
    case unknown
  }

  var name = ""
  /// The type of the elements by its number; nil where the value is no array.
  var elementType: Int64?
  /// Nil where any shape will do.
  var shape: [Extent]?

  /// Rows of numbers, as many as there are samples.
  static func rows(_ name: String, columnCount: Int) -> ONNXValue {
    ONNXValue(
      name: name, elementType: ONNXElementType.float,
      shape: [.named("N"), .fixed(columnCount)])
  }
}

/// Types of elements, by the numbers that the format gives them.
enum ONNXElementType {
  static let float: Int64 = 1
  static let int32: Int64 = 6
  static let int64: Int64 = 7
  static let text: Int64 = 8

  private static let names = [
    "no type", "float", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool",
    "float16", "double", "uint32", "uint64", "complex64", "complex128", "bfloat16",
  ]

  /// The name of a type, for messages.
  static func name(_ type: Int64) -> String {
    names.indices.contains(Int(clamping: type)) ? names[Int(type)] : "type \(type)"
  }
}
