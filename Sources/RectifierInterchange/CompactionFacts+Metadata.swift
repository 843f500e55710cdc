// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension CompactionFacts {
  /// The key of a compacted model's metadata; files of other models lack it.
  static let metadataKey = "compactions"

  /// As they stand in the metadata of a model.
  var metadata: JSONValue {
    [
      "hiddenWidths": JSONValue(hiddenWidths),
      "calibration": calibration.metadata,
      "isReordered": .bool(isReordered),
    ]
  }

  /// Reads what was done to a model of that architecture, the earliest first; nothing where the key
  /// is not there.
  static func list(
    in metadata: [String: String], architecture: Architecture, path: String
  ) throws(SafetensorsError) -> [CompactionFacts] {
    guard metadata[metadataKey] != nil else { return [] }
    let field = try MetadataField(path: path, key: metadataKey, in: metadata)
    var list: [CompactionFacts] = []
    // Backwards, because no layer is narrower before than it is after.
    for field in try field.elements().reversed() {
      list.append(
        try CompactionFacts(
          field, architecture: architecture,
          widthsAfter: list.last?.hiddenWidths ?? architecture.hiddenWidths))
    }
    return list.reversed()
  }

  private init(
    _ field: MetadataField, architecture: Architecture, widthsAfter: [Int]
  ) throws(SafetensorsError) {
    let widthsField = try field.member("hiddenWidths")
    var widthsAfter = widthsAfter[...]
    let widths = try widthsField.perHiddenLayer(of: architecture) {
      (field, _) throws(SafetensorsError) in
      try field.integer(atLeast: widthsAfter.removeFirst())
    }
    do throws(ArchitectureError) {
      _ = try architecture.replacingHiddenWidths(widths)
    } catch {
      throw widthsField.damaged("the widths of a possible architecture")
    }
    self.init(
      hiddenWidths: widths, calibration: try DataFacts(field.member("calibration")),
      isReordered: try field.member("isReordered").boolean())
  }
}
