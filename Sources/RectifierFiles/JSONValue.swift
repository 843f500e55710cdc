// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A JSON document as a value: read strictly, written canonically, built by hand.
///
/// Whole numbers and others are told apart by their spelling: `3` is an integer, `3.0` and `3e0`
/// are numbers, and so is `-0`, whose sign an integer would lose.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// How many arrays and objects may stand inside one another.
  package static let depthLimit = 64

  package init(_ value: Int) { self = .integer(Int64(value)) }

  package init(_ value: Double) { self = .number(value) }

  /// The number whose decimal is the shortest one of this `Float`: 0.1, not 0.10000000149011612.
  ///
  /// It has at most nine digits, and a `Double` gives back any decimal of at most fifteen, so
  /// those digits are written and `floatValue` has the same bits.
  package init(_ value: Float) {
    self = .number(value.isFinite ? Double(value.description) ?? Double(value) : Double(value))
  }

  package init(_ values: [Float]) { self = .array(values.map { JSONValue($0) }) }

  package init(_ values: [Int]) { self = .array(values.map { JSONValue($0) }) }

  package init(_ values: [String]) { self = .array(values.map { .string($0) }) }
}

extension JSONValue {
  /// The member of that key; nil where there is none and where this is not an object.
  package subscript(key: String) -> JSONValue? { objectValue?[key] }

  /// The same value with the members of every object in the order of their keys.
  package var sorted: JSONValue {
    switch self {
    case .array(let values): return .array(values.map(\.sorted))
    case .object(let object):
      var sorted = object.sorted
      for key in sorted.keys { sorted[key] = sorted[key]?.sorted }
      return .object(sorted)
    case .null, .bool, .integer, .number, .string: return self
    }
  }

  package var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var intValue: Int? {
    if case .integer(let value) = self { Int(exactly: value) } else { nil }
  }

  /// The number; an integer too, where a `Double` holds it exactly.
  package var doubleValue: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(exactly: value)
    default: nil
    }
  }

  /// The `Float` nearest to the decimal as it was written; nil beyond the range of `Float`.
  ///
  /// Going through the decimal rounds once; `Float(doubleValue)` would round twice.
  package var floatValue: Float? {
    guard let double = doubleValue, let value = Float(double.description), value.isFinite else {
      return nil
    }
    return value
  }

  package var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  package var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  package var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// What this is, in the words of an error message: `the string "a"`, `an array of 3`.
  package var summary: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let value): "the string \(JSONValue.quoted(value))"
    case .array(let value): "an array of \(value.count)"
    case .object(let value): "an object of \(value.count)"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}
