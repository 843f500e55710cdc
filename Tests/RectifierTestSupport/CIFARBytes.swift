// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Makes the bytes of CIFAR-10's binary batches.
package enum CIFARBytes {
  /// Bytes of a record.
  package static let recordByteCount = 3073

  /// A record whose planes count up from `start`, each plane 80 further.
  package static func record(_ label: UInt8, start: UInt8 = 0) -> [UInt8] {
    [label]
      + (0..<3).flatMap { plane in
        (0..<1024).map { start &+ UInt8(plane * 80) &+ UInt8(truncatingIfNeeded: $0) }
      }
  }

  /// A record for each label, their planes starting at 0, 1, 2 …
  package static func batch(_ labels: [UInt8]) -> [UInt8] {
    labels.enumerated().flatMap { record($1, start: UInt8(truncatingIfNeeded: $0)) }
  }
}

extension ScratchFolder {
  /// Writes five training batches of four records each and a test batch of three.
  ///
  /// - Parameter folder: Ends in a separator unless it is empty.
  package func writeCIFARFolder(_ folder: String = "", compressed: Bool = false) throws {
    for number in 0..<5 {
      let batch = CIFARBytes.batch((0..<4).map { UInt8((number * 4 + $0) % 10) })
      try writeBatch(batch, "\(folder)data_batch_\(number + 1).bin", compressed: compressed)
    }
    try writeBatch(CIFARBytes.batch([9, 0, 5]), "\(folder)test_batch.bin", compressed: compressed)
  }

  private func writeBatch(_ bytes: [UInt8], _ name: String, compressed: Bool) throws {
    try write(compressed ? Compression.gzip(bytes) : bytes, compressed ? name + ".gz" : name)
  }
}
