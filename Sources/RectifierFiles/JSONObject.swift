// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The members of a JSON object, in the order in which they were given, each key once.
///
/// Keys are equal as Swift strings are: two spellings of one text (é as one scalar or as two) are
/// the same key, so that no object holds two members that a reader could not tell apart.
package struct JSONObject: Sendable {
  package private(set) var keys: [String] = []
  private var members: [String: JSONValue] = [:]

  package init() {}

  package var count: Int { keys.count }

  /// The member of that key; setting nil removes it, setting a new key appends it.
  package subscript(key: String) -> JSONValue? {
    get { members[key] }
    set {
      guard let newValue else {
        if members.removeValue(forKey: key) != nil { keys.removeAll { $0 == key } }
        return
      }
      if members.updateValue(newValue, forKey: key) == nil { keys.append(key) }
    }
  }

  /// The same members, their keys in the order of their UTF-8 bytes, which no locale changes.
  package var sorted: JSONObject {
    var object = self
    object.keys.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return object
  }
}

extension JSONObject: Equatable {
  /// Whether both hold the same members; their order does not matter.
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members == right.members
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

  init(_ elements: [(String, JSONValue)]) {
    for (key, value) in elements {
      guard self[key] == nil else { fatalError("JSON object: the key \"\(key)\" is given twice") }
      self[key] = value
    }
  }
}
