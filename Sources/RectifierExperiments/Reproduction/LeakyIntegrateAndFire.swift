// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// A neuron that integrates its input current, leaks, and fires at a threshold.
///
///     f(I) = 1 / (t_ref + τ log(1 + D/(I − I_th)))   for I > I_th, else 0
///     D = (V_th − V_r)/R,   I_th = (V_th − E)/R
///
/// which is the paper's formula with the voltages expressed as the currents that give them.
///
/// The activation of that name is another, rescaled form without units.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 2.1.
package struct LeakyIntegrateAndFire: Equatable, Sendable {
  /// t_ref, how long it is silent after firing, ms.
  package var refractoryMilliseconds: Double
  /// τ, ms.
  package var leakMilliseconds: Double
  /// D, from the reset to the threshold, nA.
  package var excursionNanoamperes: Double
  /// I_th, the current above which it fires, nA.
  package var thresholdNanoamperes: Double

  /// How often it fires, in Hz, at a current in nA.
  package func rate(at current: Double) -> Double {
    let excess = current - thresholdNanoamperes
    guard excess > 0 else { return 0 }
    let charging = leakMilliseconds * log1p(excursionNanoamperes / excess)
    return 1000 / (refractoryMilliseconds + charging)
  }
}
