// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce` prints.
enum ReproductionText {
  /// - Parameters:
  ///   - figurePath: Where the figure was drawn, if there is one.
  ///   - leftOut: Networks whose data were not found.
  static func lines(
    _ results: ReproductionResults, figurePath: String, leftOut: [Trial] = []
  ) -> [String] {
    lines(results) + (results.svg == nil ? [] : ["", "Drawn in \(figurePath)."])
      + missing(leftOut)
  }

  private static func lines(_ results: ReproductionResults) -> [String] {
    switch results {
    case .figure1(let results): Figure1Text.lines(results)
    case .figure2(let results): Figure2Text.lines(results)
    case .figure3(let results): Figure3Text.lines(results)
    case .figure4(let results): Figure4Text.lines(results)
    case .sharpness(let results): SharpnessText.lines(results)
    case .table1(let results): Table1Text.lines(results)
    case .table2(let results): Table2Text.lines(results)
    case .amazon(let results): AmazonText.lines(results)
    case .advantages(let results): AdvantagesText.lines(results)
    }
  }

  /// A line for each data set that was not found.
  private static func missing(_ trials: [Trial]) -> [String] {
    let names = trials.map(\.configuration.data).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return names.map { name in
      let count = trials.count { $0.configuration.data == name }
      return "Left out: \(count) networks on \(name), which was not found; rectifier data info"
        + " \(name.prefix { $0 != "/" }) says where to get it."
    }
  }
}
