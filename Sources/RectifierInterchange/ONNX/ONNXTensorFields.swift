// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The fields of a tensor as a file has them, before they are compared with one another.
struct ONNXTensorFields {
  private var name = ""
  private var extents: [Int64] = []
  private var type: Int64 = 0
  /// The elements as they lie in memory, least significant byte first.
  private var raw: UnsafeRawBufferPointer?
  private var floats: [Float] = []
  private var integers: [Int64] = []
  private var texts: [String] = []
  /// Whether there are elements in one of the fields for a type.
  private var hasTyped = false
  private var isElsewhere = false
  private var isPart = false

  init(_ reader: ProtobufReader) throws {
    var reader = reader
    try reader.forEach { field in try read(field) }
  }

  private mutating func read(_ field: ProtobufField) throws {
    switch field.number {
    case 1:
      extents += try field.integers()
      guard extents.count <= 8 else { throw field.unexpected("at most 8 extents") }
    case 2: type = try field.integer()
    case 3: isPart = true
    case 4: floats += try field.floats()
    case 5, 7: integers += try field.integers()
    case 6: texts.append(try field.text())
    case 8: name = try field.text()
    case 9: raw = try field.content()
    case 13: isElsewhere = true
    case 14: isElsewhere = try isElsewhere || field.integer() != 0
    default: break
    }
    if [4, 5, 6, 7, 10, 11].contains(field.number) { hasTyped = true }
  }

  /// The tensor that the fields are.
  func tensor(path: String) throws(ONNXError) -> ONNXTensor {
    func refused(_ expected: String, _ found: String) -> ONNXError {
      .unsupported(
        path: path, place: "tensor \(JSONValue.quoted(name))", expected: expected, found: found)
    }
    if isElsewhere { throw refused("elements inside of the file", "external data") }
    if isPart { throw refused("a whole tensor", "a part of one") }
    // What one program reads from here and another from there can hide other weights.
    if raw != nil, hasTyped {
      throw refused("elements in one place", "raw_data beside those of a type")
    }
    let shape = extents.map { Int($0) }
    guard shape.allSatisfy({ $0 >= 0 }), let count = Safetensors.product(shape) else {
      throw refused("extents from 0 on, of a possible size", "\(shape)")
    }
    let values = values(count: count)
    guard let values else {
      throw refused(
        "\(count) elements of \(ONNXElementType.name(type)), as shape \(shape) says",
        raw.map { "\($0.count) bytes" } ?? "\(floats.count + integers.count + texts.count)")
    }
    return ONNXTensor(name: name, shape: shape, values: values)
  }

  /// The elements; nil where they are not as many as the shape says.
  private func values(count: Int) -> ONNXTensor.Values? {
    switch type {
    case ONNXElementType.float:
      let floats = raw.map { [Float](littleEndian: $0) ?? [] } ?? floats
      return floats.count == count && isWhole(4) ? .floats(floats) : nil
    case ONNXElementType.int32:
      let integers = raw.map { bytes in Self.integers(bytes, Int32.self) } ?? integers
      return integers.count == count && isWhole(4) ? .integers(integers) : nil
    case ONNXElementType.int64:
      let integers = raw.map { bytes in Self.integers(bytes, Int64.self) } ?? integers
      return integers.count == count && isWhole(8) ? .integers(integers) : nil
    case ONNXElementType.text: return texts.count == count ? .texts(texts) : nil
    default: return .other(type: ONNXElementType.name(type))
    }
  }

  /// Whether the raw bytes are elements of a size, without a rest.
  private func isWhole(_ byteCount: Int) -> Bool { (raw?.count ?? 0) % byteCount == 0 }

  private static func integers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ type: Number.Type
  ) -> [Int64] {
    let size = MemoryLayout<Number>.size
    return (0..<bytes.count / size).map {
      Int64(Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: type)))
    }
  }
}
