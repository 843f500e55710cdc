// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierData

@Suite struct PNGTests {
  @Test func theGoldenFileHoldsEveryKind() {
    #expect(GoldenPicture.of("read").count == 79)
    // Depth and colour type, as the header states them.
    let found = Set(
      GoldenPicture.of("read").filter { $0.file[0] == 0x89 }.map { [$0.file[24], $0.file[25]] })
    let all: Set<[UInt8]> = [
      [1, 0], [2, 0], [4, 0], [8, 0], [8, 2], [1, 3], [2, 3], [4, 3], [8, 3], [8, 4], [8, 6],
    ]
    #expect(found == all)
  }

  @Test(arguments: GoldenPicture.of("read"))
  func otherProgramsPicturesAreReadToTheirPixels(golden: GoldenPicture) throws {
    let picture = try golden.decoded()
    #expect(picture.size == golden.size)
    // What one program calls grey is colour to another where the palette holds nothing but greys.
    #expect(picture.converted(toChannels: 3).bytes == expected(golden))
    #expect(picture.channels >= golden.channels)
  }

  private func expected(_ golden: GoldenPicture) -> [UInt8] {
    golden.channels == 3
      ? golden.pixels : golden.pixels.flatMap { repeatElement($0, count: 3) }
  }

  @Test(arguments: GoldenPicture.of("refused"))
  func whatIsNotReadIsRefusedWithARemedy(golden: GoldenPicture) throws {
    let error = #expect(throws: PictureError.self) { try golden.decoded() }
    guard case .unsupported(_, _, _, let remedy) = error else { throw try #require(error) }
    #expect(remedy.hasPrefix("save it "))
  }

  @Test(arguments: [1, 3], [(1, 1), (1, 7), (5, 1), (3, 11), (64, 33)])
  func whatIsWrittenIsRead(channels: Int, extent: (Int, Int)) throws {
    let (height, width) = extent
    let pixels = (0..<height * width * channels).map { UInt8(truncatingIfNeeded: $0 * 37 + 5) }
    let file = PNG.encode(pixels: pixels, height: height, width: width, channels: channels)
    let picture = try PNGBytes.decode(file)
    #expect(picture.size == PictureSize(height: height, width: width))
    #expect(picture.channels == channels)
    #expect(picture.bytes == pixels)
  }

  @Test func theSizeNeedsTheHeaderAlone() throws {
    let file = Array(PNGBytes.grey.bytes[..<PNGHeader.end])
    try file.withUnsafeBytes { bytes in
      let size = try PNG.size(of: bytes, path: "x.png")
      #expect(size == PictureSize(height: 2, width: 3))
    }
  }

  @Test func theSignatureIsEightBytes() {
    let signature = PNGHeader.signature
    #expect(signature.withUnsafeBytes { PNG.isPNG($0) })
    for count in 0..<8 {
      #expect(!Array(signature[..<count]).withUnsafeBytes { PNG.isPNG($0) })
      var wrong = signature
      wrong[count] ^= 0x20
      #expect(!wrong.withUnsafeBytes { PNG.isPNG($0) })
      #expect(throws: PictureError.unknownFormat(path: "x.png", found: wrong)) {
        try PNGBytes.decode(wrong + Array(PNGBytes.grey.bytes.dropFirst(8)))
      }
    }
  }

  @Test(arguments: [PNGBytes.grey.bytes, PNGBytes.palette.bytes])
  func everyTruncationIsAnError(file: [UInt8]) throws {
    for count in 0..<file.count {
      let error = #expect(throws: PictureError.self, "\(count) bytes") {
        try PNGBytes.decode(Array(file[..<count]))
      }
      switch error {
      case .unknownFormat: #expect(count < 8)
      case .truncated(_, let offset, _): #expect(count >= 8 && offset == count)
      default: Issue.record("\(count) bytes: \(String(describing: error))")
      }
    }
  }

  @Test func everyFlippedBitIsAnError() throws {
    for golden in [PNGBytes.grey.bytes, PNGBytes.palette.bytes] {
      for index in golden.indices {
        for bit in 0..<8 {
          var damaged = golden
          damaged[index] ^= 1 << UInt8(bit)
          #expect(throws: PictureError.self, "byte \(index) bit \(bit)") {
            try PNGBytes.decode(damaged)
          }
        }
      }
    }
  }

  @Test func messagesAreOneLineWithTheFileAndWhatToDo() {
    #expect(
      PictureError.truncated(path: "a b.png", offset: 99, part: "chunk IDAT of 7 bytes").description
        == "reading picture 'a b.png': the file ends at byte 99, inside chunk IDAT of 7 bytes; "
        + "get the file again")
    #expect(
      PictureError.wrongChecksum(path: "a.png", offset: 33, chunk: "IDAT").description
        == "reading picture 'a.png': at byte 33: the checksum of chunk IDAT does not match its "
        + "bytes; the file is damaged, get it again")
  }
}
