// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce` prints.
enum ReproductionText {
  /// - Parameters:
  ///   - figurePath: Where the figure was drawn, if there is one.
  ///   - missing: Data sets that were not found.
  static func lines(
    _ results: ReproductionResults, figurePath: String, missing: [String]
  ) -> [String] {
    switch results {
    case .figure3(let results): Figure3Text.lines(results, figurePath: figurePath)
    case .table1(let results): Table1Text.lines(results, missing: missing)
    }
  }
}
