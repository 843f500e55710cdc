// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierPlots

extension RunReport {
  /// What was asked for, that which is not at its default first.
  var configurationSection: HTMLPage.Section {
    let all = record.configuration.json.objectValue ?? JSONObject()
    let chosen = record.configuration.deviations
    let rest = all.keys.filter { chosen[$0] == nil }
    let defaults = HTML.element(
      "details",
      .element("summary", "The \(rest.count) options at their defaults"),
      Self.table("Options at their defaults", keys: rest, of: all))
    return HTMLPage.Section(
      "configuration", title: "Configuration",
      [Self.table("Options that were chosen", keys: chosen.keys, of: chosen), defaults])
  }

  private static func table(_ caption: String, keys: [String], of options: JSONObject) -> HTML {
    let names = OptionNames()
    let texts = keys.map { text(options[$0] ?? .null) }
    let kind = HTMLTable.Column.Kind(ofTexts: texts)
    return HTMLTable(
      caption,
      columns: [HTMLTable.Column("option", .head), HTMLTable.Column("value", kind)],
      rows: zip(keys, texts).map { [names[$0], $1] }
    ).html
  }

  /// A value as people write it: lists with commas, nothing as a dash.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "–"
    case .bool(let isOn): isOn ? "yes" : "no"
    case .string(let text): text
    case .array(let values): values.isEmpty ? "none" : values.map(text).joined(separator: ", ")
    case .integer, .number, .object:
      (try? value.text(nonFinite: .null)) ?? "–"
    }
  }
}
