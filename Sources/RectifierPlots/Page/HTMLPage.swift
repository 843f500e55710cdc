// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A page that holds all that it shows: no script, and nothing that is fetched.
package struct HTMLPage: Equatable, Sendable {
  /// A part of the page with a heading, to which the contents lead.
  package struct Section: Equatable, Sendable {
    /// What the link to it ends in; written in the program, not read from data.
    package var identifier: String
    package var title: String
    package var content: [HTML]

    package init(_ identifier: String, title: String, _ content: [HTML]) {
      self.identifier = identifier
      self.title = title
      self.content = content
    }
  }

  package var title: String
  /// What stands below the title.
  package var introduction: [HTML]
  package var sections: [Section]
  /// The last line.
  package var footer: String

  package init(title: String, introduction: [HTML], sections: [Section], footer: String) {
    self.title = title
    self.introduction = introduction
    self.sections = sections
    self.footer = footer
  }

  /// The whole file.
  package var text: String {
    "<!DOCTYPE html>\n" + HTML.element("html", ["lang": "en"], head, body).markup
  }

  /// The policy lets a browser refuse whatever the page does not hold itself.
  private var head: HTML {
    .element(
      "head",
      .emptyElement("meta", ["charset": "utf-8"]),
      .emptyElement(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        ]),
      .emptyElement(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .emptyElement("meta", ["name": "color-scheme", "content": "light dark"]),
      .emptyElement("link", ["rel": "icon", "href": "data:,"]),
      .element("title", HTML(title)),
      .style(Self.sheet))
  }

  private var body: HTML {
    let links = sections.map { section in
      HTML.element("li", .element("a", ["href": "#\(section.identifier)"], HTML(section.title)))
    }
    return .element(
      "body",
      .element("header", [.element("h1", HTML(title))] + introduction),
      .element("nav", ["aria-label": "Contents"], .element("ul", links)),
      .element(
        "main",
        sections.map { section in
          let heading = HTML.element("h2", HTML(section.title))
          return .element("section", ["id": section.identifier], [heading] + section.content)
        }),
      .element("footer", HTML(footer)))
  }
}
