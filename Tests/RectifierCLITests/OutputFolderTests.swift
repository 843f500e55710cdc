// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

/// Where a run may be written: 73 before data are read.
@Suite struct OutputFolderTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    // Names of data without the data: reading them would be status 65.
    try runner.scratch.folder("data")
    try runner.scratch.write([1], "data/train-images-idx3-ubyte")
    try runner.scratch.write([1], "data/train-labels-idx1-ubyte")
  }

  @Test func anOccupiedFolder() throws {
    try runner.scratch.folder("run")
    try runner.scratch.write([1], "run/notes.txt")
    let result = try runner.run("train data --out run")
    #expect(result.status == 73)
    #expect(
      result.errors == """
        rectifier: run folder 'run': expected an empty or new folder, found 'notes.txt'; choose \
        another folder with --out, or continue the run there with --resume run

        """)
    #expect(try runner.scratch.names() == ["data", "run"])
  }

  @Test(arguments: ["data/train-images-idx3-ubyte", "data/train-images-idx3-ubyte/run"])
  func aFolderThatCannotBeMade(path: String) throws {
    let result = try runner.run("train data --out \(path)")
    #expect(result.status == 73)
    #expect(result.errors.hasPrefix("rectifier: cannot create 'data/train-images-idx3-ubyte"))
  }

  @Test func aFailedStartKeepsItsRecordAndIsNumbered() throws {
    for number in 1...2 {
      #expect(try runner.run("train data").status == 65)
      #expect(try runner.text("runs/data-\(number)/run.json").contains("\"status\": \"failed\""))
    }
    let result = try runner.run("train data --out runs/data-1")
    #expect(result.status == 73)
    #expect(result.errors.contains("--resume runs/data-1"))
  }
}
