// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct NPYPartsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func read(_ golden: String, as name: String = "x.npz") throws -> DatasetParts {
    let path = try scratch.write(GoldenArray.named(golden).file, name)
    return try DataSource.resolve(path, environment: [:]).load()
  }

  private func failure(_ files: [(String, [UInt8])]) throws -> NumPyError? {
    let path = try scratch.write(ZipMaker.stored(files), "x.npz")
    return #expect(throws: NumPyError.self) { try NPYParts.read(path, name: "x") }
  }

  private func array(_ golden: String) -> [UInt8] { GoldenArray.named(golden).file }

  private func classes(_ data: Dataset?) -> [Int32]? {
    guard case .classes(let classes)? = data?.targets else { return nil }
    return classes
  }

  @Test func bytesAreImages() throws {
    let data = try #require(try read("x and y")[.all])
    #expect(data.name == "x.npz")
    #expect(data.rowCount == 4)
    #expect(data.imageShape == ImageShape(height: 2, width: 3))
    #expect(data.preprocessing == Preprocessing(divisor: 255))
    #expect(data.labels == ["-1", "2", "7"])
    #expect(classes(data) == [1, 0, 1, 2])
    guard case .bytes(let rows) = data.features else { return #expect(Bool(false)) }
    #expect(rows.withRow(1) { Array($0) } == [54, 63, 72, 81, 90, 99])
  }

  @Test func deflatedMembersAreRead() throws {
    let data = try #require(try read("deflated")[.all])
    #expect(data.rowCount == 80)
    #expect(data.classCounts == [20, 40, 20])
  }

  @Test func partsShareTheClassesOfTheTrainingPart() throws {
    let parts = try read("parts")
    #expect(parts.available == [.train, .validation, .test, .all])
    #expect(parts.train?.name == "x.npz train")
    #expect(classes(parts.validation) == [2])
    #expect(classes(parts.test) == [1, 0])
    #expect(parts.test?.labels == ["-1", "2", "7"])
    #expect(parts.train?.preprocessing == Preprocessing(divisor: 1))
    guard case .floats(let matrix)? = parts.train?.features else { return #expect(Bool(false)) }
    #expect(matrix.row(3) == [162, 171, 180, 189, 198, 207])
  }

  @Test func targetsMayBeRealOrMissing() throws {
    guard case .reals(let targets)? = try read("real targets")[.all]?.targets else {
      return #expect(Bool(false))
    }
    #expect((0..<4).map { targets[$0, 0] } == [0.5, -0.25, 0.5, 1.75])
    guard case .none? = try read("no targets")[.all]?.targets else {
      return #expect(Bool(false))
    }
  }

  @Test(arguments: ["x.npy", "x.npy.gz"])
  func aSingleArrayIsFeatures(name: String) throws {
    let data = try #require(try read("<f4", as: name)[.all])
    #expect(data.rowCount == 3)
    #expect(data.featureCount == 4)
    #expect(data.classCounts.isEmpty)
  }

  @Test func aClassThatTrainingDoesNotKnowIsRefused() throws {
    let error = #expect(throws: DataSourceError.self) { try read("unknown class") }
    let place = "'\(scratch.file("x.npz"))', member y_test"
    #expect(error == .numpy(.unknownClass(place: place, row: 0, found: 3)))
  }

  @Test func membersAreJudgedByTheirNames() throws {
    let path = scratch.file("x.npz")
    let bytes = array("u1")
    #expect(try failure([]) == .noMembers(path: path, found: []))
    #expect(
      try failure([("images.npy", bytes), ("x", bytes)])
        == .noMembers(path: path, found: ["images.npy", "x"]))
    #expect(
      try failure([("x_train.npy", bytes), ("y_test.npy", bytes)])
        == .missingPartner(path: path, present: "y_test", missing: "x_test"))
    #expect(
      try failure([("x.npy", bytes), ("x_test.npy", bytes)])
        == .mixedMembers(path: path, whole: "x", part: "x_test"))
    #expect(
      try failure([("x_val.npy", bytes), ("x_validation.npy", bytes)])
        == .mixedMembers(path: path, whole: "x_validation", part: "x_val"))
  }

  @Test func shapesFitTheirPurpose() throws {
    let (rows, column, cube) = (array("u1"), array("one column"), array("three dimensions"))
    let place = "'\(scratch.file("x.npz"))', member "
    #expect(
      try failure([("x.npy", rows), ("y.npy", rows)])
        == .wrongShape(place: place + "y", shape: [3, 4], expected: "one class a row"))
    #expect(
      try failure([("x.npy", rows), ("y.npy", cube)])
        == .wrongShape(
          place: place + "y", shape: [2, 3, 4], expected: "one row of numbers a sample"))
    let path = try scratch.write(
      ZipMaker.stored([("x.npy", rows), ("y.npy", column)]), "x.npz")
    #expect(classes(try NPYParts.read(path, name: "x")[.all]) == [0, 1, 2])
    let error = try failure([("x.npy", cube), ("y.npy", column)])
    #expect(error == .dataset(.countsDiffer(name: "x", rowCount: 2, targetCount: 3)))
  }

  @Test func aMissingFileIsMissingInput() {
    let error = #expect(throws: NumPyError.self) { try NPYParts.read("/nowhere.npz", name: "x") }
    #expect(error?.isMissingInput == true)
  }
}
