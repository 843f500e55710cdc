// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierTraining

extension Analysis {
  /// An object a claim under its name; null for what was not asked for, and for what cannot be said of
  /// such data.
  package var json: JSONObject {
    [
      "sampleCount": JSONValue(sampleCount),
      "errorRate": .optional(evaluation?.errors) { Estimate($0).json },
      "loss": .optional(evaluation?.loss) { JSONValue($0) },
      "zeros": .optional(zeros) { $0.json },
      "variableSize": .optional(variableSize) { $0.json },
      "disentangling": .optional(disentangling) { $0.json },
      "separability": .optional(separability) { $0.json },
      "robustness": .optional(robustness) { $0.json },
      "storage": .optional(storage) { $0.json },
      "gradientFlow": .optional(gradientFlow) { $0.json },
      "bounds": .optional(bounds) { $0.json },
      "linearity": .optional(linearity) { $0.json },
    ]
  }
}
