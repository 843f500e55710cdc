// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct CIFARBatchTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private var path: String { scratch.file("x.bin") }

  private func read(_ bytes: [UInt8]) throws -> CIFARBatch {
    var batch = CIFARBatch()
    try batch.append(contentsOf: scratch.write(bytes, "x.bin"))
    return batch
  }

  private func failure(_ bytes: [UInt8]) -> CIFARError? {
    #expect(throws: CIFARError.self) { try read(bytes) }
  }

  @Test func planesBecomePixels() throws {
    let batch = try read(CIFARBytes.record(3) + CIFARBytes.record(9, start: 7))
    #expect(batch.classes == [3, 9])
    #expect(batch.pixels.count == 2 * 3072)
    #expect(Array(batch.pixels[..<6]) == [0, 80, 160, 1, 81, 161])
    #expect(Array(batch.pixels[3072..<3075]) == [7, 87, 167])
    // The last pixel of the second image: 7 + 1023 and so on, modulo 256.
    #expect(Array(batch.pixels[6141...]) == [6, 86, 166])
  }

  @Test func compressedFilesAreTheSame() throws {
    let bytes = CIFARBytes.batch([1, 2, 3])
    #expect(try read(Compression.gzip(bytes)).pixels == read(bytes).pixels)
  }

  @Test func everyTruncationIsAnError() throws {
    let bytes = CIFARBytes.batch([4])
    for count in 0..<bytes.count {
      #expect(
        failure(Array(bytes[..<count])) == .wrongLength(path: path, found: count), "\(count)")
    }
    let packed = Compression.gzip(bytes)
    for count in 2..<packed.count {
      #expect(
        failure(Array(packed[..<count]))
          == .content(.gzip(.truncated(path: path, offset: count))))
    }
  }

  @Test func trailingBytesAreAnError() throws {
    let error = failure(CIFARBytes.batch([4]) + [0, 0])
    #expect(error == .wrongLength(path: path, found: 3075))
    #expect(
      error?.description
        == "reading '\(path)': expected records of 3073 bytes, found 3075 bytes, 2 too many; "
        + "get the file again")
  }

  @Test func otherFormatsAreRecognised() throws {
    let hundred = failure([UInt8](repeating: 1, count: 2 * 3074))
    #expect(hundred?.description.contains("right for CIFAR-100") == true)
    var bytes = CIFARBytes.batch([4, 5])
    bytes[3073] = 10
    let error = failure(bytes)
    #expect(error == .unknownClass(path: path, offset: 3073, found: 10))
    #expect(error?.description.contains("at byte 3073: expected a class from 0 to 9") == true)
  }

  @Test func aFileWithoutEndIsNotInflated() throws {
    let limit = CIFARBatch.recordLimit * CIFARBatch.recordByteCount
    // A megabyte of zeros in members of a kilobyte, over and over.
    let member = Compression.gzip([UInt8](repeating: 0, count: 1 << 20), level: 9)
    let bytes = [UInt8]((0...(limit >> 20)).map { _ in member }.joined())
    #expect(failure(bytes) == .tooLong(path: path, limit: limit))
  }

  @Test func aMissingFileIsMissingInput() throws {
    var batch = CIFARBatch()
    let error = #expect(throws: CIFARError.self) { try batch.append(contentsOf: "/nowhere.bin") }
    #expect(
      error == .content(.file(.notFound(path: "/nowhere.bin", doing: "reading images"))))
    #expect(error?.isMissingInput == true)
  }
}
