// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The number types of NORB's binary matrices, by the magic number that a file begins with.
public enum NORBElement: UInt32, CaseIterable, Sendable {
  /// Floating-point numbers of 32 bits.
  case float32 = 0x1E3D_4C51
  /// A packed form that no file uses.
  case packed = 0x1E3D_4C52
  /// Floating-point numbers of 64 bits.
  case float64 = 0x1E3D_4C53
  /// Whole numbers of 32 bits.
  case signed32 = 0x1E3D_4C54
  /// Whole numbers from 0 to 255.
  case unsigned8 = 0x1E3D_4C55
  /// Whole numbers of 16 bits.
  case signed16 = 0x1E3D_4C56
}

extension NORBElement: CustomStringConvertible {
  /// As in "8-bit unsigned".
  public var description: String {
    switch self {
    case .float32: "32-bit floating-point"
    case .packed: "packed"
    case .float64: "64-bit floating-point"
    case .signed32: "32-bit signed"
    case .unsigned8: "8-bit unsigned"
    case .signed16: "16-bit signed"
    }
  }
}

/// What a binary matrix is read for.
public enum NORBRole: String, Sendable {
  /// Pairs of images: bytes, `[pairs × 2 × height × width]`.
  case pairs
  /// One category a pair: 32-bit numbers, one dimension.
  case categories

  var element: NORBElement { self == .pairs ? .unsigned8 : .signed32 }
  var byteCount: Int { self == .pairs ? 1 : 4 }
  var dimensionCount: Int { self == .pairs ? 4 : 1 }
  /// What names of files end in.
  var ending: String { self == .pairs ? "-dat.mat" : "-cat.mat" }
}

/// The head of a NORB matrix: a magic number, the number of dimensions, and at least three of them,
/// of which those past that number are 1; each 32 bits, least significant byte first.
struct NORBHeader: Equatable, Sendable {
  let shape: [Int]
  /// How long the values are that follow the header.
  let contentByteCount: Int

  var rowCount: Int { shape[0] }

  /// How long the header of a role is.
  static func byteCount(of role: NORBRole) -> Int { 8 + 4 * max(3, role.dimensionCount) }

  /// The header that a file begins with.
  init(_ bytes: [UInt8], path: String, role: NORBRole) throws(NORBError) {
    let expected = Self.byteCount(of: role)
    if bytes.count >= 4 { try Self.checkMagic(Array(bytes[..<4]), path: path, role: role) }
    guard bytes.count == expected else {
      throw .truncatedHeader(path: path, role: role, expected: expected, found: bytes.count)
    }
    let numbers = stride(from: 4, to: expected, by: 4).map { start in
      Int(Int32(bitPattern: Self.number(bytes[start..<(start + 4)])))
    }
    guard numbers[0] == role.dimensionCount else {
      throw .wrongDimensionCount(path: path, role: role, found: numbers[0])
    }
    let shape = Array(numbers[1...role.dimensionCount])
    guard shape.allSatisfy({ $0 > 0 }) else { throw .wrongShape(path: path, shape: shape) }
    if role == .pairs {
      guard shape[1] == 2, shape[2] >= StereoReduction.side, shape[3] >= StereoReduction.side,
        max(shape[2], shape[3]) <= StereoReduction.sideLimit
      else { throw .wrongShape(path: path, shape: shape) }
    }
    self.shape = shape
    // Pairs of at most 1024² bytes, counted with 31 bits: no overflow.
    contentByteCount = shape.reduce(role.byteCount, *)
  }

  private static func checkMagic(
    _ bytes: [UInt8], path: String, role: NORBRole
  ) throws(NORBError) {
    if NORBElement(rawValue: number(bytes.reversed()[...])) != nil { throw .swapped(path: path) }
    guard let element = NORBElement(rawValue: number(bytes[...])) else {
      throw .wrongMagic(path: path, found: bytes)
    }
    guard element == role.element else {
      throw .wrongElement(path: path, role: role, found: element)
    }
  }

  /// Four bytes as a number, the least significant first.
  static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
