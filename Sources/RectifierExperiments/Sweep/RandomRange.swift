// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// What the value of an option is drawn from.
package enum RandomRange: Equatable, Sendable {
  /// Each number equally likely.
  case uniform(ClosedRange<Float>)
  /// Each order of magnitude equally likely: e^u with u uniform between the logarithms of the ends.
  case logUniform(ClosedRange<Float>)
  /// Each whole number equally likely, from 0 on.
  case integer(ClosedRange<Int>)
  /// Each value equally likely.
  case choice([JSONValue])

  /// A value; the same on every machine.
  package func draw(from stream: inout RandomStream) -> JSONValue {
    switch self {
    case .uniform(let range):
      let drawn = range.lowerBound + stream.uniform() * (range.upperBound - range.lowerBound)
      return JSONValue(Self.clamp(drawn, to: range))
    case .logUniform(let range):
      let (low, high) = (Elementary.log(range.lowerBound), Elementary.log(range.upperBound))
      return JSONValue(
        Self.clamp(Elementary.exp(low + stream.uniform() * (high - low)), to: range))
    case .integer(let range):
      return JSONValue(range.lowerBound + stream.integer(below: range.count))
    case .choice(let values):
      return values[stream.integer(below: values.count)]
    }
  }

  /// Rounding must not carry a value past an end.
  private static func clamp(_ value: Float, to range: ClosedRange<Float>) -> Float {
    min(max(value, range.lowerBound), range.upperBound)
  }
}

extension RandomRange {
  /// `{"logUniform": [1e-4, 1]}`.
  package var json: JSONValue {
    switch self {
    case .uniform(let range): ["uniform": JSONValue([range.lowerBound, range.upperBound])]
    case .logUniform(let range): ["logUniform": JSONValue([range.lowerBound, range.upperBound])]
    case .integer(let range): ["integer": JSONValue([range.lowerBound, range.upperBound])]
    case .choice(let values): ["choice": .array(values)]
    }
  }

  static let expectation =
    "one of {\"uniform\": [A, B]}, {\"logUniform\": [A, B]} with 0 < A, {\"integer\": [A, B]},"
    + " A ≤ B, and {\"choice\": [A, …]}"

  /// Nil where the value is no range, or one without values.
  init?(json: JSONValue) {
    guard let object = json.objectValue, object.count == 1, let value = object[object.keys[0]]
    else { return nil }
    switch object.keys[0] {
    case "uniform":
      guard let range = Self.range(value.array(of: \.floatValue)) else { return nil }
      self = .uniform(range)
    case "logUniform":
      guard let range = Self.range(value.array(of: \.floatValue)), range.lowerBound > 0 else {
        return nil
      }
      self = .logUniform(range)
    case "integer":
      guard let range = Self.range(value.array(of: \.intValue)),
        range.lowerBound >= 0, range.upperBound <= Int(Int32.max)
      else { return nil }
      self = .integer(range)
    case "choice":
      guard let values = value.arrayValue, !values.isEmpty else { return nil }
      self = .choice(values)
    default: return nil
    }
  }

  private static func range<Bound>(_ ends: [Bound]?) -> ClosedRange<Bound>? {
    guard let ends, ends.count == 2, ends[0] <= ends[1] else { return nil }
    return ends[0]...ends[1]
  }
}
