// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A piece of an HTML page.
///
/// It is made of texts, which are escaped, of elements around pieces, and of drawings of this module;
/// there is no other way, so that no label of data can become markup.
package struct HTML: Equatable, Sendable {
  /// The piece as it stands in the page.
  package let markup: String

  private init(markup: String) { self.markup = markup }

  /// A text.
  package init(_ text: String) { self.init(markup: SVGText.escaped(text)) }

  /// Pieces one after another.
  package init(_ pieces: [HTML]) { self.init(markup: pieces.map(\.markup).joined()) }

  /// An element around pieces; each of those that structure a page ends its line.
  ///
  /// - Precondition: Names of elements and attributes are written in the program, not read from data.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: [HTML]
  ) -> HTML {
    let end = inlineNames.contains(name) ? "" : "\n"
    return HTML(
      markup: "\(opening(name, attributes))\(content.map(\.markup).joined())</\(name)>\(end)")
  }

  /// The same without attributes.
  package static func element(_ name: String, _ content: [HTML]) -> HTML {
    element(name, [:], content)
  }

  /// The same around a few pieces.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: HTML...
  ) -> HTML {
    element(name, attributes, content)
  }

  /// The same around a few pieces, without attributes.
  package static func element(_ name: String, _ content: HTML...) -> HTML {
    element(name, [:], content)
  }

  /// An element that holds nothing, as `img` is.
  package static func emptyElement(
    _ name: String, _ attributes: KeyValuePairs<String, String>
  ) -> HTML {
    HTML(markup: opening(name, attributes))
  }

  private static let inlineNames: Set = [
    "a", "b", "code", "span", "strong", "td", "th", "dt", "dd",
  ]

  private static func opening(
    _ name: String, _ attributes: KeyValuePairs<String, String>
  ) -> String {
    "<\(name)\(attributes.map { " \($0.key)=\"\(SVGText.escaped($0.value))\"" }.joined())>"
  }
}

extension HTML: ExpressibleByStringInterpolation {
  /// The text, escaped, whatever was put into it.
  package init(stringLiteral value: String) { self.init(value) }
}

extension HTML {
  /// A drawing within the page.
  static func drawing(_ svg: String) -> HTML { HTML(markup: svg) }

  /// A style sheet of this module.
  static func style(_ sheet: String) -> HTML {
    HTML(markup: "<style>\n\(sheet)\n</style>\n")
  }

  /// A paragraph of text.
  package static func paragraph(_ text: String, class kind: String? = nil) -> HTML {
    element("p", kind.map { ["class": $0] } ?? [:], HTML(text))
  }

  /// Pieces beside each other as far as there is room.
  package static func beside(_ pieces: [HTML]) -> HTML {
    element("div", ["class": "figures"], pieces)
  }
}
