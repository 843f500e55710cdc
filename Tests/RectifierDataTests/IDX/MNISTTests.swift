// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTestSupport
import Testing

@testable import RectifierData

/// The real digits. Expected numbers: `Tests/RectifierDataTests/IDX/mnist_facts.py`.
@Suite struct MNISTTests {
  static let folder = ProcessInfo.processInfo.environment["RECTIFIER_DATA"]
  static var isThere: Bool {
    folder.map { FileManager.default.fileExists(atPath: $0 + "/mnist") } ?? false
  }

  @Test(
    .enabled(
      if: isThere, "SKIPPED: set RECTIFIER_DATA to a folder that holds mnist/ to read real digits"))
  func theDigitsAreRead() throws {
    let source = try DataSource.resolve("mnist", dataFolder: Self.folder, environment: [:])
    let parts = try source.load()
    let train = try #require(parts.train)
    let test = try #require(parts.test)
    #expect(train.rowCount == 60_000)
    #expect(test.rowCount == 10_000)
    #expect(
      train.classCounts == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
    #expect(test.classCounts == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])
    #expect(train.imageShape == ImageShape(height: 28, width: 28))
    #expect(train.labels == (0...9).map { "\($0)" })
    #expect(train.checksum == "crc32:4937a6e9")
    #expect(test.checksum == "crc32:7af1c887")
    #expect(pixelSum(train, row: 0) == 27_525)
    #expect(pixelSum(test, row: 0) == 18_454)
    guard case .classes(let classes) = train.targets else { return #expect(Bool(false)) }
    #expect(classes.prefix(10) == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
  }

  private func pixelSum(_ dataset: Dataset, row: Int) -> Int? {
    guard case .bytes(let rows) = dataset.features else { return nil }
    return rows.withRow(row) { $0.reduce(0) { $0 + Int($1) } }
  }
}
