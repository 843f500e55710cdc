// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import RectifierTraining

extension DropoutDraw {
  /// The factors of inputs and hidden layers, `[row][place][unit]`, from the streams of the pass
  /// walked through from their beginnings.
  func factors(_ widths: [Int]) -> [[[Double]]] {
    let names = ["dropout.input"] + widths.indices.dropLast().map { "dropout.hidden.\($0)" }
    let rates =
      [dropout.input]
      + (dropout.hidden.isEmpty ? widths.dropFirst().map { _ in 0 } : dropout.hidden)
    return rows.map { row in
      widths.indices.map { place in
        var stream = seed.stream(names[place], epoch: pass)
        for _ in 0..<row * ((widths[place] + 3) / 4 * 4) { _ = stream.nextWord() }
        let (rate, scale) = (rates[place], Double(1 / (1 - rates[place])))
        return (0..<widths[place]).map { _ in stream.uniform() < rate ? 0 : scale }
      }
    }
  }
}

extension GradientProblem {
  /// The oracle that drops what the draw drops.
  func oracle(_ draw: DropoutDraw) -> DoubleNetwork {
    var oracle = oracle
    oracle.factors = draw.factors(Array(network.architecture.widths.dropLast()))
    return oracle
  }

  /// Rows of the data that are not in order, one for each of the batch.
  func draw(_ dropout: Dropout) -> DropoutDraw {
    DropoutDraw(
      dropout, seed: Seed(21), pass: 3, rows: (0..<batch.rowCount).map { ($0 * 7 + 5) % 31 })
  }
}

extension GradientCase {
  /// A problem whose hidden pre-activations all are at least `margin` away from 0 with units dropped.
  func problem(
    inputCount: Int, hiddenWidths: [Int], rowCount: Int, margin: Double, dropping dropout: Dropout
  ) throws -> GradientProblem {
    for first in 1..<1_000 as Range<UInt64> {
      let problem = try problem(
        inputCount: inputCount, hiddenWidths: hiddenWidths, rowCount: rowCount, margin: 0,
        from: first)
      let oracle = problem.oracle(problem.draw(dropout))
      if oracle.leastMagnitude(problem.batch.doubleRows) >= margin { return problem }
    }
    throw NoProblem(margin: margin)
  }
}
