// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How JSON text is laid out.
package enum JSONLayout: Sendable {
  /// No spaces, keys in the order of their UTF-8 bytes: one value has one text.
  case canonical
  /// No spaces, keys in the order in which they were given.
  case compact
  /// Two spaces a level, arrays of plain values on one line, keys in the order in which they were
  /// given, no newline at the end.
  case indented
}

/// What is written for a number that JSON cannot hold (NaN, infinities): the caller decides.
package enum JSONNonFinite: Sendable {
  case refused
  case null
}

extension JSONValue {
  /// The document as text, every number in the shortest form that reads back to the same bits.
  ///
  /// - Throws: `JSONError.unwritable` for a number that is not finite, unless `nonFinite` is
  ///   `.null`, and for a value nested deeper than a reader would accept.
  package func text(
    _ layout: JSONLayout = .canonical, nonFinite: JSONNonFinite = .refused
  ) throws(JSONError) -> String {
    var writer = JSONWriter(layout: layout, nonFinite: nonFinite)
    try writer.append(self)
    return writer.text
  }

  /// A text in quotes for an error message: escaped, so that it stays on one line, and cut short.
  package static func quoted(_ text: String, limit: Int = 60) -> String {
    var writer = JSONWriter(layout: .canonical, nonFinite: .refused)
    let isLong = text.unicodeScalars.prefix(limit + 1).count > limit
    writer.append(quoting: isLong ? String(text.unicodeScalars.prefix(limit)) + "…" : text)
    return writer.text
  }
}

extension JSONValue {
  /// Whether nothing stands inside this.
  fileprivate var isScalar: Bool { arrayValue == nil && objectValue == nil }
}

private struct JSONWriter {
  let layout: JSONLayout
  let nonFinite: JSONNonFinite
  var text = ""
  private var place: [String] = []

  init(layout: JSONLayout, nonFinite: JSONNonFinite) {
    self.layout = layout
    self.nonFinite = nonFinite
  }

  mutating func append(_ value: JSONValue) throws(JSONError) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += value.description
    case .number(let value) where value.isFinite: text += value.description
    case .number(let value):
      guard nonFinite == .null else { throw unwritable(value.description) }
      text += "null"
    case .string(let value): append(quoting: value)
    case .array(let values): try append(values)
    case .object(let object): try append(object)
    }
  }

  private mutating func append(_ values: [JSONValue]) throws(JSONError) {
    let isOneLine = layout == .indented && values.allSatisfy(\.isScalar)
    try open("[")
    for (index, value) in values.enumerated() {
      if isOneLine {
        text += index == 0 ? "" : ", "
      } else {
        separate(isFirst: index == 0)
      }
      place.append("[\(index)]")
      try append(value)
      place.removeLast()
    }
    close("]", isEmpty: values.isEmpty || isOneLine)
  }

  private mutating func append(_ object: JSONObject) throws(JSONError) {
    try open("{")
    let keys = layout == .canonical ? object.sorted.keys : object.keys
    for (index, key) in keys.enumerated() {
      separate(isFirst: index == 0)
      append(quoting: key)
      text += layout == .indented ? ": " : ":"
      place.append(place.isEmpty ? key : "." + key)
      try append(object[key] ?? .null)
      place.removeLast()
    }
    close("}", isEmpty: object.count == 0)
  }

  private func unwritable(_ found: String) -> JSONError {
    .unwritable(member: place.joined(), found: found)
  }
}

extension JSONWriter {
  /// `place` has one entry a level around the value being written, so its count is the depth.
  private mutating func open(_ bracket: String) throws(JSONError) {
    guard place.count < JSONValue.depthLimit else {
      throw unwritable("more than \(JSONValue.depthLimit) levels")
    }
    text += bracket
  }

  private mutating func separate(isFirst: Bool) {
    if !isFirst { text += "," }
    startLine(level: place.count + 1)
  }

  private mutating func close(_ bracket: String, isEmpty: Bool) {
    if !isEmpty { startLine(level: place.count) }
    text += bracket
  }

  private mutating func startLine(level: Int) {
    guard layout == .indented else { return }
    text += "\n" + String(repeating: "  ", count: level)
  }

  /// Escapes what the grammar demands and nothing else: everything above U+001F stays as it is.
  mutating func append(quoting string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        text += (scalar.value < 16 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
