// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A place in a file's metadata: a value that knows its file and its key, so that whatever is
/// wrong with it can be said with `architecture.hiddenWidths[2]`.
struct MetadataField {
  let path: String
  let key: String
  let value: JSONValue

  /// Reads the JSON text of one metadata key; a missing key is an error.
  init(path: String, key: String, in metadata: [String: String]) throws(SafetensorsError) {
    self.path = path
    self.key = key
    guard let text = metadata[key] else {
      throw .metadata(path: path, key: key, expected: "a JSON text", found: "nothing")
    }
    do throws(JSONError) {
      value = try JSONValue.parse(Array(text.utf8), path: path)
    } catch .damaged(_, let offset, let expected, let found) {
      throw .metadata(
        path: path, key: key, expected: "\(expected) at byte \(offset) of its JSON text",
        found: found)
    } catch {
      throw .metadata(path: path, key: key, expected: "a JSON text", found: error.description)
    }
  }

  private init(path: String, key: String, value: JSONValue) {
    self.path = path
    self.key = key
    self.value = value
  }

  /// A member of an object; unknown others are nobody's business, a missing one is an error.
  func member(_ name: String) throws(SafetensorsError) -> MetadataField {
    guard let object = value.objectValue else { throw damaged("an object") }
    guard let member = object[name] else {
      throw .metadata(path: path, key: "\(key).\(name)", expected: "a value", found: "nothing")
    }
    return MetadataField(path: path, key: "\(key).\(name)", value: member)
  }

  /// A member of an object, nil where files may lack it and this one does.
  func memberIfPresent(_ name: String) throws(SafetensorsError) -> MetadataField? {
    value.objectValue?[name] == nil ? nil : try member(name)
  }

  /// The elements of an array.
  func elements() throws(SafetensorsError) -> [MetadataField] {
    guard let values = value.arrayValue else { throw damaged("an array") }
    return values.enumerated().map {
      MetadataField(path: path, key: "\(key)[\($0)]", value: $1)
    }
  }

  /// The elements of an array, each read by the closure.
  func elements<Element>(
    _ read: (MetadataField) throws(SafetensorsError) -> Element
  ) throws(SafetensorsError) -> [Element] {
    var elements: [Element] = []
    for field in try self.elements() { elements.append(try read(field)) }
    return elements
  }

  /// Nil where the value is null, else what the closure reads.
  func optional<Element>(
    _ read: (MetadataField) throws(SafetensorsError) -> Element
  ) throws(SafetensorsError) -> Element? {
    value == .null ? nil : try read(self)
  }

  func integer(atLeast least: Int = 0) throws(SafetensorsError) -> Int {
    guard let integer = value.intValue, integer >= least else {
      throw damaged("a whole number of at least \(least)")
    }
    return integer
  }

  func float() throws(SafetensorsError) -> Float {
    guard let float = value.floatValue else { throw damaged("a number in the range of Float") }
    return float
  }

  func double() throws(SafetensorsError) -> Double {
    guard let double = value.doubleValue else { throw damaged("a number") }
    return double
  }

  func boolean() throws(SafetensorsError) -> Bool {
    guard let bool = value.boolValue else { throw damaged("true or false") }
    return bool
  }

  func string() throws(SafetensorsError) -> String {
    guard let string = value.stringValue else { throw damaged("a string") }
    return string
  }

  /// The error for a value that is not what was expected.
  func damaged(_ expected: String) -> SafetensorsError {
    .metadata(path: path, key: key, expected: expected, found: value.summary)
  }
}
