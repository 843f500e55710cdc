// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What is measured of a trial's network beside its errors and zeros.
package enum TrialObservation: String, CaseIterable, Sendable {
  /// The error of the best epoch's network on what it learned from.
  case fit
  /// The best epoch's network in the sparsity laboratory, on the part that is measured.
  case laboratory
  /// Gradients, activations and weights of every layer, before the first epoch and after each.
  case trajectory

  /// Whether something of every epoch is kept, which no checkpoint holds: a training that was
  /// interrupted begins anew.
  var isOfEveryEpoch: Bool { self == .trajectory }
}
