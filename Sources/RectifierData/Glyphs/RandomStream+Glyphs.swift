// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension RandomStream {
  /// A number between −`bound` and `bound`.
  mutating func symmetric(_ bound: Float) -> Float { bound * (2 * uniform() - 1) }

  /// True in this fraction of all draws.
  mutating func happens(_ probability: Float) -> Bool { uniform() < probability }
}
