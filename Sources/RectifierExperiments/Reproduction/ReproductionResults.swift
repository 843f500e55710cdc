// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What the records of a reproduction say.
package enum ReproductionResults: Sendable {
  case figure3(Figure3Results)
  case table1(Table1Results)

  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    switch self {
    case .figure3(let results): results.json
    case .table1(let results): results.json
    }
  }

  /// The figure; nil for what is a table.
  package var svg: String? {
    switch self {
    case .figure3(let results): results.svg
    case .table1: nil
    }
  }
}
