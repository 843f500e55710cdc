// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// The members of a JSON object, read with errors that name the member.
struct JSONFields {
  let object: JSONObject
  /// The file and the member of it that this object is, for messages.
  let place: String

  init(_ value: JSONValue, place: String) throws(ConfigurationError) {
    guard let object = value.objectValue else {
      throw .invalidValue(option: place, expected: "an object", found: value.summary)
    }
    self.object = object
    self.place = place
  }

  /// Refuses members that are not among `known`.
  func requireKeys(among known: [String]) throws(ConfigurationError) {
    for key in object.keys where !known.contains(key) {
      throw .unknownKey(
        place: place, key: key, nearest: NearestName.of(key, among: known), known: known)
    }
  }

  /// The member, which must be there; `read` answers nil where it is not what was expected.
  func required<Value>(
    _ key: String, _ expected: String, _ read: (JSONValue) -> Value?
  ) throws(ConfigurationError) -> Value {
    guard let value = try optional(key, expected, read) else {
      throw .invalidValue(option: name(of: key), expected: expected, found: "nothing")
    }
    return value
  }

  /// The member, nil where it is missing or null.
  func optional<Value>(
    _ key: String, _ expected: String, _ read: (JSONValue) -> Value?
  ) throws(ConfigurationError) -> Value? {
    guard let member = object[key], member != .null else { return nil }
    guard let value = read(member) else {
      throw .invalidValue(option: name(of: key), expected: expected, found: member.summary)
    }
    return value
  }

  /// The member, a text that `parse` reads; nil where it is missing or null.
  ///
  /// - Parameter parse: Given the text and the name of the option, for its errors.
  func parsed<Value>(
    _ key: String, _ parse: (String, String) throws(ConfigurationError) -> Value
  ) throws(ConfigurationError) -> Value? {
    guard let text = try optional(key, "a text", \.stringValue) else { return nil }
    return try parse(text, name(of: key))
  }

  /// What messages call the member.
  func name(of key: String) -> String { "\(place).\(key)" }

  /// An object inside this one.
  func fields(_ key: String) throws(ConfigurationError) -> JSONFields {
    try JSONFields(object[key] ?? .null, place: "\(place).\(key)")
  }
}

extension JSONValue {
  /// The values of an array whose members are all of one kind; nil where one is not.
  func array<Value>(of read: (JSONValue) -> Value?) -> [Value]? {
    guard let members = arrayValue else { return nil }
    let values = members.compactMap(read)
    return values.count == members.count ? values : nil
  }

  /// The value as JSON, `null` where there is none.
  package static func optional<Value>(_ value: Value?, _ write: (Value) -> JSONValue) -> JSONValue {
    value.map(write) ?? .null
  }
}
