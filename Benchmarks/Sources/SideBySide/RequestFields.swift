// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The fields of a JSON object, each taken at most once; what is left over was not understood.
struct RequestFields {
  /// What messages call the object.
  let place: String
  private var values: [String: JSONValue]
  private var known: [String] = []

  init(_ values: [String: JSONValue], place: String) {
    self.values = values
    self.place = place
  }

  /// A whole number.
  mutating func integer(
    _ key: String, in range: ClosedRange<Int>, default fallback: Int? = nil
  ) throws(RequestError) -> Int {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return try take(key, expected: expected, default: fallback) { value in
      value.integer.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A list of whole numbers, possibly empty.
  mutating func integers(
    _ key: String, in range: ClosedRange<Int>
  ) throws(RequestError) -> [Int] {
    let expected = "a list of whole numbers from \(range.lowerBound) to \(range.upperBound)"
    return try take(key, expected: expected, default: nil) { value in
      guard case .array(let elements) = value else { return nil }
      let numbers = elements.compactMap(\.integer).filter(range.contains)
      return numbers.count == elements.count ? numbers : nil
    }
  }

  /// A number.
  mutating func number(
    _ key: String, in range: ClosedRange<Double>, default fallback: Double? = nil
  ) throws(RequestError) -> Double {
    let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
    return try take(key, expected: expected, default: fallback) { value in
      if case .number(let number) = value, range.contains(number) { number } else { nil }
    }
  }

  /// A text.
  mutating func text(_ key: String) throws(RequestError) -> String {
    try take(key, expected: "a text", default: nil) { value in
      if case .text(let text) = value { text } else { nil }
    }
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, default fallback: Choice? = nil
  ) throws(RequestError) -> Choice {
    let words = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    return try take(key, expected: "one of \(words)", default: fallback) { value in
      if case .text(let text) = value { Choice(rawValue: text) } else { nil }
    }
  }

  /// An object.
  mutating func object(_ key: String) throws(RequestError) -> [String: JSONValue] {
    try take(key, expected: "an object", default: nil) { value in
      if case .object(let fields) = value { fields } else { nil }
    }
  }

  /// Whether a field that has not been taken is there.
  func has(_ key: String) -> Bool { values[key] != nil }

  /// Refuses fields that no one took.
  func finish() throws(RequestError) {
    if values.isEmpty { return }
    throw .unknownFields(place: place, keys: values.keys.sorted(), known: known)
  }

  private mutating func take<Value>(
    _ key: String, expected: String, default fallback: Value?, convert: (JSONValue) -> Value?
  ) throws(RequestError) -> Value {
    known.append(key)
    guard let found = values.removeValue(forKey: key) else {
      if let fallback { return fallback }
      throw .missingField(place: place, key: key, expected: expected)
    }
    guard let value = convert(found) else {
      throw .invalidField(place: place, key: key, expected: expected, found: found.shown)
    }
    return value
  }
}
