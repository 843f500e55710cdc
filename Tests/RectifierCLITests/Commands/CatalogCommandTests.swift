// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct CatalogCommandTests {
  private let runner: CommandRunner

  init() throws { runner = try CommandRunner() }

  private func json(_ result: CommandResult) throws -> JSONValue {
    try JSONValue.parse(Array(result.output.utf8), path: "standard output")
  }

  @Test func theListHasEveryName() throws {
    let result = try runner.run("data info")
    #expect(result.status == 0)
    let names = result.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.dropLast().map(String.init) == DataSource.catalog)
    let document = try json(try runner.run("data info --json"))
    #expect(
      document["datasets"]?.arrayValue?.compactMap { $0["name"]?.stringValue }
        == DataSource.catalog)
  }

  @Test(arguments: DataSource.catalog)
  func anEntryTellsItsFilesAddressesAndTerms(name: String) throws {
    let entry = try #require(CatalogEntry.named(name))
    let result = try runner.run("data info \(name)")
    #expect(result.status == 0, "\(result)")
    for fact in [entry.title, entry.terms, entry.reference] + entry.addresses {
      #expect(result.output.contains(fact))
    }
    for file in entry.files {
      #expect(result.output.contains("\n\(file.name): "))
      if let sha256 = file.sha256 { #expect(result.output.contains(sha256)) }
    }
    let hasUnknown = entry.files.contains { $0.sha256 == nil }
    #expect(result.output.contains("no checksum is known here of") == hasUnknown)
    let document = try json(try runner.run("data info \(name) --json"))
    #expect(
      document["files"]?.arrayValue?.map { $0["byteCount"]?.intValue }
        == entry.files.map(\.byteCount))
    #expect(document["addresses"] == JSONValue(entry.addresses))
  }

  @Test func verifyingSaysWhatIsMissingAndWhatIsWrong() throws {
    try runner.scratch.folder("mnist")
    let missing = try runner.run("data verify mnist --data-dir .")
    #expect(missing.status == 66)
    #expect(missing.output.contains("t10k-labels-idx1-ubyte    missing"))
    #expect(missing.errors.contains("not found; add them"))
    #expect(missing.errors.filter(\.isNewline).count == 1)
    try runner.scratch.write([1, 2], "mnist/t10k-labels-idx1-ubyte")
    try runner.scratch.write(
      Compression.gzip([UInt8](repeating: 0, count: 60_008)), "mnist/train-labels-idx1-ubyte.gz")
    let wrong = try runner.run("data verify mnist --data-dir .")
    #expect(wrong.status == 65)
    #expect(wrong.output.contains("wrong: 2 bytes, expected 10 008"))
    #expect(wrong.output.contains("wrong: right length, sha256 "))
    let document = try json(try runner.run("data verify mnist --json"))
    #expect(document["isRight"] == false)
    #expect(
      document["files"]?.arrayValue?.map { $0["finding"]?.stringValue }
        == ["missing", "wrongChecksum", "missing", "wrongLength"])
  }

  @Test func rightLengthsAreNotCalledMoreThanThat() throws {
    let stem = "smallnorb-5x46789x9x18x6x2x96x96-training-cat.mat"
    try runner.scratch.folder("norb-small")
    try runner.scratch.write([UInt8](repeating: 0, count: 97_220), "norb-small/\(stem)")
    let result = try runner.run("data verify norb-small")
    #expect(result.status == 66)
    #expect(result.output.contains("\(stem)   right length; no checksum is known"))
  }

  @Test func glyphsHaveNothingToVerify() throws {
    let result = try runner.run("data verify glyphs")
    #expect(result.status == 0)
    #expect(result.output == "glyphs: drawn, there are no files to verify\n")
  }

  @Test(arguments: [
    ("data info cifr10", 64, "did you mean 'cifar10'?"),
    ("data verify mnits", 64, "did you mean 'mnist'?"),
    ("data verify mnist", 66, "'rectifier data info mnist'"),
  ])
  func refusals(line: String, status: Int32, message: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
    #expect(result.output.isEmpty)
  }
}
