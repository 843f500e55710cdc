// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// How much a code changes when the input is moved by so much; means over samples, with Student's
/// intervals.
public struct CodeChange: Equatable, Sendable {
  /// The length of the move, in units of the root-mean-square distance of two samples.
  public let size: Double
  /// Units that are active before and after, of those that are active before or after, 0…1 (Jaccard's
  /// index); 1 where none is.
  public let overlap: Estimate
  /// The cosine of the angle between the codes; samples of which a code is zero throughout are left
  /// out, nil where all are.
  public let cosine: Estimate?
  /// ‖h′ − h‖/‖h‖; samples whose code is zero throughout are left out, nil where all are.
  public let relativeChange: Estimate?
  /// ‖h′ − h‖/Dₕ, Dₕ the root-mean-square distance of two samples' codes: what is the same for a code
  /// to which a constant is added. Nil where all codes are equal.
  public let distanceChange: Estimate?
}
