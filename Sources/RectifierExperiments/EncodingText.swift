// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// What the rows of a file have become, for people.
package enum EncodingText {
  /// `6 columns of numbers, 8 of categories: 108 features; target 'income': 2 classes`.
  package static func line(_ encoding: RowEncoding) -> String {
    let features =
      switch encoding {
      case .columns(let schema):
        "\(columns(of: schema)): \(NumberText.grouped(schema.featureCount)) features"
      case .indexed(let encoding):
        "\(NumberText.grouped(encoding.featureCount)) features, the first with the number"
          + " \(encoding.indexBase)"
      }
    return features + (encoding.target.map { "; target '\($0.name)': \(kind(of: $0.kind))" } ?? "")
  }

  private static func columns(of schema: Schema) -> String {
    let kinds = schema.columns.map { column in
      switch column.encoding {
      case .number: "numbers"
      case .category: "categories"
      case .text: "text"
      }
    }
    let counts = ["numbers", "categories", "text"].map { kind in
      (kind, kinds.count { $0 == kind })
    }.filter { $0.1 > 0 }
    return counts.enumerated().map { index, counted in
      let (kind, count) = counted
      let noun = index > 0 ? "" : count == 1 ? " column" : " columns"
      return "\(count)\(noun) of \(kind)"
    }.joined(separator: ", ")
  }

  private static func kind(of kind: SchemaTarget.Kind) -> String {
    switch kind {
    case .classes(let labels): "\(NumberText.grouped(labels.count)) classes"
    case .ordinal(let labels, _):
      "\(labels.count) levels from \(labels.first ?? "") to \(labels.last ?? "")"
    case .sets(let labels): "\(NumberText.grouped(labels.count)) labels, any number a row"
    case .reals(let mean, let deviation):
      "numbers, mean \(NumberText.shortest(mean)), deviation \(NumberText.shortest(deviation))"
    }
  }
}
