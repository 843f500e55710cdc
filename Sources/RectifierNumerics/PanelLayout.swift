// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// Where the weights of a layer lie: column panels of 128 outputs, `[panel][input][128]`.
///
/// Row i of a panel is the fan-out of input i, so that forward product, input gradient and update
/// all skip whole rows where an input is zero, and one copy of the weights serves all three. The
/// last panel is as wide as the outputs that are left, rounded up to 16.
package struct PanelLayout: Hashable, Sendable {
  package static let laneCount = 16
  package static let panelColumnCount = 128

  package let inputCount: Int
  package let outputCount: Int

  package init(inputCount: Int, outputCount: Int) {
    self.inputCount = inputCount
    self.outputCount = outputCount
  }

  /// `count` rounded up to a multiple of 16.
  package static func padded(_ count: Int) -> Int {
    (count + laneCount - 1) / laneCount * laneCount
  }

  package var panelCount: Int {
    (outputCount + Self.panelColumnCount - 1) / Self.panelColumnCount
  }

  /// Columns of a panel, padding included.
  package func width(ofPanel panel: Int) -> Int {
    let left = outputCount - panel * Self.panelColumnCount
    return left < Self.panelColumnCount ? Self.padded(left) : Self.panelColumnCount
  }

  /// Floats that the weights take, padding included.
  package var weightCount: Int { inputCount * Self.padded(outputCount) }

  /// Words that the weights take as pairs of bfloat16, whose panels are padded to 32 columns.
  package var bfloat16WordCount: Int {
    rectifier_bfloat16_word_count(inputCount, outputCount)
  }

  /// Floats that the bias takes, padding included.
  package var biasCount: Int { Self.padded(outputCount) }

  /// The place of a weight, in floats from the first panel.
  package func offset(input: Int, output: Int) -> Int {
    let panel = output / Self.panelColumnCount
    return panel * Self.panelColumnCount * inputCount + input * width(ofPanel: panel)
      + output % Self.panelColumnCount
  }

  /// Writes weights in `[outputs × inputs]` order into panels; padding is left as it is.
  package func pack(_ weights: [Float], into panels: UnsafeMutablePointer<Float>) {
    guard weights.count == inputCount * outputCount else {
      fatalError("panels: \(weights.count) weights for \(outputCount) × \(inputCount)")
    }
    for output in 0..<outputCount {
      for input in 0..<inputCount {
        panels[offset(input: input, output: output)] = weights[output * inputCount + input]
      }
    }
  }

  /// The weights in `[outputs × inputs]` order.
  package func unpack(_ panels: UnsafePointer<Float>) -> [Float] {
    var weights = [Float](repeating: 0, count: inputCount * outputCount)
    for output in 0..<outputCount {
      for input in 0..<inputCount {
        weights[output * inputCount + input] = panels[offset(input: input, output: output)]
      }
    }
    return weights
  }
}
