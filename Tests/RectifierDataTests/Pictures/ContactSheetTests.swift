// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct ContactSheetTests {
  /// Images of 2 × 3 of one grey each: row r has grey r + 1.
  private static func images(_ classes: [Int32]?, count: Int, labels: [String]) throws -> Dataset {
    let bytes = (0..<count).flatMap { [UInt8](repeating: UInt8($0 + 1), count: 6) }
    return try Dataset(
      name: "greys", features: .bytes(ByteRows(bytes: bytes, rowCount: count, columnCount: 6)),
      targets: classes.map { .classes($0) } ?? .none, labels: labels,
      imageShape: ImageShape(height: 2, width: 3))
  }

  /// The greys that occur, in order of their upper left corner.
  private static func greys(_ sheet: ContactSheet) -> [UInt8] {
    var found: [UInt8] = []
    for grey in sheet.pixels where grey != 96 && !found.contains(grey) { found.append(grey) }
    return found
  }

  @Test func everyClassHasARowOfItsFirstImages() throws {
    let data = try Self.images([1, 0, 1, 1, 0, 1], count: 6, labels: ["a", "b"])
    let sheet = try ContactSheet(of: data, imagesPerRow: 2, scale: 1)
    #expect(sheet.rowLabels == [["a", "b"]])
    #expect((sheet.height, sheet.width) == (2 + 2 * 4, 2 + 2 * 5))
    #expect(sheet.pixels.count == sheet.height * sheet.width)
    // Class a: rows 1 and 4; class b: rows 0 and 2, row 3 finds no place.
    #expect(Self.greys(sheet) == [2, 5, 1, 3])
  }

  @Test func everyPixelOfAnImageIsDrawnAtScale() throws {
    let data = try Self.images([0, 1], count: 2, labels: ["a", "b"])
    for scale in 1...3 {
      let sheet = try ContactSheet(of: data, imagesPerRow: 4, scale: scale)
      #expect(sheet.pixels.count { $0 == 1 } == 6 * scale * scale)
      #expect(sheet.pixels.count { $0 == 2 } == 6 * scale * scale)
    }
  }

  @Test func manyClassesGoOnInBlocks() throws {
    let labels = (0..<40).map { "\($0)" }
    let data = try Self.images((0..<40).map { $0 }, count: 40, labels: labels)
    let sheet = try ContactSheet(of: data, imagesPerRow: 1, scale: 1)
    #expect(sheet.rowLabels.count > 1)
    #expect(sheet.rowLabels.flatMap { $0 } == labels)
    #expect(sheet.width >= sheet.height)
    #expect(Set(sheet.pixels).count == 41)
  }

  @Test func withoutClassesASquareIsShown() throws {
    let sheet = try ContactSheet(
      of: try Self.images(nil, count: 30, labels: []), imagesPerRow: 3, scale: 1)
    #expect(sheet.rowLabels.isEmpty)
    #expect(Self.greys(sheet) == Array(1...9))
  }

  @Test func coloursStayTogether() throws {
    let data = try Dataset(
      name: "red", features: .bytes(ByteRows(bytes: [200, 10, 20], rowCount: 1, columnCount: 3)),
      targets: .none, imageShape: ImageShape(height: 1, width: 1, channels: 3))
    let sheet = try ContactSheet(of: data, imagesPerRow: 1, scale: 1)
    #expect(sheet.channels == 3)
    let pixel = (2 * sheet.width + 2) * 3
    #expect(Array(sheet.pixels[pixel..<pixel + 3]) == [200, 10, 20])
  }

  @Test func otherRowsAreRefused() throws {
    let numbers = try Dataset(
      name: "numbers", features: .floats(Matrix(rows: [[1, 2]])), targets: .none)
    #expect(throws: ContactSheetError.notImages(name: "numbers")) {
      try ContactSheet(of: numbers, imagesPerRow: 1, scale: 1)
    }
  }
}
