// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `train` says of a target of zeros.
enum ZeroTargetText {
  /// `target      85.0 % zeros: 84.2 % on the validation part, with activation L1 2.3e-05`, or loudly
  /// that it was not reached, and what to try.
  static func line(_ result: ZeroTargetResult, bestEpoch: Int) -> String {
    let target = NumberText.percent(Double(result.target), decimals: 1)
    let found = NumberText.percent(result.validationZeroFraction, decimals: 1)
    let coefficients = result.activationL1PerEpoch
    let best = bestEpoch <= coefficients.count ? Float(coefficients[bestEpoch - 1]) : 0
    let end = "\(found) on the validation part, with activation L1 \(NumberText.rounded(best))"
    guard !result.isReached else { return "target      \(target) zeros: \(end)" }
    if best == 0, result.validationZeroFraction > Double(result.target) {
      return "target      \(target) zeros NOT REACHED: without any penalty there are more, \(end)"
    }
    return "target      \(target) zeros NOT REACHED: the nearest epoch is kept, \(end); try more"
      + " --epochs, or another --activation-l1 to begin at"
  }
}
