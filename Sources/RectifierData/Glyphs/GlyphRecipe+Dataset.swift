// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension GlyphRecipe {
  /// Draws the samples of a part, on all threads of `execution`; the bytes are the same for any.
  ///
  ///     byte = round(255 · ink)
  ///
  /// - Complexity: O(samples), about 0.1 ms each and thread.
  public func dataset(_ part: Part, execution: Execution = .default) -> Dataset {
    if part == .all {
      let parts = [Part.train, .validation, .test].map { dataset($0, execution: execution) }
      return Dataset.concatenating(parts, name: "\(name) all")
    }
    return dataset(part, samples: 0..<sampleCount(of: part), execution: execution)
  }

  /// Draws some samples of a part, which has no last one: a recipe can be streamed without end, a
  /// range at a time.
  ///
  /// - Precondition: The range is not empty and begins at 0 or above; `part` is not ``Part/all``.
  public func dataset(
    _ part: Part, samples range: Range<Int>, execution: Execution = .default
  ) -> Dataset {
    guard range.lowerBound >= 0, !range.isEmpty, part != .all else {
      fatalError("glyphs: samples \(range) of part \(part.rawValue)")
    }
    let count = range.count
    let size = GlyphImage.count
    let bytes = [UInt8](unsafeUninitializedCapacity: count * size) { buffer, initializedCount in
      execution.forEachRange(of: count) { _, samples in
        let workspace = GlyphWorkspace()
        // Pixels are reached through pointers, which keep no workspace alive.
        withExtendedLifetime(workspace) {
          for sample in samples {
            draw(range.lowerBound + sample, part: part, into: workspace)
            workspace.image.writeBytes(
              to: buffer.extracting(sample * size..<(sample + 1) * size))
          }
        }
      }
      initializedCount = count * size
    }
    let rows = ByteRows(bytes: bytes, rowCount: count, columnCount: size)
    let classes = (0..<count).map { Int32(label(of: range.lowerBound + $0)) }
    do throws(DatasetError) {
      return try Dataset(
        name: "\(name) \(part.rawValue)", features: .bytes(rows), targets: .classes(classes),
        labels: labels, imageShape: ImageShape(height: GlyphImage.side, width: GlyphImage.side))
    } catch { fatalError("glyphs: \(error)") }
  }

  /// All three parts, each drawn when it is first asked for.
  public func parts(execution: Execution = .default) -> DatasetParts {
    DatasetParts(name: name) { part in dataset(part, execution: execution) }
  }
}

extension GlyphImage {
  /// Ink as bytes, full ink as 255; halves go to the even byte.
  func writeBytes(to bytes: UnsafeMutableBufferPointer<UInt8>) {
    for index in 0..<Self.count {
      let scaled = 255 * min(1, max(0, pixels[index]))
      // Adding 2²³ leaves the nearest whole number in the lowest bits.
      bytes[index] = UInt8(truncatingIfNeeded: (scaled + 0x1p23).bitPattern)
    }
  }
}
