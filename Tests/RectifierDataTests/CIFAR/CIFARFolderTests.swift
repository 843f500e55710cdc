// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct CIFARFolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func read() throws -> DatasetParts {
    try DataSource.resolve(scratch.path, environment: [:]).load()
  }

  private func failure() -> CIFARError? {
    let error = #expect(throws: DataSourceError.self) { try read() }
    guard case .cifar(let error)? = error else { return nil }
    return error
  }

  @Test(arguments: [false, true])
  func partsAreRead(compressed: Bool) throws {
    try scratch.writeCIFARFolder(compressed: compressed)
    let parts = try CIFARFolder.read(scratch.path, name: "small")
    let train = try #require(parts.train)
    #expect(parts.available == [.train, .test, .all])
    #expect(train.name == "small train")
    #expect(train.imageShape == ImageShape(height: 32, width: 32, channels: 3))
    #expect(train.labels[3] == "cat")
    #expect(train.preprocessing == Preprocessing(divisor: 255))
    #expect(train.classCounts == [Int](repeating: 2, count: 10))
    guard case .classes(let classes) = train.targets else { return #expect(Bool(false)) }
    // Batch after batch.
    #expect(classes == (0..<20).map { Int32($0 % 10) })
    #expect(parts.test?.classCounts == [1, 0, 0, 0, 0, 1, 0, 0, 0, 1])
  }

  @Test func theFolderOfTheArchiveIsFound() throws {
    try scratch.folder(CIFARFolder.archiveFolder)
    try scratch.writeCIFARFolder(CIFARFolder.archiveFolder + "/")
    #expect(try read().train?.rowCount == 20)
    #expect(try DataSource.resolve(scratch.path, environment: [:]).holdsPictures == false)
  }

  @Test func eitherPartMayBeMissing() throws {
    try scratch.writeCIFARFolder()
    try scratch.remove("test_batch.bin")
    #expect(try read().available == [.train, .all])
    try scratch.writeCIFARFolder()
    for number in 1...5 { try scratch.remove("data_batch_\(number).bin") }
    #expect(try read().available == [.test, .all])
  }

  @Test func someTrainingBatchesAreNotEnough() throws {
    try scratch.writeCIFARFolder()
    try scratch.remove("data_batch_2.bin")
    try scratch.remove("data_batch_5.bin")
    let error = failure()
    #expect(error?.isMissingInput == true)
    #expect(
      error?.description
        == "reading '\(scratch.path)': data_batch_1.bin, data_batch_3.bin, data_batch_4.bin are "
        + "there, data_batch_2.bin, data_batch_5.bin are not; add what is missing, or give one "
        + "file alone")
  }

  @Test func bothFormsOfABatchAreAmbiguous() throws {
    try scratch.writeCIFARFolder()
    try scratch.write([], "data_batch_3.bin.gz")
    #expect(
      failure()
        == .ambiguous(folder: scratch.path, names: ["data_batch_3.bin", "data_batch_3.bin.gz"]))
  }

  @Test func namesAreThoseOfTheFolder() throws {
    try scratch.writeCIFARFolder()
    let names = (0..<10).map { "kind \($0)" }
    let text = names.joined(separator: "\r\n") + "\r\n\r\n"
    try scratch.write(Array(text.utf8), CIFARFolder.namesFile)
    #expect(try read().test?.labels == names)
    let path = scratch.file(CIFARFolder.namesFile)
    for wrong in ["", "one\ntwo", names.dropLast().joined(separator: "\n") + "\nkind 0"] {
      try scratch.write(Array(wrong.utf8), CIFARFolder.namesFile)
      let count = Set(wrong.split(separator: "\n")).count
      #expect(failure() == .wrongNames(path: path, found: count))
    }
  }

  @Test(arguments: ["some.bin", "some.bin.gz"])
  func aSingleBatchHasNoPart(name: String) throws {
    try scratch.write(CIFARBytes.batch([1, 2, 3]), name)
    let source = try DataSource.resolve(scratch.file(name), environment: [:])
    let parts = try source.load()
    #expect(parts.available == [.all])
    #expect(parts[.all]?.classCounts == [0, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    #expect(parts[.all]?.name == name)
  }

  /// Expected numbers: `Tests/RectifierDataTests/CIFAR/cifar_facts.py`.
  @Test(
    .enabled(
      if: Self.sample != nil, "SKIPPED: set RECTIFIER_DATA to a folder with cifar10/ in it"))
  func realRecordsAreRead() throws {
    let path = try #require(Self.sample)
    let data = try #require(try DataSource.resolve(path, environment: [:]).load()[.all])
    #expect(data.rowCount == 1000)
    #expect(data.classCounts == [102, 112, 99, 92, 99, 85, 107, 102, 99, 103])
    #expect(data.checksum == "crc32:d08c4e29")
  }

  private static let sample: String? = {
    guard let folder = ProcessInfo.processInfo.environment["RECTIFIER_DATA"] else { return nil }
    let path = folder + "/cifar10/data_batch_1_first1000.bin.gz"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()
}
