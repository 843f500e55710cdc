// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// Where the units of a layer stand in their range when nothing in particular is shown to them, and on
/// average over data.
///
///     share of h in a…b = (h − a)/(b − a)
///
/// The range a…b is that of the activation where it has one, else what was observed over all samples
/// and units. The steady state of a logistic unit is half its range; a rectifier's, at zero
/// pre-activation, is silence, and at random weights half of the units are.
///
/// *Source:* Glorot, Bordes and Bengio (2011), sections 1 and 2.1.
public struct SteadyState: Equatable, Sendable {
  /// a…b, before any sign mask.
  public let range: ClosedRange<Double>
  /// Whether the range is what was observed.
  public let isObserved: Bool
  /// The share of f(0), the output at zero pre-activation.
  public let restingShare: Double
  /// The mean share over samples and units, with Student's interval over samples; the range is taken as
  /// known.
  public let meanShare: Estimate
  /// The mean share over units when the mean of all samples is shown.
  public let meanInputShare: Double
  /// Units that are exactly zero then, 0…1, with Wilson's interval over units.
  public let meanInputZeroFraction: Estimate
}
