// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// A model and what is left of it without the units that never fire.
public struct Compaction: Equatable, Sendable {
  /// The model before.
  public let original: Model
  /// The model after.
  public let model: Model
  /// For each hidden layer the units of the original that are gone, in ascending order.
  public let removedUnits: [[Int]]
}

extension Model {
  /// The model without the hidden units whose output is exactly zero for every row of the data.
  ///
  /// Whatever such a unit adds to the next layer is 0·w, so on these rows, and on every other sample
  /// for which the removed units are silent, the outputs stay the same to the last bit
  /// (`Network.removingUnits(_:)` says why). On a sample that would wake one of
  /// them they can differ: ``Compaction/check(on:execution:)`` counts those. Rectifier, rectified
  /// tanh and integrate-and-fire units fall silent; of the other activations a unit is exactly zero
  /// only by chance, and as a rule nothing is removed. Of a layer in which no unit fires the first
  /// stays, because no layer can be empty.
  ///
  /// - Parameters:
  ///   - calibration: Targets are not read.
  ///   - reordering: Whether to put the units that stay in the order of how often they fire, most
  ///     first, so that zeros lie together. Sums then run in another order: a model whose outputs
  ///     agree with the original's up to rounding, not to the bit. Rounding can decide whether a
  ///     unit near its threshold fires, so that a second time need not find the very same counts.
  ///   - execution: How; no result depends on it.
  /// - Throws: `ModelError` where the features do not fit the model.
  public func compacted(
    on calibration: Dataset, reordering: Bool = false, execution: Execution = .default
  ) throws(ModelError) -> Compaction {
    let activity = try UnitActivity.measure(self, on: calibration, execution: execution)
    let widths = network.architecture.hiddenWidths
    let removed = zip(activity.silentUnits, widths).map { silent, width in
      silent.count == width ? Array(silent.dropFirst()) : silent
    }
    var compacted = network.removingUnits(removed)
    if reordering {
      let left = zip(activity.activeCounts, removed).map { counts, removed in
        let gone = Set(removed)
        return counts.indices.filter { !gone.contains($0) }.map { counts[$0] }
      }
      compacted = compacted.reorderingUnits(UnitActivity.unitsByFiringRate(left))
    }
    let facts = CompactionFacts(
      hiddenWidths: widths, calibration: DataFacts(calibration), isReordered: reordering)
    return Compaction(
      original: self,
      model: Model(
        network: compacted, preprocessing: preprocessing, imageShape: imageShape, labels: labels,
        facts: self.facts, compactions: compactions + [facts]),
      removedUnits: removed)
  }
}
