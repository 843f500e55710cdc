// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Network {
  /// The network without some of its hidden units; weights, biases and signs of the others stay, in
  /// their order.
  ///
  ///     y[o] = b[o] + Σᵢ h[i]·w[o, i],   i over the units that are left
  ///
  /// For an input on which every removed unit's output is exactly zero, the outputs are those of the
  /// whole network to the last bit: sums run in input order, one fused multiply-add a term, and
  /// fma(0, w, s) is s for every finite w. Only where s is −0 can it become +0, which no later term
  /// notices, and every sum ends in `s + 0.0`, so that no −0 leaves it.
  ///
  /// - Parameter removed: For each hidden layer the units to take away, in any order.
  /// - Precondition: One element a hidden layer, units that are there, and at least one that stays
  ///   in each layer.
  public func removingUnits(_ removed: [[Int]]) -> Network {
    checkLayerCount(removed, doing: "removing units")
    let kept = zip(removed, architecture.hiddenWidths).enumerated().map { layer, pair in
      let (removed, width) = (Set(pair.0), pair.1)
      for unit in removed where !(0..<width).contains(unit) {
        fatalError("removing units: unit \(unit) of \(width) in hidden layer \(layer)")
      }
      guard removed.count < width else {
        fatalError("removing units: all \(width) of hidden layer \(layer), one has to stay")
      }
      return (0..<width).filter { !removed.contains($0) }
    }
    return selectingUnits(kept)
  }

  /// The network with its hidden units in another order: `order[layer][k]` is the unit that comes to
  /// stand at place k. Rows, columns, biases and signs move together.
  ///
  /// It computes the same function, but the sums of the next layer run in the new order and round in
  /// another way: a new network, equal to this one up to rounding.
  ///
  /// - Precondition: For each hidden layer a permutation of its units.
  public func reorderingUnits(_ order: [[Int]]) -> Network {
    checkLayerCount(order, doing: "reordering units")
    for (layer, width) in architecture.hiddenWidths.enumerated()
    where order[layer].sorted() != Array(0..<width) {
      fatalError("reordering units: no permutation of the \(width) units of hidden layer \(layer)")
    }
    return selectingUnits(order)
  }

  /// The network of some units of each hidden layer, in the order given.
  private func selectingUnits(_ units: [[Int]]) -> Network {
    let selected: Architecture
    do throws(ArchitectureError) {
      selected = try architecture.replacingHiddenWidths(units.map(\.count))
    } catch {
      fatalError("selecting units: \(error)")
    }
    var parameters = Parameters(zerosFor: selected)
    for (layer, layout) in architecture.layers.enumerated() {
      let inputs = layer > 0 ? units[layer - 1] : Array(0..<layout.inputCount)
      let outputs = layer < units.count ? units[layer] : Array(0..<layout.outputCount)
      let weights = self.parameters.weights(ofLayer: layer)
      let biases = self.parameters.biases(ofLayer: layer)
      parameters.set(
        layer: layer,
        weights: outputs.flatMap { output in
          inputs.map { weights[output * layout.inputCount + $0] }
        },
        biases: outputs.map { biases[$0] })
    }
    return Network(
      architecture: selected, parameters: parameters,
      signMasks: zip(signMasks, units).map { mask, units in units.map { mask[$0] } })
  }

  private func checkLayerCount(_ units: [[Int]], doing: String) {
    let layerCount = architecture.hiddenWidths.count
    guard units.count == layerCount else {
      fatalError("\(doing): \(units.count) lists of units for \(layerCount) hidden layers")
    }
  }
}
