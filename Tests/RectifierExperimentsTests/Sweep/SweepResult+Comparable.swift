// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

@testable import RectifierExperiments

extension SweepResult {
  /// The records as two runs of the same trials have them in common; empty for one that is not done.
  func comparable() throws -> [String] {
    try records.map { record in
      var members = record?.json.objectValue ?? JSONObject()
      members["timing"] = nil
      members["host"] = nil
      return try JSONValue.object(members).text()
    }
  }
}
