// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct NPYArrayTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func failure(_ bytes: [UInt8]) -> NumPyError? {
    #expect(throws: NumPyError.self) { try NPYArray(bytes, place: "x") }
  }

  @Test(arguments: GoldenArray.of("npy"))
  func valuesAreThoseOfNumPy(golden: GoldenArray) throws {
    let array = try NPYArray(golden.file, place: "x")
    #expect(array.header.shape == golden.shape)
    let matrix = array.matrix()
    #expect(matrix.rowCount * matrix.columnCount == golden.values.count)
    let found = (0..<matrix.rowCount).flatMap { matrix.row($0) }
    #expect(found == golden.values.compactMap { Float($0) })
    if array.header.element.isWhole {
      let first = stride(from: 0, to: golden.values.count, by: array.columnCount)
        .map { Int64(golden.values[$0]) }
      #expect(array.wholes() == first)
    }
    if array.header.element.isByte {
      #expect(array.byteRows() == golden.values.compactMap { UInt8($0) })
    }
  }

  @Test(arguments: [false, true])
  func filesAreReadLikeMembers(compressed: Bool) throws {
    let golden = GoldenArray.named("three dimensions, Fortran")
    let file = compressed ? Compression.gzip(golden.file) : golden.file
    let path = try scratch.write(file, "x.npy")
    #expect(
      try NPYArray.read(path).matrix() == NPYArray(golden.file, place: "x").matrix())
  }

  @Test(arguments: GoldenArray.of("refused"))
  func otherElementsAreRefused(golden: GoldenArray) {
    guard case .wrongElement(place: "x", let found)? = failure(golden.file) else {
      return #expect(Bool(false), "\(golden.name)")
    }
    let message = "\(NumPyError.wrongElement(place: "x", found: found))"
    #expect(message.contains("Python objects") == (golden.name == "objects"))
  }

  @Test(arguments: GoldenArray.of("npy").filter { $0.name.hasPrefix("version") })
  func everyTruncationIsAnError(golden: GoldenArray) throws {
    let headCount = golden.file.count - 16
    for count in golden.file.indices {
      let bytes = Array(golden.file[..<count])
      let expected: NumPyError =
        count < headCount
        ? .truncatedHeader(place: "x", found: count)
        : .wrongLength(place: "x", shape: [2, 2], expected: 16, found: count - headCount)
      #expect(failure(bytes) == expected)
      let path = try scratch.write(bytes, "x.npy")
      #expect(throws: NumPyError.self) { try NPYArray.read(path) }
      try scratch.write(Compression.gzip(bytes), "x.npy")
      #expect(throws: NumPyError.self) { try NPYArray.read(path) }
    }
  }

  @Test func trailingBytesAreAnError() throws {
    let bytes = GoldenArray.named("version 1").file + [0]
    #expect(
      failure(bytes) == .wrongLength(place: "x", shape: [2, 2], expected: 16, found: 17))
    let path = try scratch.write(Compression.gzip(bytes), "x.npy")
    #expect(
      throws: NumPyError.wrongLength(
        place: "'\(path)'", shape: [2, 2], expected: 16, found: nil)
    ) { try NPYArray.read(path) }
  }

  @Test func anotherMagicIsRefused() {
    var bytes = GoldenArray.named("version 1").file
    bytes[3] ^= 1
    #expect(failure(bytes) == .notNPY(place: "x"))
    #expect(failure(Array("PK".utf8)) == .notNPY(place: "x"))
  }
}
