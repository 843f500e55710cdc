// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Synchronization

/// Below which density of its input a layer takes the sparse kernels.
///
/// A matter of speed alone: sparse and dense kernels give the same bits. What a machine makes of them
/// is measured once a process, when first asked for: see `KernelCalibration`.
package enum KernelThreshold {
  /// Work that has a sparse and a dense kernel.
  package enum Product: Int, CaseIterable, Sendable {
    /// The forward product.
    case forward
    /// The backward pass with the deltas of the inputs.
    case backward
    /// The backward pass of a first layer: its weights' gradient alone.
    case gradient
    /// The forward product with bfloat16 weights.
    case bfloat16Forward
  }

  /// Batches in which a load of a weight serves about equally many samples, by the size measured.
  private static let measuredRowCounts = [1, 16, 48, 128]

  private static func sizeClass(_ rowCount: Int) -> Int {
    switch rowCount {
    case ..<8: 0
    case ..<32: 1
    case ..<96: 2
    default: 3
    }
  }

  /// What was measured, by set, product and class; 0 where nothing was.
  private static let measured = Mutex(
    [Double](
      repeating: 0,
      count: InstructionSet.allCases.count * Product.allCases.count * measuredRowCounts.count))

  /// The density at which both kernels take the same time for a batch of `rowCount` rows, at most 1.
  package static func density(
    of product: Product, rowCount: Int, instructionSet: InstructionSet
  ) -> Double {
    let sizeClass = sizeClass(rowCount)
    let set = InstructionSet.allCases.firstIndex(of: instructionSet)!
    let line = set * Product.allCases.count + product.rawValue
    let place = line * measuredRowCounts.count + sizeClass
    let known = measured.withLock { $0[place] }
    if known > 0 { return known }
    let calibration = KernelCalibration(
      rowCount: measuredRowCounts[sizeClass], instructionSet: instructionSet)
    // Two threads may both have measured: the first result stays.
    let found = calibration.breakEvenDensity(of: product)
    return measured.withLock {
      if $0[place] == 0 { $0[place] = found }
      return $0[place]
    }
  }
}
