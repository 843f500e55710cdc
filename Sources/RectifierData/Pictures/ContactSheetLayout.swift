// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Where the images of a contact sheet lie.
struct ContactSheetLayout {
  let linesPerBlock: Int
  let height: Int
  let width: Int
  private let cell: (height: Int, width: Int)
  private let blockWidth: Int

  /// Pixels around each image.
  private static let gap = 2
  /// Pixels between two blocks.
  private static let blockGap = 12

  /// - Precondition: The image is one that a data set can hold, and `scale` at most 100: sums and
  ///   products of so few factors stay in range.
  init(lineCount: Int, columnCount: Int, image: ImageShape, scale: Int) {
    let cell = (height: image.height * scale + Self.gap, width: image.width * scale + Self.gap)
    let blockWidth = columnCount * cell.width + Self.blockGap
    // The fewest blocks that make the sheet at least as wide as it is tall.
    var blockCount = 1
    func lines(_ blocks: Int) -> Int { max(1, (lineCount + blocks - 1) / blocks) }
    while blockCount * blockWidth < lines(blockCount) * cell.height { blockCount += 1 }
    linesPerBlock = lines(blockCount)
    height = linesPerBlock * cell.height + Self.gap
    width = blockCount * blockWidth - Self.blockGap + Self.gap
    self.cell = cell
    self.blockWidth = blockWidth
  }

  func corner(line: Int, column: Int) -> (top: Int, left: Int) {
    (
      line % linesPerBlock * cell.height + Self.gap,
      line / linesPerBlock * blockWidth + column * cell.width + Self.gap
    )
  }
}
