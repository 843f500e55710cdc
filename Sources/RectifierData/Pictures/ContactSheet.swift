// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The first images of each class of a data set, side by side on one picture.
///
/// Every class has a row of its own, in class order from the top; where that would make the sheet
/// too tall, the rows go on in further blocks to the right. Without classes, the first images follow
/// each other in a square.
package struct ContactSheet: Sendable {
  /// The labels of each block's rows, from the top; empty without classes.
  package let rowLabels: [[String]]
  package let height: Int
  package let width: Int
  /// 1 for grey, 3 for red, green and blue, together for each pixel.
  package let channels: Int
  /// `height · width · channels` bytes, row by row from the top.
  package let pixels: [UInt8]

  /// Between images: neither ink nor paper.
  private static let background: UInt8 = 96

  /// Lays out a sheet.
  ///
  /// - Parameters:
  ///   - imagesPerRow: Images of a class, as far as there are so many; without classes, the side of
  ///     the square.
  ///   - scale: Pixels along each side of one pixel of an image.
  /// - Throws: ``ContactSheetError`` for data that are no images of bytes, and for a sheet that is
  ///   larger than a PNG may be here; nothing has been allocated then.
  /// - Precondition: Both numbers are at least 1.
  package init(
    of data: Dataset, imagesPerRow: Int, scale: Int
  ) throws(ContactSheetError) {
    guard let shape = data.imageShape, case .bytes(let rows) = data.features,
      shape.channels == 1 || shape.channels == 3
    else { throw .notImages(name: data.name) }
    guard imagesPerRow > 0, scale > 0 else {
      fatalError("contact sheet: \(imagesPerRow) images a row at scale \(scale)")
    }
    let lines = Self.lines(of: data, imagesPerRow: imagesPerRow)
    let layout = ContactSheetLayout(
      lineCount: lines.count, columnCount: lines.map(\.count).max() ?? 0, image: shape,
      scale: scale)
    guard PictureSize(height: layout.height, width: layout.width) != nil else {
      throw .tooLarge(name: data.name, height: layout.height, width: layout.width)
    }
    var sheet = [UInt8](
      repeating: Self.background, count: layout.height * layout.width * shape.channels)
    for (number, line) in lines.enumerated() {
      for (column, row) in line.enumerated() {
        let corner = layout.corner(line: number, column: column)
        rows.withRow(row) { image in
          Self.draw(
            image, shape: shape, scale: scale, into: &sheet, sheetWidth: layout.width,
            corner: corner)
        }
      }
    }
    height = layout.height
    width = layout.width
    channels = shape.channels
    pixels = sheet
    rowLabels = stride(from: 0, to: data.labels.count, by: layout.linesPerBlock).map {
      Array(data.labels[$0..<min($0 + layout.linesPerBlock, data.labels.count)])
    }
  }

  /// The rows of data that each line of the sheet shows.
  private static func lines(of data: Dataset, imagesPerRow: Int) -> [[Int]] {
    guard case .classes(let classes) = data.targets else {
      let shown = min(data.rowCount, imagesPerRow * imagesPerRow)
      return stride(from: 0, to: shown, by: imagesPerRow).map {
        Array($0..<min($0 + imagesPerRow, shown))
      }
    }
    var lines = [[Int]](repeating: [], count: data.labels.count)
    for (row, number) in classes.enumerated() where lines[Int(number)].count < imagesPerRow {
      lines[Int(number)].append(row)
    }
    return lines
  }

  private static func draw(
    _ image: UnsafeBufferPointer<UInt8>, shape: ImageShape, scale: Int, into pixels: inout [UInt8],
    sheetWidth: Int, corner: (top: Int, left: Int)
  ) {
    let channels = shape.channels
    for y in 0..<shape.height * scale {
      for x in 0..<shape.width * scale {
        let from = (y / scale * shape.width + x / scale) * channels
        let to = ((corner.top + y) * sheetWidth + corner.left + x) * channels
        for channel in 0..<channels { pixels[to + channel] = image[from + channel] }
      }
    }
  }
}
