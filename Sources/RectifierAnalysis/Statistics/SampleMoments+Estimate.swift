// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

extension SampleMoments {
  /// The mean with its interval, Student's; without one where the numbers are not finite.
  package var estimate: Estimate {
    let isFinite = mean.isFinite && (standardDeviation ?? 0).isFinite
    return Estimate(mean, interval95: isFinite ? interval95 : nil)
  }
}
