// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierPlots

extension RunReport {
  /// As many columns of a file are shown.
  private static let columnLimit = 16

  /// The rows that the model is farthest off on, with what they hold.
  var worstSection: HTMLPage.Section {
    let content = withData { measurements in
      let count = measurements.worst.count
      let introduction = HTML.paragraph(
        "The \(count) rows of the \(measurements.part.rawValue) part with the largest"
          + " \(RowLoss.sizeName(of: model.task)).")
      let pictures = pictures(measurements)
      return [introduction, pictures ?? table(measurements)]
    }
    return HTMLPage.Section("worst", title: "Farthest off", content)
  }

  /// Nil where rows are no images of bytes.
  private func pictures(_ measurements: RunMeasurements) -> HTML? {
    let data = measurements.data
    guard let shape = data.imageShape, PictureDrawing.isDrawable(shape),
      case .bytes(let rows) = data.features
    else { return nil }
    let names = RowLoss.factNames(of: model.task)
    let items = measurements.worst.map { worst in
      let facts = zip(names, worst.facts).map { "\($0) = \($1)" }
      let file = data.files.isEmpty ? [] : [data.files[worst.row]]
      return PictureList.Item(
        png: PictureDrawing.png(ofPixels: rows.withRow(worst.row) { Array($0) }, shape: shape),
        description: "Row \(worst.row): \(worst.truth), predicted \(worst.prediction)",
        lines: ["\(worst.truth) → \(worst.prediction)"] + facts + file)
    }
    return HTML([
      .paragraph("Below each: true → predicted.", class: "faint"),
      PictureList(items, isLarge: true).html,
    ])
  }

  private func table(_ measurements: RunMeasurements) -> HTML {
    let fields = measurements.fields
    let shown = min(fields?.columns.count ?? 0, Self.columnLimit)
    let columns = (fields?.columns ?? []).prefix(shown).enumerated().map { column, name in
      let texts = fields?.rows.map { $0[column] } ?? []
      return HTMLTable.Column(name, HTMLTable.Column.Kind(ofValues: texts))
    }
    let rows = measurements.worst.enumerated().map { number, worst in
      ["\(worst.row)", worst.truth, worst.prediction] + worst.facts
        + (fields?.rows[number].prefix(shown) ?? [])
    }
    let left = (fields?.columns.count ?? 0) - shown
    let table = HTMLTable(
      "Rows are numbered from 0 within the part"
        + (left > 0 ? "; \(left) more columns of the file are left out" : ""),
      columns: [
        HTMLTable.Column("row", .number),
        HTMLTable.Column("true", .init(ofTexts: measurements.worst.map(\.truth))),
        HTMLTable.Column("predicted", .init(ofTexts: measurements.worst.map(\.prediction))),
      ] + RowLoss.factNames(of: model.task).map { HTMLTable.Column($0, .number) } + columns,
      rows: rows)
    return table.html
  }
}
