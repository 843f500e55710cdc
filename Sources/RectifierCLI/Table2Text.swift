// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce table2` prints.
enum Table2Text {
  /// A row a kind of network, then what the comparisons come to.
  static func lines(_ results: Table2Results) -> [String] {
    let head = [
      "hidden layers", "pre-training", "RMSE", "±", "95 % interval", "paper", "zeros", "paper",
      "rate", "networks",
    ]
    let sentences = results.comparisons.compactMap(\.sentence)
    return TextTable.lines([head] + results.cells.map(row)) + [""] + sentences
      + (sentences.isEmpty ? [] : [""])
      + [
        "± is the standard deviation over folds, the interval that of their mean; the paper's numbers "
          + "are of other reviews."
      ]
  }

  private static func row(of cell: Table2Results.Cell) -> [String] {
    let network = cell.network
    let published = Table2Results.published(network)
    let moments = cell.errorMoments
    var row = [
      network.layerCount == 0 ? "none" : "\(network.layerCount) × \(network.activation.name)"
    ]
    row.append(network.isPretrained ? "yes" : "no")
    row.append(moments.map { NumberText.fixed($0.mean, decimals: 3) } ?? "–")
    row.append(moments?.standardDeviation.map { NumberText.fixed($0, decimals: 3) } ?? "–")
    row.append(moments?.starInterval ?? "–")
    row.append(published?.text ?? "–")
    row.append(cell.zeroMoments.map { NumberText.percent($0.mean, decimals: 1) } ?? "–")
    row.append(published?.zeroFraction.map { NumberText.percent($0, decimals: 1) } ?? "–")
    row.append(cell.outcome.learningRate.map(NumberText.shortest) ?? "–")
    return row + [cell.outcome.progress]
  }
}
