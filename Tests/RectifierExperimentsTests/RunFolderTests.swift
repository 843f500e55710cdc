// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct RunFolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func aNewFolderIsMadeWithThoseAboveIt() throws {
    let folder = try RunFolder.create(at: scratch.file("a/b/run"))
    #expect(Folder.exists(folder.path))
    #expect(folder.modelPath == scratch.file("a/b/run/model.safetensors"))
    #expect(folder.checkpointPath == scratch.file("a/b/run/checkpoint.safetensors"))
    #expect(folder.metricsPath == scratch.file("a/b/run/metrics.csv"))
    #expect(folder.recordPath == scratch.file("a/b/run/run.json"))
    #expect(!folder.hasCheckpoint)
  }

  @Test func anEmptyFolderIsTaken() throws {
    let path = try scratch.folder("empty")
    #expect(try RunFolder.create(at: path).path == path)
  }

  @Test func anOccupiedFolderIsRefusedWithBothWaysOut() throws {
    try scratch.write([1], "notes.txt")
    let path = scratch.path
    let error = #expect(throws: RunFolderError.self) { try RunFolder.create(at: path) }
    #expect(error == .occupied(path: path, isRun: false, example: "notes.txt"))
    #expect(error?.description.contains("--out") == true)
    #expect(error?.description.contains("--resume \(path)") == true)
    #expect(try scratch.names() == ["notes.txt"])
  }

  @Test func anEarlierRunIsCalledOne() throws {
    try scratch.write([1], "run.json")
    let error = #expect(throws: RunFolderError.self) { try RunFolder.create(at: scratch.path) }
    #expect(error?.description.contains("found an earlier run") == true)
  }

  @Test func aFileInTheWayCannotBecomeAFolder() throws {
    try scratch.write([1], "file")
    for path in [scratch.file("file"), scratch.file("file/run")] {
      let error = #expect(throws: FileError.self) { try RunFolder.create(at: path) }
      guard case .cannotCreate = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func twoCannotHoldOneFolder() throws {
    let path = scratch.file("run")
    var first: RunFolder? = try RunFolder.create(at: path)
    try scratch.write([1], "run/run.json")
    #expect(throws: RunFolderError.inUse(path: path)) { try RunFolder.open(path) }
    first = nil
    #expect(first == nil)
    #expect(try RunFolder.open(path).path == path)
    #expect(try scratch.names() == ["run"])
  }

  @Test func numbersGoOnAboveTheHighest() throws {
    let parent = scratch.file("runs")
    var held: [RunFolder] = []
    for number in 1...3 {
      held.append(try RunFolder.createNext(named: "mnist", in: parent))
      #expect(held.last?.path == "\(parent)/mnist-\(number)")
    }
    for other in ["mnist-7", "mnist-x", "mnist", "cifar-9"] { try scratch.folder("runs/\(other)") }
    #expect(try RunFolder.createNext(named: "mnist", in: parent).path == "\(parent)/mnist-8")
  }

  @Test func onlyARunCanBeOpened() throws {
    let path = try scratch.folder("empty")
    #expect(throws: RunFolderError.notARun(path: path)) { try RunFolder.open(path) }
    let missing = scratch.file("missing")
    #expect(throws: RunFolderError.missing(path: missing)) { try RunFolder.open(missing) }
  }
}
