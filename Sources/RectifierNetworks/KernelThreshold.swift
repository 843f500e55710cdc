// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Below which density of its input a layer takes the sparse product.
///
/// A matter of speed alone: both products give the same bits.
enum KernelThreshold {
  /// The density at which both products take the same time, for a batch of `rowCount` rows. A batch
  /// shares each load of a weight among its rows in the dense product only, so that the sparse one
  /// has the more to make up for the larger the batch.
  static func density(rowCount: Int) -> Double {
    rowCount < 4 ? 0.9 : 0.6
  }
}
