// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierNetworks

/// What `reproduce table1` prints.
enum Table1Text {
  /// A table for each data set, of which no network is left out.
  static func lines(_ results: Table1Results) -> [String] {
    var lines: [String] = []
    for column in results.columns {
      lines += table(column, of: results) + [""]
    }
    lines += [
      "± is the standard deviation over seeds, the interval that of the test part's size; * as good "
        + "as the best at the 5 % level."
    ]
    return lines
  }

  private static func table(_ column: Table1Recipe.Column, of results: Table1Results) -> [String] {
    let remark = results.cells(of: column).compactMap(\.dataRemark).first
    let head = [
      column.name + (remark.map { ", \($0)" } ?? ""), "pre-training", "test error", "±",
      "95 % interval", "paper", "zeros",
      "dead units", "rate", "of pre-training", "networks",
    ]
    let rows = results.cells(of: column).map { cell in
      row(of: cell, isBest: results.equalsBest(cell) == true)
    }
    return TextTable.lines([head] + rows)
  }

  private static func row(of cell: Table1Results.Cell, isBest: Bool) -> [String] {
    let percent: (Double) -> String = { NumberText.percent($0) }
    let winner = cell.recipe.final.first
    var row = [cell.recipe.activation.name, cell.recipe.isPretrained ? "yes" : "no"]
    row.append(error(of: cell, isBest: isBest))
    row.append(cell.errorMoments?.standardDeviation.map(percent) ?? "–")
    row.append(
      cell.meanErrors.map { NumberText.percentRange($0.interval95, decimals: 2) } ?? "–")
    row.append(cell.published.map(percent) ?? "–")
    row.append(cell.zeroFraction.map(percent) ?? "–")
    row.append(cell.deadUnitCount.map { NumberText.fixed($0, decimals: 0) } ?? "–")
    row.append(winner.map { NumberText.shortest($0.configuration.learningRate) } ?? "–")
    row.append(winner?.pretraining.map { NumberText.shortest($0.training.learningRate) } ?? "–")
    return row + [progress(of: cell)]
  }

  private static func error(of cell: Table1Results.Cell, isBest: Bool) -> String {
    guard let moments = cell.errorMoments else { return "–" }
    return NumberText.percent(moments.mean) + (isBest ? "*" : "")
  }

  /// `5 done`, or how many are missing.
  private static func progress(of cell: Table1Results.Cell) -> String {
    let known = cell.recipe.trials.count
    let diverged = cell.divergedCount > 0 ? ", \(cell.divergedCount) diverged" : ""
    return (cell.isComplete ? "\(known)" : "\(cell.doneCount) of at least \(known)") + diverged
  }
}
