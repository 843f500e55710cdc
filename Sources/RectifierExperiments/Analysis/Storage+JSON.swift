// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierTraining

extension Storage {
  package var json: JSONValue {
    ["sampleCount": JSONValue(sampleCount), "layers": .array(layers.map(\.json))]
  }
}

extension LayerStorage {
  /// Bytes in each form, and what they are counted from.
  package var json: JSONValue {
    var (byteCounts, bytesPerSample) = (JSONObject(), JSONObject())
    for form in CodeForm.allCases {
      byteCounts[form.rawValue] = JSONValue(byteCount(form))
      bytesPerSample[form.rawValue] = self.bytesPerSample(form).json
    }
    return [
      "unitCount": JSONValue(unitCount),
      "activeCount": JSONValue(activeCount),
      "byteCounts": .object(byteCounts),
      "bytesPerSample": .object(bytesPerSample),
      "smallestForm": .string(smallestForm.rawValue),
    ]
  }
}
