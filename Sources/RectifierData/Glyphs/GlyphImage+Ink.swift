// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension GlyphImage {
  /// Inks every pixel by its distance to a path, drawn round the field's middle.
  ///
  ///     ink = clamp(radius + ½ − distance, 0, 1)
  ///
  /// - Parameters:
  ///   - path: Lies in `scratch`.
  ///   - middle: The point of the path that comes to the field's middle.
  ///   - scale: Pixels a unit of the path.
  ///   - radius: Half the width of the line, in pixels.
  func ink(_ path: PenPath, middle: SIMD2<Float>, scale: Float, radius: Float) {
    // Squared distances first, beyond the pen's reach where no piece is near.
    let reach = radius + 0.5
    let far = reach * reach
    pixels.update(repeating: far, count: Self.count)
    // The centre of pixel (0, 0) is at (½, ½), and rows go down.
    let half = Float(Self.side) / 2 - 0.5
    let toField = SIMD2(scale, -scale)
    for piece in 0..<path.pieceCount {
      let start = (path.start(of: piece) - middle) * toField + half
      let end = (path.end(of: piece) - middle) * toField + half
      lowerSquaredDistances(start, end, reach: reach)
    }
    for index in 0..<Self.count {
      let ink = reach - pixels[index].squareRoot()
      pixels[index] = ink < 1 ? ink : 1
    }
  }

  /// Lowers `pixels` to the squared distance to a piece, at the pixels within reach of its box.
  private func lowerSquaredDistances(
    _ start: SIMD2<Float>, _ end: SIMD2<Float>, reach: Float
  ) {
    let last = Float(Self.side - 1)
    let left = Int(max(min(start.x, end.x) - reach, 0).rounded(.up))
    let right = Int(min(max(start.x, end.x) + reach, last).rounded(.down))
    let top = Int(max(min(start.y, end.y) - reach, 0).rounded(.up))
    let bottom = Int(min(max(start.y, end.y) + reach, last).rounded(.down))
    guard left <= right, top <= bottom else { return }
    let piece = end - start
    let square = piece.x * piece.x + piece.y * piece.y
    let along = square > 0 ? piece / square : SIMD2(0, 0)
    for row in top...bottom {
      let y = Float(row) - start.y
      let rowShare = y * along.y
      let pixels = pixels + row &* Self.side
      for column in left...right {
        let x = Float(column) - start.x
        let share = x * along.x + rowShare
        let low = share > 0 ? share : 0
        let clamped = low < 1 ? low : 1
        let missX = x - clamped * piece.x
        let missY = y - clamped * piece.y
        let distance = missX * missX + missY * missY
        let old = pixels[column]
        pixels[column] = distance < old ? distance : old
      }
    }
  }
}
