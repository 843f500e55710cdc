// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierTraining

/// What `encode` wrote.
struct EncodeReport {
  let codes: Codes
  /// The form of all layers; nil for the smallest of each.
  let form: CodeForm?
  let path: String
  let sourceName: String
  let part: Part
  /// What is worth knowing about the rows of a file.
  let notes: [String]

  private func form(of layer: Codes.Layer) -> CodeForm { form ?? codes.smallestForm(of: layer) }

  private func byteCount(_ form: CodeForm, of layer: Codes.Layer) -> Int {
    form.byteCount(
      rowCount: layer.outputs.rowCount, unitCount: layer.outputs.columnCount,
      activeCount: layer.outputs.entryCount)
  }
}

/// For people.
extension EncodeReport {
  var lines: [String] {
    let rowCount = codes.data.rowCount
    let rows = codes.layers.map { layer in
      ["hidden.\(layer.number)"]
        + CodeForm.allCases.map { NumberText.grouped(byteCount($0, of: layer)) }
        + [StorageText.name(form(of: layer))]
    }
    return [
      "part        \(part.rawValue) of \(sourceName): \(NumberText.grouped(rowCount))"
        + " row\(rowCount == 1 ? "" : "s")"
    ] + notes.map { "note        \($0)" } + [""]
      + TextTable.lines(
        [["bytes as"] + CodeForm.allCases.map(StorageText.name) + ["written as"]] + rows)
      + ["", "codes       \(path)"]
  }
}

/// For programs.
extension EncodeReport {
  var json: JSONValue {
    [
      "codes": .string(path),
      "part": .string(part.rawValue),
      "sampleCount": JSONValue(codes.data.rowCount),
      "layers": .array(codes.layers.map(json)),
    ]
  }

  private func json(_ layer: Codes.Layer) -> JSONValue {
    var byteCounts = JSONObject()
    for form in CodeForm.allCases {
      byteCounts[form.rawValue] = JSONValue(byteCount(form, of: layer))
    }
    return [
      "layer": JSONValue(layer.number),
      "unitCount": JSONValue(layer.outputs.columnCount),
      "activeCount": JSONValue(layer.outputs.entryCount),
      "byteCounts": .object(byteCounts),
      "form": .string(form(of: layer).rawValue),
    ]
  }
}
