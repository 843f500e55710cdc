// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One file of CIFAR-10 in its binary form, plain or compressed by gzip.
///
/// It has no header: record after record of a class, then a red, a green and a blue plane of 32 × 32
/// bytes. Rows have the three bytes of a pixel together, as images have here.
struct CIFARBatch: Sendable {
  /// A class and its image.
  static let recordByteCount = 1 + imageByteCount
  /// As many records as a file may have; those of CIFAR-10 have 10,000.
  static let recordLimit = 100_000
  /// The classes' names, in order.
  static let standardLabels = [
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
  ]
  static let shape = ImageShape(height: side, width: side, channels: channelCount)

  private static let side = 32
  private static let channelCount = 3
  private static let imageByteCount = channelCount * side * side

  private(set) var classes: [Int32] = []
  private(set) var pixels: [UInt8] = []

  /// A batch of no records, to which others are added.
  init() {}

  /// Adds the records of a file.
  ///
  /// - Throws: ``CIFARError`` where the file is not there, is compressed and damaged, is not a
  ///   whole number of records from 1 to ``recordLimit``, or has a class past the ninth.
  mutating func append(contentsOf path: String) throws(CIFARError) {
    let bytes = try Self.content(of: path)
    for offset in stride(from: 0, to: bytes.count, by: Self.recordByteCount)
    where Int(bytes[offset]) >= Self.standardLabels.count {
      throw .unknownClass(path: path, offset: offset, found: Int(bytes[offset]))
    }
    let count = bytes.count / Self.recordByteCount
    classes.reserveCapacity(classes.count + count)
    pixels.reserveCapacity(pixels.count + count * Self.imageByteCount)
    let area = Self.side * Self.side
    bytes.withUnsafeBufferPointer { bytes in
      for record in 0..<count {
        let start = record * Self.recordByteCount
        classes.append(Int32(bytes[start]))
        for pixel in (start + 1)..<(start + 1 + area) {
          for channel in 0..<Self.channelCount { pixels.append(bytes[pixel + channel * area]) }
        }
      }
    }
  }

  /// The records as data.
  ///
  /// - Precondition: `labels` are as many as ``standardLabels``.
  func dataset(_ name: String, labels: [String]) throws(CIFARError) -> Dataset {
    let rows = ByteRows(
      bytes: pixels, rowCount: classes.count, columnCount: Self.imageByteCount)
    do throws(DatasetError) {
      return try Dataset(
        name: name, features: .bytes(rows), targets: .classes(classes), labels: labels,
        imageShape: Self.shape)
    } catch { throw .dataset(error) }
  }

  private static func content(of path: String) throws(CIFARError) -> [UInt8] {
    let limit = recordLimit * recordByteCount
    let content: [UInt8]?
    do throws(StoredContentError) {
      content = try StoredContent(path: path, doing: "reading images").rest(limit: limit)
    } catch { throw .content(error) }
    guard let content else { throw .tooLong(path: path, limit: limit) }
    guard !content.isEmpty, content.count.isMultiple(of: recordByteCount) else {
      throw .wrongLength(path: path, found: content.count)
    }
    return content
  }
}
