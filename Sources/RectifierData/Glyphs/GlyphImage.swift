// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Ink on 32 × 32 pixels, row by row from the top: 0 no ink, 1 full ink.
///
/// A buffer that is drawn into again and again, not a value: one a thread.
final class GlyphImage {
  static let side = 32
  static let count = side * side

  /// `count` floats on a 64-byte boundary.
  let pixels: UnsafeMutablePointer<Float>
  /// `count` more floats, free for any step's use and of no meaning between steps.
  let scratch: UnsafeMutablePointer<Float>

  private let storage = AlignedBuffer<Float>(count: 2 * count)

  /// An image without ink.
  init() {
    pixels = storage.pointer
    scratch = storage.pointer + Self.count
  }

  /// Takes all ink away; `scratch` stays as it is.
  func clear() {
    pixels.update(repeating: 0, count: Self.count)
  }
}
