// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Pictures beside each other, each with lines below it.
package struct PictureList: Equatable, Sendable {
  package struct Item: Equatable, Sendable {
    /// The bytes of a PNG file.
    package var png: [UInt8]
    /// What it shows, for who cannot see it.
    package var description: String
    /// The lines below it, the first of them strong.
    package var lines: [String]

    package init(png: [UInt8], description: String, lines: [String]) {
      self.png = png
      self.description = description
      self.lines = lines
    }
  }

  package var items: [Item]
  /// Whether there is room for lines of some words.
  package var isLarge: Bool

  package init(_ items: [Item], isLarge: Bool) {
    self.items = items
    self.isLarge = isLarge
  }

  /// The list within a page.
  package var html: HTML {
    .element(
      "ul", ["class": isLarge ? "pictures large" : "pictures small"],
      items.map { item in
        let image = HTML.emptyElement(
          "img",
          ["src": "data:image/png;base64,\(Base64.text(item.png))", "alt": item.description])
        return .element(
          "li",
          [image]
            + item.lines.enumerated().map { number, line in
              .element("span", isLarge && number == 0 ? ["class": "strong"] : [:], HTML(line))
            })
      })
  }
}
