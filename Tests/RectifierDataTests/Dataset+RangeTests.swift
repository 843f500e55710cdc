// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct DatasetRangeTests {
  static let rows = Matrix(rows: [[0, 1, 0], [0, 51, 48]])

  /// The same numbers, stored in each way.
  static let features: [Dataset.Features] = [
    .bytes(ByteRows(bytes: [0, 5, 0, 0, 255, 240], rowCount: 2, columnCount: 3, divisor: 5)),
    .floats(rows), .sparse(SparseMatrix(rows)),
  ]

  @Test(arguments: features.indices)
  func theFirstFeatureOutsideIsFound(number: Int) throws {
    let data = try Dataset(name: "d", features: Self.features[number], targets: .none)
    let beyond = data.firstFeature(outside: 0...50)
    #expect(beyond?.row == 1 && beyond?.column == 1 && beyond?.value == 51)
    let zero = data.firstFeature(outside: 1...200)
    #expect(zero?.row == 0 && zero?.column == 0 && zero?.value == 0)
    #expect(data.firstFeature(outside: 0...51) == nil)
  }

  /// Features as targets follow the rows, and change no checksum that leaves targets out.
  @Test(arguments: features.indices)
  func featuresAsTargets(number: Int) throws {
    let data = try Dataset(name: "d", features: Self.features[number], targets: .features)
    let bare = try Dataset(name: "d", features: Self.features[number], targets: .none)
    #expect(data.checksum == bare.checksum && data.classCounts.isEmpty)
    let parts = try DatasetParts(
      name: "d", train: data.subset(rows: [1]), test: data.subset(rows: [0, 1]))
    let all = try #require(parts[.all])
    guard case .features = all.targets else { return #expect(Bool(false)) }
    #expect(all.rowCount == 3)
    #expect(throws: DatasetError.self) { try DatasetParts(name: "d", train: data, test: bare) }
  }
}
