// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierNetworks

/// What `reproduce figure4` prints.
enum Figure4Text {
  /// A table for each data set, and the paper's.
  static func lines(_ results: Figure4Results) -> [String] {
    var lines: [String] = []
    for panel in results.panels { lines += table(panel, name: panel.dataName) + [""] }
    let paper = Figure4Results.published
    lines += table(paper, name: "paper: \(paper.dataName)") + [""]
    lines.append(
      "Test errors with their 95 % intervals; * where pre-training makes a difference at the 5 %"
        + " level.")
    return lines + [count(results)]
  }

  private static func table(_ panel: Figure4Results.Panel, name: String) -> [String] {
    var rows = [[name, "labels"] + panel.curves.map(\.name)]
    for labelCount in panel.labelCounts {
      let share = NumberText.percent(panel.fraction(of: labelCount), decimals: 1)
      rows.append(
        [share, NumberText.grouped(labelCount)]
          + panel.curves.map { cell($0, labelCount, of: panel) })
    }
    return TextTable.lines(rows)
  }

  /// `1.62 % (1.39 … 1.89 %)*`.
  private static func cell(
    _ curve: Figure4Results.Curve, _ labelCount: Int, of panel: Figure4Results.Panel
  ) -> String {
    guard let errors = curve.point(labelCount)?.errors else { return "–" }
    let interval = NumberText.percentRange(errors.interval95, decimals: 2)
    let plain = panel.curve(curve.activation, isPretrained: false)?.point(labelCount)?.errors
    let differs = curve.isPretrained && plain.map { errors.differs(from: $0) } == true
    return "\(NumberText.percent(errors.fraction)) (\(interval))\(differs ? "*" : " ")"
  }

  private static func count(_ results: Figure4Results) -> String {
    let diverged =
      results.divergedCount > 0 ? ", \(results.divergedCount) of them diverged." : "."
    return "\(results.doneCount) of \(results.trialCount) networks are done\(diverged)"
  }
}
