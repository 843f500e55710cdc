// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The safetensors format: a length, a JSON header, then the tensors' bytes without gaps.
///
///     u64 N · N bytes of JSON, padded with spaces · elements, row-major, little-endian
///
/// Source: github.com/huggingface/safetensors, README, "Format".
public enum Safetensors {
  /// The longest header that is read or written, in bytes; the format's own limit.
  public static let headerLimit = 100_000_000
  /// The header's member that holds the metadata; no tensor can have that name.
  static let metadataKey = "__metadata__"

  /// A tensor to be written.
  public struct Entry: Equatable, Sendable {
    /// The name, unique in a file.
    public let name: String
    /// The extents, outermost first; none for a scalar.
    public let shape: [Int]
    /// The elements in row-major order.
    public let values: SafetensorsValues

    /// Names values and gives them a shape.
    ///
    /// - Precondition: The shape's product is the number of values.
    public init(name: String, shape: [Int], values: SafetensorsValues) {
      guard product(shape) == values.count, name != metadataKey else {
        fatalError("safetensors: \(name) has shape \(shape) and \(values.count) values")
      }
      self.name = name
      self.shape = shape
      self.values = values
    }
  }

  /// The bytes of a file that holds the tensors in the given order.
  ///
  /// The same tensors and metadata always give the same bytes: metadata is sorted by key, and
  /// the header is padded with spaces so that the tensors start at a multiple of 8.
  ///
  /// - Precondition: No two tensors have the same name.
  public static func encode(
    _ entries: [Entry], metadata: [String: String]
  ) throws(SafetensorsError) -> [UInt8] {
    let header = try header(entries, metadata: metadata, limit: headerLimit)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      8 + header.count + entries.reduce(0) { $0 + $1.values.count * $1.values.type.byteCount })
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes += $0 }
    bytes += header
    for entry in entries { entry.values.withUnsafeBytes { bytes += $0 } }
    return bytes
  }

  static func header(
    _ entries: [Entry], metadata: [String: String], limit: Int
  ) throws(SafetensorsError) -> [UInt8] {
    var header = Array(text(entries, metadata: metadata).utf8)
    header += Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    guard header.count <= limit else { throw .headerTooLong(byteCount: header.count) }
    return header
  }

  /// The product, or nil where it overflows.
  static func product(_ factors: [Int]) -> Int? {
    var product = 1
    for factor in factors {
      let (value, overflow) = product.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      product = value
    }
    return product
  }

  private static func text(_ entries: [Entry], metadata: [String: String]) -> String {
    var header = JSONObject()
    if !metadata.isEmpty {
      var sorted = JSONObject()
      for (key, value) in metadata { sorted[key] = .string(value) }
      header[metadataKey] = .object(sorted.sorted)
    }
    var offset = 0
    for entry in entries {
      guard header[entry.name] == nil else {
        fatalError("safetensors: two tensors have the name \(entry.name)")
      }
      let end = offset + entry.values.count * entry.values.type.byteCount
      header[entry.name] = [
        "dtype": .string(entry.values.type.rawValue), "shape": JSONValue(entry.shape),
        "data_offsets": JSONValue([offset, end]),
      ]
      offset = end
    }
    do throws(JSONError) {
      return try JSONValue.object(header).text(.compact)
    } catch {
      fatalError("safetensors: a header of strings and integers cannot fail: \(error)")
    }
  }
}
