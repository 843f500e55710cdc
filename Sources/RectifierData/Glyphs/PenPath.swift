// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The straight pieces that a letter is drawn as, in pixels: x to the right, y up.
struct PenPath {
  static let pieceLimit = GlyphImage.count / 4

  /// Start and end of each piece: x, y, x, y.
  private let pieces: UnsafeMutablePointer<Float>
  private(set) var pieceCount = 0
  private(set) var lower = SIMD2<Float>(repeating: .infinity)
  private(set) var upper = SIMD2<Float>(repeating: -.infinity)

  /// An empty path that keeps its pieces in `storage`, `4 · pieceLimit` floats.
  init(storage: UnsafeMutablePointer<Float>) {
    pieces = storage
  }

  func start(of piece: Int) -> SIMD2<Float> {
    SIMD2(pieces[4 &* piece], pieces[4 &* piece &+ 1])
  }

  func end(of piece: Int) -> SIMD2<Float> {
    SIMD2(pieces[4 &* piece &+ 2], pieces[4 &* piece &+ 3])
  }

  /// Adds a stroke as the hand happens to write it.
  mutating func append(_ stroke: Stroke, by hand: Hand, from stream: inout RandomStream) {
    withUnsafeTemporaryAllocation(of: SIMD2<Float>.self, capacity: Stroke.knotLimit) { points in
      // The stroke as a whole slips less than its points, or letters would come apart.
      let shift = hand.slip(from: &stream) * 0.6
      for (index, knot) in stroke.knots.enumerated() {
        points[index] = hand.place(knot.position + shift + hand.slip(from: &stream))
      }
      if stroke.spanCount == 0 { appendPiece(from: points[0], to: points[0]) }
      for span in 0..<stroke.spanCount {
        append(span: span, of: stroke, through: points, by: hand, from: &stream)
      }
    }
  }

  /// Adds the curve from a stroke's point to its next, in the direction of both.
  private mutating func append(
    span: Int, of stroke: Stroke, through points: UnsafeMutableBufferPointer<SIMD2<Float>>,
    by hand: Hand, from stream: inout RandomStream
  ) {
    let next = span + 1 == stroke.knots.count ? 0 : span + 1
    let (start, end) = (points[span], points[next])
    let chord = end - start
    let length = chord.length
    guard length > 0 else { return }
    let along = chord / length
    let leaving = stroke.isSmooth(at: span) ? stroke.direction(at: span, through: points) : nil
    let arriving = stroke.isSmooth(at: next) ? stroke.direction(at: next, through: points) : nil
    guard leaving != nil || arriving != nil else {
      let bow = SIMD2(-chord.y, chord.x) * (0.06 * stream.aroundZero())
      let third = chord / 3
      appendCurve(start, start + third + bow, end - third + bow, end)
      return
    }
    // An end without a direction of its own gets the one that makes the span an arc.
    let first = leaving ?? (arriving ?? along).mirrored(at: along)
    let last = arriving ?? (leaving ?? along).mirrored(at: along)
    let handle = 2 * hand.roundness * length
    appendCurve(
      start, start + first * (handle / (1 + max(along.dot(first), 0))),
      end - last * (handle / (1 + max(along.dot(last), 0))), end)
  }

  /// Adds a cubic Bézier curve as pieces about two pixels long.
  private mutating func appendCurve(
    _ start: SIMD2<Float>, _ first: SIMD2<Float>, _ second: SIMD2<Float>, _ end: SIMD2<Float>
  ) {
    let count = 2 + min(Int((end - start).length * 0.4), 6)
    let step = 1 / Float(count)
    var previous = start
    for index in 1...count {
      let after = index == count ? 1 : Float(index) * step
      let before = 1 - after
      let outer = start * (before * before * before) + end * (after * after * after)
      let inner = first * (3 * before * before * after) + second * (3 * before * after * after)
      let point = outer + inner
      appendPiece(from: previous, to: point)
      previous = point
    }
  }

  private mutating func appendPiece(from start: SIMD2<Float>, to end: SIMD2<Float>) {
    guard pieceCount < Self.pieceLimit else {
      fatalError("letterform: more than \(Self.pieceLimit) pieces")
    }
    let piece = pieces + 4 * pieceCount
    (piece[0], piece[1], piece[2], piece[3]) = (start.x, start.y, end.x, end.y)
    pieceCount += 1
    lower = SIMD2(min(lower.x, start.x, end.x), min(lower.y, start.y, end.y))
    upper = SIMD2(max(upper.x, start.x, end.x), max(upper.y, start.y, end.y))
  }
}

extension Stroke {
  /// The direction at a point of the circle through it and its two neighbours.
  fileprivate func direction(
    at index: Int, through points: UnsafeMutableBufferPointer<SIMD2<Float>>
  ) -> SIMD2<Float>? {
    let before = points[index] - points[index == 0 ? knots.count - 1 : index - 1]
    let after = points[index + 1 == knots.count ? 0 : index + 1] - points[index]
    let tangent = before * after.dot(after) + after * before.dot(before)
    let length = tangent.length
    return length > 0 ? tangent / length : nil
  }
}

extension SIMD2<Float> {
  fileprivate func dot(_ other: Self) -> Float { x * other.x + y * other.y }

  fileprivate var length: Float { dot(self).squareRoot() }

  /// The mirror image on the other side of the line along a unit vector.
  fileprivate func mirrored(at axis: Self) -> Self { axis * (2 * dot(axis)) - self }
}
