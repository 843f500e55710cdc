// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct NORBFolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private var path: String { scratch.path }

  private func read() throws -> DatasetParts {
    try DataSource.resolve(path, environment: [:]).load()
  }

  private func failure() -> NORBError? {
    let error = #expect(throws: DataSourceError.self) { try read() }
    guard case .norb(let error)? = error else { return nil }
    return error
  }

  private func write(
    _ stem: String, _ classes: [Int32], side: Int = 32, compressed: Bool = false
  ) throws {
    let files = [
      (stem + "-dat.mat", NORBBytes.pairs(classes.count, side: side)),
      (stem + "-cat.mat", NORBBytes.categories(classes)),
    ]
    for (name, bytes) in files {
      try scratch.write(
        compressed ? Compression.gzip(bytes) : bytes, compressed ? name + ".gz" : name)
    }
  }

  private func classes(_ data: Dataset?) -> [Int32]? {
    guard case .classes(let classes)? = data?.targets else { return nil }
    return classes
  }

  @Test(arguments: [false, true])
  func thePartsOfASmallSetAreRead(compressed: Bool) throws {
    try write("smallnorb-5x46789-training", [4, 0, 2], side: 96, compressed: compressed)
    try write("smallnorb-5x01235-testing", [1, 3], side: 96, compressed: compressed)
    try scratch.write([], "smallnorb-5x46789-training-info.mat")
    let parts = try read()
    #expect(parts.available == [.train, .test, .all])
    #expect(parts.train?.labels == ["animal", "human", "plane", "truck", "car"])
    #expect(classes(parts.train) == [4, 0, 2])
    #expect(classes(parts.test) == [1, 3])
    #expect(parts.train?.imageShape == ImageShape(height: 64, width: 32))
    guard case .floats(let rows)? = parts.train?.features else { return #expect(Bool(false)) }
    #expect(rows.columnCount == 2048)
    for row in 0..<3 {
      #expect(rows[row, 0] == Float(Double(20 * row - 255) / 255))
      #expect(rows[row, 1023] == rows[row, 0])
      #expect(rows[row, 1024] == Float(Double(20 * row + 200 - 255) / 255))
      #expect(rows[row, 2047] == rows[row, 1024])
    }
  }

  @Test func numberedFilesFollowEachOther() throws {
    for number in 1...10 {
      let text = (number < 10 ? "0" : "") + "\(number)"
      try write("norb-training-\(text)", [Int32(number % 5), 0], compressed: number == 3)
    }
    try write("norb-testing-01", [5])
    let parts = try read()
    #expect(classes(parts.train) == (1...10).flatMap { [Int32($0 % 5), 0] })
    // A blank in the test part gives every part its name.
    #expect(parts.train?.labels.last == "blank")
    #expect(parts.train?.rowCount == 20)
  }

  @Test func gapsAndLonelyFilesAreRefused() throws {
    try write("norb-training-02", [1, 2])
    #expect(
      failure()
        == .gap(
          folder: path, present: ["norb-training-02-dat.mat"],
          missing: "norb-training-01-dat.mat[.gz]"))
    #expect(failure()?.isMissingInput == true)
    try write("norb-training-01", [1, 2])
    try scratch.remove("norb-training-02-cat.mat")
    #expect(
      failure()
        == .missingPartner(
          folder: path, present: "norb-training-02-dat.mat",
          missing: "norb-training-02-cat.mat[.gz]"))
  }

  @Test func severalSetsInOneFolderAreRefused() throws {
    try write("norb-a-training", [1, 2])
    try write("norb-b-training", [1, 2])
    #expect(
      failure()
        == .ambiguous(
          folder: path, names: ["norb-a-training-dat.mat", "norb-b-training-dat.mat"]))
    try scratch.remove("norb-b-training-dat.mat")
    try scratch.remove("norb-b-training-cat.mat")
    try scratch.write([], "norb-a-training-dat.mat.gz")
    #expect(
      failure()
        == .ambiguous(
          folder: path, names: ["norb-a-training-dat.mat", "norb-a-training-dat.mat.gz"]))
  }

  @Test func aNumberedFileBesideAWholePartIsRefused() throws {
    try write("norb-training", [1, 2])
    try write("norb-training-01", [1, 2])
    #expect(
      failure()
        == .ambiguous(
          folder: path, names: ["norb-training-dat.mat", "norb-training-01-dat.mat"]))
  }

  @Test func filesOfAPartBelongTogether() throws {
    try write("norb-training-01", [1, 2])
    try write("norb-training-02", [1, 2], side: 40)
    let (one, two) = (
      scratch.file("norb-training-01-dat.mat"), scratch.file("norb-training-02-dat.mat")
    )
    #expect(
      failure()
        == .sizeDiffers(path: two, shape: [2, 2, 40, 40], other: one, expected: [2, 2, 32, 32]))
    let categories = try scratch.write(
      NORBBytes.categories([1]), "norb-training-02-cat.mat")
    #expect(
      failure()
        == .countsDiffer(
          pairsPath: two, pairCount: 2, categoriesPath: categories, categoryCount: 1))
    try scratch.write(NORBBytes.categories([1, 6]), "norb-training-02-cat.mat")
    #expect(failure() == .unknownClass(path: categories, offset: 24, found: 6))
    try scratch.write(NORBBytes.categories([-1, 1]), "norb-training-02-cat.mat")
    #expect(failure() == .unknownClass(path: categories, offset: 20, found: -1))
  }
}
