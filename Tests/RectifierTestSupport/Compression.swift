// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Writes gzip members, which the product itself only reads.
package enum Compression {
  /// The bytes as one gzip member, without time or name in its header.
  package static func gzip(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    Zlib.deflate(bytes, as: .gzip, level: level)
  }
}
