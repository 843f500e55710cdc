// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct NORBFileTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private var path: String { scratch.file("x") }

  private func failure(_ bytes: [UInt8], role: NORBRole = .pairs) -> NORBError? {
    #expect(throws: NORBError.self) {
      let file = try NORBFile(path: scratch.write(bytes, "x"), role: role)
      _ = try file.next(file.header.contentByteCount)
      try file.finish()
    }
  }

  @Test func headersAreRead() throws {
    try scratch.write(NORBBytes.pairs(2, side: 40), "x")
    let pairs = try NORBFile(path: path, role: .pairs)
    #expect(pairs.header.shape == [2, 2, 40, 40])
    #expect(pairs.header.contentByteCount == 6400)
    // One dimension takes the place of three.
    let bytes = NORBBytes.categories([3, 4])
    #expect(bytes.count == 20 + 8)
    try scratch.write(bytes, "x")
    #expect(try NORBFile(path: path, role: .categories).next(8) == [3, 0, 0, 0, 4, 0, 0, 0])
  }

  @Test(arguments: [NORBRole.pairs, .categories])
  func everyTruncationIsAnError(role: NORBRole) throws {
    let bytes = role == .pairs ? NORBBytes.pairs(1) : NORBBytes.categories([3, 4])
    let headCount = NORBHeader.byteCount(of: role)
    let shape = role == .pairs ? [1, 2, 32, 32] : [2]
    for count in bytes.indices {
      let error = failure(Array(bytes[..<count]), role: role)
      let expected: NORBError =
        count < headCount
        ? .truncatedHeader(path: path, role: role, expected: headCount, found: count)
        : .wrongLength(
          path: path, shape: shape, expected: bytes.count - headCount, found: count - headCount)
      #expect(error == expected, "\(count)")
    }
    let packed = Compression.gzip(bytes)
    for count in 2..<packed.count {
      #expect(
        failure(Array(packed[..<count]), role: role)
          == .content(.gzip(.truncated(path: path, offset: count))))
    }
  }

  @Test func trailingBytesAreAnError() {
    let bytes = NORBBytes.categories([3, 4]) + [0]
    #expect(
      failure(bytes, role: .categories)
        == .wrongLength(path: path, shape: [2], expected: 8, found: 9))
    #expect(
      failure(Compression.gzip(bytes), role: .categories)
        == .wrongLength(path: path, shape: [2], expected: 8, found: nil))
  }

  @Test func theOtherByteOrderIsCalledThat() {
    var bytes = NORBBytes.pairs(1)
    bytes = bytes[..<4].reversed() + bytes[4...]
    let error = failure(bytes)
    #expect(error == .swapped(path: path))
    #expect(
      error?.description
        == "reading '\(path)': at byte 0: expected the least significant byte first, found it "
        + "last; the file was converted for another machine, get the original")
  }

  @Test func everyMagicNumberIsAcceptedOrRefused() {
    for low in 0x00...0xFF where low != 0x55 {
      let magic = UInt32(0x1E3D_4C00 | low)
      let error = failure(NORBBytes.file(magic: magic, [1, 2, 32, 32], []))
      if let element = NORBElement(rawValue: magic) {
        #expect(error == .wrongElement(path: path, role: .pairs, found: element))
      } else {
        #expect(error == .wrongMagic(path: path, found: [UInt8(low), 0x4C, 0x3D, 0x1E]))
      }
    }
    #expect(
      failure(NORBBytes.categories([1]))
        == .wrongElement(path: path, role: .pairs, found: .signed32))
  }

  @Test func dimensionsAreChecked() {
    let magic = NORBElement.unsigned8.rawValue
    #expect(
      failure(NORBBytes.file(magic: magic, [1, 2, 32, 32], [], count: 3))
        == .wrongDimensionCount(path: path, role: .pairs, found: 3))
    for shape in [
      [0, 2, 32, 32], [1, 3, 32, 32], [1, 2, 31, 32], [1, 2, 32, 1025], [-1, 2, 32, 32],
    ]
      as [[Int32]]
    {
      #expect(
        failure(NORBBytes.file(magic: magic, shape, []))
          == .wrongShape(path: path, shape: shape.map { Int($0) }))
    }
  }

  @Test func hugeClaimsAreRefusedBeforeAnyMemoryIsTaken() {
    let bytes = NORBBytes.file(
      magic: NORBElement.unsigned8.rawValue, [Int32.max, 2, 1024, 1024], [1, 2, 3])
    let shape = [Int(Int32.max), 2, 1024, 1024]
    let expected = shape.reduce(1, *)
    #expect(
      failure(bytes) == .wrongLength(path: path, shape: shape, expected: expected, found: 3))
    #expect(
      failure(Compression.gzip(bytes))
        == .wrongLength(path: path, shape: shape, expected: expected, found: nil))
  }
}
