// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A table with a head, which scrolls inside its own box where it is wider than the page.
///
/// On a phone the rows of one with prose stand below each other instead, each cell behind its column's
/// name.
package struct HTMLTable: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      /// What a row is about; the first column at most.
      case head
      case text
      case number
      /// Text of many words, which is broken into lines.
      case prose
    }

    package var title: String
    package var kind: Kind

    package init(_ title: String, _ kind: Kind = .text) {
      self.title = title
      self.kind = kind
    }
  }

  /// What the table shows; it is the name of the box that scrolls, too.
  package var caption: String
  package var columns: [Column]
  /// One text a column.
  package var rows: [[String]]

  /// - Precondition: Each row has a cell a column.
  package init(_ caption: String, columns: [Column], rows: [[String]]) {
    for row in rows where row.count != columns.count {
      fatalError("HTML table: a row of \(row.count) cells in \(columns.count) columns")
    }
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The table within a page.
  package var html: HTML {
    let head = columns.map { column in
      HTML.element("th", Self.attributes(column.kind, scope: "col"), HTML(column.title))
    }
    let body = rows.map { row in
      HTML.element(
        "tr",
        zip(columns, row).map { column, text in
          column.kind == .head
            ? HTML.element("th", ["scope": "row"], cell(text, of: column))
            : HTML.element("td", Self.attributes(column.kind), cell(text, of: column))
        })
    }
    return Self.scrolling(
      caption,
      .element(
        "table", ["aria-label": caption], .element("thead", .element("tr", head)),
        .element("tbody", body)))
  }

  private func cell(_ text: String, of column: Column) -> [HTML] {
    guard columns.contains(where: { $0.kind == .prose }) else { return [HTML(text)] }
    return [.element("span", ["class": "column"], HTML(column.title + " ")), HTML(text)]
  }

  /// A table below its caption, in a box that scrolls sideways, by keys as well.
  static func scrolling(_ caption: String, _ table: HTML) -> HTML {
    let box = HTML.element(
      "div", ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"], table)
    return HTML([.paragraph(caption, class: "caption"), box])
  }

  private static func attributes(
    _ kind: Column.Kind, scope: String? = nil
  ) -> KeyValuePairs<String, String> {
    let name: String? =
      switch kind {
      case .head, .text: nil
      case .number: "number"
      case .prose: "prose"
      }
    switch (name, scope) {
    case (nil, nil): return [:]
    case (let name?, nil): return ["class": name]
    case (nil, let scope?): return ["scope": scope]
    case (let name?, let scope?): return ["class": name, "scope": scope]
    }
  }
}

extension HTMLTable.Column.Kind {
  /// Prose where a cell has many characters.
  package init(ofTexts texts: [String]) {
    self = texts.contains { $0.count > 48 } ? .prose : .text
  }

  /// Numbers where all cells are some, or a dash for none; else as of texts.
  package init(ofValues texts: [String]) {
    let isNumeric = texts.allSatisfy { Double($0) != nil || $0 == "–" }
    self = isNumeric ? .number : .init(ofTexts: texts)
  }
}
