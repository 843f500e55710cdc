// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The number types that an IDX file may hold, by their code in its third byte.
public enum IDXElement: UInt8, CaseIterable, Sendable {
  /// Whole numbers from 0 to 255.
  case unsigned8 = 0x08
  /// Whole numbers from −128 to 127.
  case signed8 = 0x09
  /// Whole numbers of 16 bits.
  case signed16 = 0x0B
  /// Whole numbers of 32 bits.
  case signed32 = 0x0C
  /// Floating-point numbers of 32 bits.
  case float32 = 0x0D
  /// Floating-point numbers of 64 bits.
  case float64 = 0x0E

  /// Bytes a number.
  public var byteCount: Int {
    switch self {
    case .unsigned8, .signed8: 1
    case .signed16: 2
    case .signed32, .float32: 4
    case .float64: 8
    }
  }
}

extension IDXElement: CustomStringConvertible {
  /// As in "8-bit unsigned".
  public var description: String {
    switch self {
    case .unsigned8: "8-bit unsigned"
    case .signed8: "8-bit signed"
    case .signed16: "16-bit signed"
    case .signed32: "32-bit signed"
    case .float32: "32-bit floating-point"
    case .float64: "64-bit floating-point"
    }
  }
}

/// What an IDX file is read for.
public enum IDXRole: String, Sendable {
  /// One image a row: bytes, three dimensions or more.
  case images
  /// One class a row: bytes, one dimension.
  case labels

  /// The other role.
  var opposite: IDXRole { self == .images ? .labels : .images }

  /// Whether a file with that many dimensions can play the role.
  func accepts(dimensionCount: Int) -> Bool {
    self == .images ? dimensionCount >= 3 : dimensionCount == 1
  }

  var expectedDimensions: String {
    self == .images ? "at least 3 dimensions" : "1 dimension"
  }
}
