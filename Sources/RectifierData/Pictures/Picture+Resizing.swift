// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Picture {
  /// The picture in another size, its proportions given up where the sizes say so.
  ///
  /// Along a side that becomes shorter each new pixel is the average of the stretch that it covers;
  /// along one that becomes longer it is interpolated between the two nearest pixel centres, with
  /// the border pixels continued outwards.
  ///
  ///     new = ⌊(Σ vertical · horizontal · old) / (Σ vertical · Σ horizontal) + ½⌋
  ///
  /// The weights are whole numbers and the sums exact: the result is the same everywhere.
  ///
  /// - Complexity: O(old pixels + old width · new height + new pixels).
  public func resized(to target: PictureSize) -> Picture {
    guard target != size else { return self }
    let rows = ResizingWeights(from: size.height, to: target.height)
    let columns = ResizingWeights(from: size.width, to: target.width)
    let divisor = rows.sum * columns.sum
    var resized: [UInt8] = []
    resized.reserveCapacity(target.area * channels)
    // One row of the old width, its columns summed with the weights of one new row.
    var summed = [Int](repeating: 0, count: size.width * channels)
    bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<target.height {
        for index in summed.indices { summed[index] = 0 }
        rows.forEach(at: row) { old, weight in
          let start = old * summed.count
          for index in summed.indices { summed[index] += weight * Int(bytes[start + index]) }
        }
        for column in 0..<target.width {
          for channel in 0..<channels {
            var sum = divisor / 2
            columns.forEach(at: column) { old, weight in
              sum += weight * summed[old * channels + channel]
            }
            resized.append(UInt8(sum / divisor))
          }
        }
      }
    }
    return Picture(size: target, channels: channels, bytes: resized)
  }
}

/// How much each old pixel along one side contributes to each new one.
private struct ResizingWeights {
  private let oldCount: Int
  private let newCount: Int

  init(from oldCount: Int, to newCount: Int) {
    self.oldCount = oldCount
    self.newCount = newCount
  }

  private var shrinks: Bool { newCount <= oldCount }

  /// What the weights of any new pixel add up to.
  var sum: Int { shrinks ? oldCount : 2 * newCount }

  /// Calls `body` with every old pixel that the new one takes something from.
  func forEach(at new: Int, _ body: (_ old: Int, _ weight: Int) -> Void) {
    if shrinks {
      // In units of 1 / newCount old pixels: the new pixel covers `begin..<end`.
      let (begin, end) = (new * oldCount, (new + 1) * oldCount)
      for old in (begin / newCount)...((end - 1) / newCount) {
        body(old, min(end, (old + 1) * newCount) - max(begin, old * newCount))
      }
    } else {
      // In units of 1 / (2 · newCount) old pixels: the new centre lies at `centre` between old ones.
      let unit = 2 * newCount
      let centre = min(max((2 * new + 1) * oldCount - newCount, 0), (oldCount - 1) * unit)
      let (old, rest) = (centre / unit, centre % unit)
      body(old, unit - rest)
      if rest > 0 { body(old + 1, rest) }
    }
  }
}
