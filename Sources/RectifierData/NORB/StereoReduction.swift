// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Brings the two images of a pair down to 32 × 32 pixels each, with values from −1 to 1.
///
/// A pixel of the result covers a rectangle of the image, `height / 32` by `width / 32` source pixels,
/// whole or not. Its value is the mean over that rectangle, each source pixel weighted by the part of
/// it that lies inside; sums are exact whole numbers:
///
///     sum[j, i] = Σ_y Σ_x overlap(y, j) · overlap(x, i) · pixel[y, x]
///     value = 2 · sum / (255 · height · width) − 1
///
/// where overlaps are counted in 32nds of a source pixel, so that those of a result pixel add up to
/// `height` and `width`. The quotient is taken in `Double` and rounded once to `Float`.
struct StereoReduction: Sendable {
  /// Pixels along an edge of a result.
  static let side = 32
  /// Pixels along an edge that a source may have.
  static let sideLimit = 1024
  /// Values of a pair: the left image, then the right one, row by row.
  static let featureCount = 2 * side * side

  /// What a source row or column adds to a row or column of the result.
  private struct Overlap {
    let source: Int
    let weight: Int
  }

  private let height: Int
  private let width: Int
  private let rows: [[Overlap]]
  private let columns: [[Overlap]]

  /// A reduction of images of that size; both are from ``side`` to ``sideLimit``.
  init(height: Int, width: Int) {
    self.height = height
    self.width = width
    rows = Self.overlaps(extent: height)
    columns = Self.overlaps(extent: width)
  }

  /// Bytes of a pair.
  var pairByteCount: Int { 2 * height * width }

  /// Writes the values of a pair.
  ///
  /// - Precondition: `pair` has ``pairByteCount`` bytes, `target` room for ``featureCount`` values.
  func reduce(_ pair: [UInt8], into target: UnsafeMutablePointer<Float>) {
    guard pair.count == pairByteCount else {
      fatalError("stereo reduction: \(pair.count) bytes, expected \(pairByteCount)")
    }
    pair.withUnsafeBufferPointer { pair in
      for image in 0..<2 {
        let start = image * height * width
        let sums = columnSums(
          UnsafeBufferPointer(rebasing: pair[start..<(start + height * width)]))
        reduceRows(sums, into: target + image * Self.side * Self.side)
      }
    }
  }

  /// The weighted sums along each row, `[height × 32]`.
  private func columnSums(_ image: UnsafeBufferPointer<UInt8>) -> [Int] {
    var sums = [Int](repeating: 0, count: height * Self.side)
    for y in 0..<height {
      for (x, overlaps) in columns.enumerated() {
        var sum = 0
        for overlap in overlaps { sum += overlap.weight * Int(image[y * width + overlap.source]) }
        sums[y * Self.side + x] = sum
      }
    }
    return sums
  }

  private func reduceRows(_ sums: [Int], into target: UnsafeMutablePointer<Float>) {
    let white = 255 * height * width
    for (y, overlaps) in rows.enumerated() {
      for x in 0..<Self.side {
        var sum = 0
        for overlap in overlaps { sum += overlap.weight * sums[overlap.source * Self.side + x] }
        target[y * Self.side + x] = Float(Double(2 * sum - white) / Double(white))
      }
    }
  }

  /// For each place of the result the source places that it covers, weighted in 32nds.
  private static func overlaps(extent: Int) -> [[Overlap]] {
    (0..<side).map { place in
      let (start, end) = (place * extent, (place + 1) * extent)
      return (start / side..<(end + side - 1) / side).map { source in
        Overlap(
          source: source, weight: min(end, (source + 1) * side) - max(start, source * side))
      }
    }
  }
}
