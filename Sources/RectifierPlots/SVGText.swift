// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Pieces of SVG.
enum SVGText {
  /// Text between tags or in an attribute: what would be markup is written as references, and what
  /// XML cannot hold is left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A coordinate with at most one decimal: `12`, `12.5`.
  static func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let text = "\(tenths.magnitude / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths.magnitude % 10)")
    return tenths < 0 ? "-" + text : text
  }

  enum Anchor: String { case start, middle, end }

  static func text(
    _ text: String, _ x: Double, _ y: Double, anchor: Anchor = .start, kind: String? = nil,
    rotated: Bool = false
  ) -> String {
    let kind = kind.map { " class=\"\($0)\"" } ?? ""
    let place = "x=\"\(coordinate(x))\" y=\"\(coordinate(y))\""
    let turn =
      rotated ? " transform=\"rotate(-90 \(coordinate(x)) \(coordinate(y)))\"" : ""
    return "<text \(place) text-anchor=\"\(anchor.rawValue)\"\(kind)\(turn)>\(escaped(text))</text>"
  }

  static func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String
  {
    "<line class=\"\(kind)\" x1=\"\(coordinate(x1))\" y1=\"\(coordinate(y1))\""
      + " x2=\"\(coordinate(x2))\" y2=\"\(coordinate(y2))\"/>"
  }

  /// A drawing within a page, whose style sheet it goes by.
  static func fragment(width: Double, height: Double, title: String, body: [String]) -> String {
    let size = "\(coordinate(width)) \(coordinate(height))"
    return
      (["<svg viewBox=\"0 0 \(size)\" role=\"img\" aria-label=\"\(escaped(title))\">"]
      + body + ["</svg>"]).map { $0 + "\n" }.joined()
  }

  /// A whole drawing; grey on nothing, so that it can be read on white and on black.
  static func document(width: Double, height: Double, title: String, body: [String]) -> String {
    let size = "\(coordinate(width)) \(coordinate(height))"
    return
      ([
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\""
          + " width=\"\(coordinate(width))\" height=\"\(coordinate(height))\" role=\"img\">",
        "<title>\(escaped(title))</title>",
        ChartStyle.sheet,
      ] + body + ["</svg>"]).map { $0 + "\n" }.joined()
  }
}
