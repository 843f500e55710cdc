// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What came of a reproduction.
package enum ReproductionResults: Sendable {
  case figure1(Figure1Results)
  case figure2(Figure2Results)
  case figure3(Figure3Results)
  case figure4(Figure4Results)
  case sharpness(SharpnessResults)
  case table1(Table1Results)
  case table2(Table2Results)
  case amazon(AmazonResults)
  case advantages(AdvantagesResults)

  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    switch self {
    case .figure1(let results): results.json
    case .figure2(let results): results.json
    case .figure3(let results): results.json
    case .figure4(let results): results.json
    case .sharpness(let results): results.json
    case .table1(let results): results.json
    case .table2(let results): results.json
    case .amazon(let results): results.json
    case .advantages(let results): results.json
    }
  }

  /// The figure; nil for what is a table, and where a report draws several.
  package var svg: String? {
    switch self {
    case .figure1(let results): results.svg
    case .figure2(let results): results.svg
    case .figure3(let results): results.svg
    case .figure4(let results): results.svg
    case .sharpness(let results): results.svg
    case .table1, .table2, .amazon, .advantages: nil
    }
  }
}
