// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct IDXFileTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func read(_ bytes: [UInt8], role: IDXRole = .images) throws -> IDXFile {
    try IDXFile(path: scratch.write(bytes, "x"), role: role)
  }

  private func failure(_ bytes: [UInt8], role: IDXRole = .images) -> IDXError? {
    #expect(throws: IDXError.self) { try read(bytes, role: role) }
  }

  private var path: String { scratch.file("x") }

  @Test func plainAndCompressedFilesAreTheSame() throws {
    let bytes = IDXBytes.images(5)
    for file in [bytes, Compression.gzip(bytes), Compression.gzip(bytes, level: 0)] {
      let read = try read(file)
      #expect(read.header.shape == [5, 2, 3])
      #expect(read.header.contentByteCount == 30)
      #expect(read.values == Array(0..<30))
    }
  }

  @Test func severalMembersAreOneFile() throws {
    let bytes = IDXBytes.images(5)
    let packed = Compression.gzip(Array(bytes[..<9])) + Compression.gzip(Array(bytes[9...]))
    #expect(try read(packed).values == Array(0..<30))
  }

  @Test func labelsHaveOneDimension() throws {
    let read = try read(IDXBytes.labels([3, 1, 255]), role: .labels)
    #expect(read.header.shape == [3])
    #expect(read.values == [3, 1, 255])
  }

  @Test func imagesMayHaveChannels() throws {
    #expect(try read(IDXBytes.file([1, 2, 2, 3], Array(0..<12))).header.shape == [1, 2, 2, 3])
  }

  @Test func everyTruncationOfAPlainFileIsAnError() throws {
    let bytes = IDXBytes.images(3)
    for count in bytes.indices {
      let expected: IDXError =
        switch count {
        case 0..<4: .truncatedHeader(path: path, role: .images, expected: 4, found: count)
        case 4..<16: .truncatedHeader(path: path, role: .images, expected: 16, found: count)
        default: .wrongLength(path: path, shape: [3, 2, 3], expected: 34, found: count)
        }
      #expect(failure(Array(bytes[..<count])) == expected)
    }
  }

  @Test func everyTruncationOfACompressedFileIsAnError() throws {
    let packed = Compression.gzip(IDXBytes.images(3))
    for count in packed.indices {
      // One byte alone is not yet gzip's magic number, so it is read as plain.
      let expected: IDXError =
        count < 2
        ? .truncatedHeader(path: path, role: .images, expected: 4, found: count)
        : .gzip(.truncated(path: path, offset: count))
      #expect(failure(Array(packed[..<count])) == expected)
    }
  }

  @Test func everyTruncationBeforeCompressionIsAnError() throws {
    let bytes = IDXBytes.images(3)
    for count in bytes.indices {
      let error = failure(Compression.gzip(Array(bytes[..<count])))
      if count >= 16 {
        #expect(
          error == .wrongLength(path: path, shape: [3, 2, 3], expected: 34, found: count))
      }
    }
  }

  @Test func everyFlippedBitOfACompressedFileIsReadOrRefused() throws {
    let bytes = IDXBytes.images(3)
    let packed = Compression.gzip(bytes)
    for index in packed.indices {
      for bit in 0..<8 {
        var damaged = packed
        damaged[index] ^= 1 << UInt8(bit)
        if let read = try? read(damaged) { #expect(read.values == Array(bytes[16...])) }
      }
    }
  }

  @Test(arguments: [1, 2, 100])
  func trailingBytesAreAnError(count: Int) throws {
    let bytes = IDXBytes.images(3) + [UInt8](repeating: 0, count: count)
    #expect(
      failure(bytes)
        == .wrongLength(path: path, shape: [3, 2, 3], expected: 34, found: 34 + count))
    #expect(
      failure(Compression.gzip(bytes))
        == .wrongLength(path: path, shape: [3, 2, 3], expected: 34, found: nil))
    #expect(
      failure(Compression.gzip(IDXBytes.images(3)) + [UInt8](repeating: 0, count: count))
        == .gzip(.trailingBytes(path: path, offset: packedCount, count: count)))
  }

  private var packedCount: Int { Compression.gzip(IDXBytes.images(3)).count }

  @Test func aMissingFileIsMissingInput() throws {
    let error = #expect(throws: IDXError.self) { try IDXFile(path: path, role: .labels) }
    #expect(error == .file(.notFound(path: path, doing: "reading labels")))
    #expect(error?.isMissingInput == true)
  }

  @Test func anotherMagicIsRefused() throws {
    for start in [[0x89, 0x50], [0, 1], [1, 0]] as [[UInt8]] {
      let error = failure(start + [0x08, 3] + [UInt8](repeating: 1, count: 40))
      #expect(error == .wrongMagic(path: path, role: .images, found: start))
    }
  }

  @Test func everyTypeCodeIsAcceptedOrRefused() throws {
    for code in UInt8.min...UInt8.max where code != 0x08 {
      let error = failure(IDXBytes.file([1, 2, 3], [1, 2, 3, 4, 5, 6], element: code))
      if let element = IDXElement(rawValue: code) {
        #expect(error == .wrongElement(path: path, role: .images, found: element))
      } else {
        #expect(error == .unknownElement(path: path, code: code))
      }
    }
  }

  @Test func everyNumberOfDimensionsIsAcceptedOrRefused() throws {
    for count in 0...255 {
      let file = IDXBytes.file([UInt32](repeating: 1, count: count), [7])
      if count >= 3 {
        #expect(try read(file).header.shape.count == count)
      } else if count != 1 {
        #expect(
          failure(file) == .wrongDimensionCount(path: path, role: .images, found: count))
        #expect(
          failure(file, role: .labels)
            == .wrongDimensionCount(path: path, role: .labels, found: count))
      }
    }
  }

  @Test func swappedFilesAreCalledSwapped() throws {
    #expect(failure(IDXBytes.labels([1, 2]), role: .images) == .swapped(path: path, role: .images))
    let error = failure(IDXBytes.images(2), role: .labels)
    #expect(error == .swapped(path: path, role: .labels))
    #expect(
      error?.description
        == "reading labels from '\(path)': at byte 3: expected labels (1 dimension), "
        + "found images (at least 3 dimensions); the files may be swapped, check their names")
  }

  @Test func emptyDimensionsAreRefused() throws {
    for (dimension, shape) in [[0, 2, 3], [2, 0, 3], [2, 3, 0]].enumerated() {
      #expect(
        failure(IDXBytes.file(shape.map { UInt32($0) }, []))
          == .emptyDimension(path: path, dimension: dimension))
    }
    let error = failure(IDXBytes.labels([]), role: .labels)
    #expect(
      error?.description
        == "reading '\(path)': at byte 4: expected at least 1 row, found 0; choose other data")
  }

  @Test func hugeClaimsAreRefusedBeforeAnyMemoryIsTaken() throws {
    let most = UInt32.max
    for shape in [[most, most, most], [1, most, most], [most, 1, 1], [1 << 31, 1, 1]] {
      let values = [UInt8](repeating: 0, count: 8)
      let expected = IDXError.tooLarge(path: path, shape: shape.map { Int($0) })
      #expect(failure(IDXBytes.file(shape, values)) == expected)
      #expect(failure(Compression.gzip(IDXBytes.file(shape, values))) == expected)
    }
    // As many bytes as 64 bits can still count.
    let shape: [UInt32] = [1 << 30, 1 << 15, 1 << 15]
    let file = IDXBytes.file(shape, [1, 2, 3])
    let expected = IDXError.wrongLength(
      path: path, shape: shape.map { Int($0) }, expected: (1 << 60) + 16, found: 19)
    #expect(failure(file) == expected)
    #expect(failure(Compression.gzip(file)) == expected)
  }
}
