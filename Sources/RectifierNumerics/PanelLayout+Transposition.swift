// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension PanelLayout {
  /// The layout of the transposed weights.
  package var transposed: PanelLayout {
    PanelLayout(inputCount: outputCount, outputCount: inputCount)
  }

  /// Writes weights transposed into panels of the transposed layout, or adds them to what is there:
  /// one addition an element.
  ///
  ///     target[o, i] = source[i, o]   or   target[o, i] + source[i, o]
  ///
  /// - Precondition: The panels do not overlap. Padding of the target is left as it is.
  package func transpose(
    _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>, adding: Bool,
    execution: Execution
  ) {
    let blockCount = (outputCount + Self.laneCount - 1) / Self.laneCount
    execution.forEachRange(of: blockCount) { _, blocks in
      for block in blocks {
        for input in stride(from: 0, to: inputCount, by: Self.laneCount) {
          transposeTile(
            source, into: target, input: input, output: block * Self.laneCount, adding: adding)
        }
      }
    }
  }

  /// Up to 16 × 16 weights, which lie in one panel on either side.
  private func transposeTile(
    _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>, input: Int,
    output: Int, adding: Bool
  ) {
    let transposed = transposed
    let from = source + offset(input: input, output: output)
    let to = target + transposed.offset(input: output, output: input)
    let fromStride = width(ofPanel: output / Self.panelColumnCount)
    let toStride = transposed.width(ofPanel: input / Self.panelColumnCount)
    for o in 0..<min(Self.laneCount, outputCount - output) {
      for i in 0..<min(Self.laneCount, inputCount - input) {
        let value = from[i * fromStride + o]
        to[o * toStride + i] = adding ? to[o * toStride + i] + value : value
      }
    }
  }
}
