// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// Counts the activation patterns of samples, a layer at a time and all layers together.
///
/// A pattern is a bit a unit. Equal ones are found by their hash and compared in full, and each gets
/// the next free number; all layers together are the list of their numbers.
struct PatternCounter {
  private var numbers: [[[UInt64]: Int]]
  private var layerCounts: [[Int]]
  private var jointCounts: [[Int]: Int] = [:]

  init(layerCount: Int) {
    numbers = Array(repeating: [:], count: layerCount)
    layerCounts = Array(repeating: [], count: layerCount)
  }

  /// Counts the first `rowCount` rows of a pass.
  mutating func add(_ forward: ForwardPass, rowCount: Int) {
    let architecture = forward.architecture
    for row in 0..<rowCount {
      let joint = architecture.hiddenWidths.enumerated().map { layer, width in
        let stride = architecture.layers[layer].biasCount
        return number(
          of: Self.bits(
            UnsafeBufferPointer(start: forward.outputs[layer].pointer + row * stride, count: width),
            isActive: architecture.activations[layer] == .identity ? { _ in true } : { $0 != 0 }),
          layer: layer)
      }
      jointCounts[joint, default: 0] += 1
    }
  }

  /// The number of a layer's pattern, which is counted once more.
  private mutating func number(of bits: [UInt64], layer: Int) -> Int {
    if let number = numbers[layer][bits] {
      layerCounts[layer][number] += 1
      return number
    }
    let number = layerCounts[layer].count
    numbers[layer][bits] = number
    layerCounts[layer].append(1)
    return number
  }

  private static func bits(
    _ outputs: UnsafeBufferPointer<Float>, isActive: (Float) -> Bool
  ) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (outputs.count + 63) / 64)
    for (unit, output) in outputs.enumerated() where isActive(output) {
      words[unit / 64] |= 1 << UInt64(unit % 64)
    }
    return words
  }

  /// One a hidden layer.
  var layers: [ActivationPatterns] { layerCounts.map { ActivationPatterns(counts: $0) } }

  /// Of all hidden layers together.
  var joint: ActivationPatterns { ActivationPatterns(counts: jointCounts.values) }
}
