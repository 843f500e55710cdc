// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

/// Over how many units of a layer the activation for a class is spread.
///
///     (Σᵤ a)² / (U · Σᵤ a²),   a[u] = mean of |h[u]| over the samples of a class
///
/// It is 1 where all U units share the activation equally and 1/U where one has it alone: high for a
/// distributed code, low for units that each stand for a class.
///
/// *Source:* the participation ratio of Bell and Dean, "Atomic vibrations in vitreous silica" (1970).
public struct ClassParticipation: Equatable, Sendable {
  /// One a class, 0…1; nil where no unit is active for it, and for one without samples.
  public let byClass: [Double?]

  /// The mean over classes, with Student's interval over classes; nil without any.
  public var mean: Estimate? { SampleMoments(byClass.compactMap { $0 })?.estimate }
}
