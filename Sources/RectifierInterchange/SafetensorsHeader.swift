// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A tensor's description in a header that has been checked.
public struct SafetensorsTensor: Equatable, Sendable {
  /// The name, unique in the file.
  public let name: String
  /// The type of the elements.
  public let type: SafetensorsType
  /// The extents, outermost first; none for a scalar.
  public let shape: [Int]
  /// Where the elements lie in the file.
  public let byteRange: Range<Int>
}

/// What a safetensors file says about itself, checked against its real length.
///
/// Stricter than the format's own reader (0.8.0), which takes the last of two members of one name
/// and lets the header begin with spaces; both are refused here. Unknown members of a tensor's
/// description are ignored, as there.
public struct SafetensorsHeader: Equatable, Sendable {
  /// The metadata; empty where the file has none.
  public let metadata: [String: String]
  /// The tensors in the order of their bytes, which they share out without gap or overlap.
  public let tensors: [SafetensorsTensor]

  /// Reads and checks the header of a file's bytes; allocates nothing larger than the header.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: The file that errors name.
  public init(_ bytes: UnsafeRawBufferPointer, path: String) throws(SafetensorsError) {
    let text = try SafetensorsHeader.text(bytes, path: path)
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(text, path: path, baseOffset: 8)
    } catch {
      throw SafetensorsError(error)
    }
    guard let members = value.objectValue else {
      throw .header(path: path, offset: 8, expected: "a JSON object", found: value.summary)
    }
    let reader = SafetensorsHeaderReader(
      path: path, dataOffset: 8 + text.count, fileLength: bytes.count)
    metadata = try reader.metadata(members[Safetensors.metadataKey])
    var tensors: [SafetensorsTensor] = []
    for name in members.keys where name != Safetensors.metadataKey {
      tensors.append(try reader.tensor(name, members[name] ?? .null))
    }
    // Empty tensors come before the one that starts where they lie.
    tensors.sort {
      ($0.byteRange.lowerBound, $0.byteRange.upperBound)
        < ($1.byteRange.lowerBound, $1.byteRange.upperBound)
    }
    try reader.checkCoverage(tensors)
    self.tensors = tensors
  }

  private static func text(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(SafetensorsError) -> UnsafeRawBufferPointer {
    guard bytes.count >= 8 else {
      throw .header(
        path: path, offset: bytes.count, expected: "at least 8 bytes, the header's length",
        found: "the end of the file")
    }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= Safetensors.headerLimit else {
      throw .header(
        path: path, offset: 0, expected: "a header of at most \(Safetensors.headerLimit) bytes",
        found: "a length of \(length)")
    }
    guard length <= bytes.count - 8 else {
      throw .header(
        path: path, offset: 0,
        expected: "a header of at most the file's other"
          + " \(bytes.count - 8) bytes", found: "a length of \(length)")
    }
    let text = UnsafeRawBufferPointer(rebasing: bytes[8..<8 + Int(length)])
    guard text.first == UInt8(ascii: "{") else {
      throw .header(
        path: path, offset: 8, expected: "a header that begins with '{'",
        found: text.isEmpty ? "an empty one" : "another byte")
    }
    let end = (text.lastIndex { $0 != UInt8(ascii: " ") } ?? 0) + 1
    guard text[end - 1] == UInt8(ascii: "}") else {
      throw .header(
        path: path, offset: 8 + end - 1, expected: "a header that ends with '}' and spaces",
        found: "another byte")
    }
    return text
  }
}

/// Turns a header's members into values, with errors that name the tensor.
private struct SafetensorsHeaderReader {
  let path: String
  let dataOffset: Int
  let fileLength: Int

  func metadata(_ value: JSONValue?) throws(SafetensorsError) -> [String: String] {
    guard let value else { return [:] }
    guard let object = value.objectValue else {
      throw .header(
        path: path, offset: 8, expected: "metadata that is a JSON object", found: value.summary)
    }
    var metadata: [String: String] = [:]
    for key in object.keys {
      guard let text = object[key]?.stringValue else {
        throw .metadata(
          path: path, key: key, expected: "a string", found: object[key]?.summary ?? "nothing")
      }
      metadata[key] = text
    }
    return metadata
  }

  func tensor(_ name: String, _ value: JSONValue) throws(SafetensorsError) -> SafetensorsTensor {
    guard let members = value.objectValue else {
      throw damaged(name, expected: "an object", found: value.summary)
    }
    let type = try type(name, members["dtype"])
    let shape = try counts(name, "shape", members["shape"])
    let offsets = try counts(name, "data_offsets", members["data_offsets"])
    let dataLength = fileLength - dataOffset
    guard offsets.count == 2, offsets[0] <= offsets[1], offsets[1] <= dataLength else {
      throw damaged(
        name, expected: "data_offsets of a begin and an end within \(dataLength) bytes of data",
        found: "\(offsets)")
    }
    guard let byteCount = Safetensors.product(shape + [type.byteCount]),
      byteCount == offsets[1] - offsets[0]
    else {
      throw damaged(
        name, expected: "a shape of \(offsets[1] - offsets[0]) bytes, as data_offsets say",
        found: "\(type.rawValue) of shape \(shape)")
    }
    let range = dataOffset + offsets[0]..<dataOffset + offsets[1]
    return SafetensorsTensor(name: name, type: type, shape: shape, byteRange: range)
  }

  private func type(
    _ name: String, _ value: JSONValue?
  ) throws(SafetensorsError) -> SafetensorsType {
    guard let type = value?.stringValue.flatMap({ SafetensorsType(rawValue: $0) }) else {
      let known = SafetensorsType.allCases.map(\.rawValue).joined(separator: ", ")
      throw damaged(
        name, expected: "a dtype of \(known)", found: value?.summary ?? "none")
    }
    return type
  }

  private func counts(
    _ name: String, _ member: String, _ value: JSONValue?
  ) throws(SafetensorsError) -> [Int] {
    guard let values = value?.arrayValue else {
      throw damaged(name, expected: "\(member), an array", found: value?.summary ?? "none")
    }
    var counts: [Int] = []
    for value in values {
      guard let count = value.intValue, count >= 0 else {
        throw damaged(
          name, expected: "\(member) of whole numbers from 0", found: value.summary)
      }
      counts.append(count)
    }
    return counts
  }

  func checkCoverage(_ tensors: [SafetensorsTensor]) throws(SafetensorsError) {
    var end = dataOffset
    for tensor in tensors {
      guard tensor.byteRange.lowerBound == end else {
        throw .tensor(
          path: path, name: tensor.name, offset: tensor.byteRange.lowerBound,
          expected: "a tensor that begins where the one before it ends, at byte \(end)",
          found: tensor.byteRange.lowerBound > end ? "a gap" : "an overlap")
      }
      end = tensor.byteRange.upperBound
    }
    guard end == fileLength else {
      throw .header(
        path: path, offset: end, expected: "the end of the file",
        found: "\(fileLength - end) bytes that belong to no tensor")
    }
  }

  private func damaged(_ name: String, expected: String, found: String) -> SafetensorsError {
    .tensor(path: path, name: name, offset: 8, expected: expected, found: found)
  }
}

extension SafetensorsError {
  fileprivate init(_ error: JSONError) {
    switch error {
    case .damaged(let path, let offset, let expected, let found):
      self = .header(path: path, offset: offset, expected: expected, found: found)
    case .unwritable(let member, let found):
      fatalError("safetensors: reading a header cannot fail to write \(member) \(found)")
    }
  }
}
