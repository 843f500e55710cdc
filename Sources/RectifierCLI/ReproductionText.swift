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
    case .figure1(let results): Figure1Text.lines(results) + drawn(figurePath)
    case .figure2(let results): Figure2Text.lines(results) + drawn(figurePath)
    case .figure3(let results): Figure3Text.lines(results) + drawn(figurePath)
    case .figure4(let results): Figure4Text.lines(results) + drawn(figurePath)
    case .sharpness(let results):
      SharpnessText.lines(results, missing: missing) + drawn(figurePath)
    case .table1(let results): Table1Text.lines(results, missing: missing)
    }
  }

  private static func drawn(_ figurePath: String) -> [String] { ["", "Drawn in \(figurePath)."] }
}
