// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The element types that are read and written; the raw value is the format's name for each.
public enum SafetensorsType: String, CaseIterable, Sendable {
  /// IEEE 754 single precision.
  case float32 = "F32"
  /// IEEE 754 double precision.
  case float64 = "F64"
  /// Signed, 64 bits.
  case int64 = "I64"
  /// Signed, 32 bits.
  case int32 = "I32"
  /// Unsigned, 8 bits.
  case uint8 = "U8"

  /// The bytes of one element.
  public var byteCount: Int {
    switch self {
    case .float64, .int64: 8
    case .float32, .int32: 4
    case .uint8: 1
    }
  }
}

/// A tensor's elements in row-major order.
public enum SafetensorsValues: Equatable, Sendable {
  /// `F32`.
  case float32([Float])
  /// `F64`.
  case float64([Double])
  /// `I64`.
  case int64([Int64])
  /// `I32`.
  case int32([Int32])
  /// `U8`.
  case uint8([UInt8])

  /// The type of the elements.
  public var type: SafetensorsType {
    switch self {
    case .float32: .float32
    case .float64: .float64
    case .int64: .int64
    case .int32: .int32
    case .uint8: .uint8
    }
  }

  /// How many elements there are.
  public var count: Int { withUnsafeBytes { $0.count } / type.byteCount }

  /// Calls the closure with the elements as they lie in memory, which is as they lie in a file.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch self {
    case .float32(let values): values.withUnsafeBytes(body)
    case .float64(let values): values.withUnsafeBytes(body)
    case .int64(let values): values.withUnsafeBytes(body)
    case .int32(let values): values.withUnsafeBytes(body)
    case .uint8(let values): values.withUnsafeBytes(body)
    }
  }
}

#if _endian(big)
  #error("the elements of a safetensors file are little-endian and are copied as they lie")
#endif
