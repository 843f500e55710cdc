// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

/// Data in every file form, from `train` to `predict`.
@Suite struct DataFormTests {
  private let runner: CommandRunner
  private var scratch: ScratchFolder { runner.scratch }

  init() throws { runner = try CommandRunner() }

  private func run(_ line: String, _ status: Int32 = 0) throws -> CommandResult {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    return result
  }

  @Test func cifarIsTrainedOnAndShown() throws {
    try scratch.folder("cifar10")
    try scratch.writeCIFARFolder("cifar10/")
    _ = try run("train cifar10 --hidden 5 --epochs 1 --validation 5 --out run")
    #expect(try run("evaluate run cifar10").output.contains("3"))
    let table = try run("predict run cifar10/test_batch.bin").output
    #expect(table.split(separator: "\n").count == 4)
    let preview = try run("data preview cifar10 --part train --out sheet.png")
    #expect(preview.output.hasPrefix("sheet.png: part train of cifar10, 20 images of 32×32×3\n"))
    let text = try runner.text("run/run.json")
    #expect(text.contains("\"sampleCount\": 15"))
    try scratch.remove("cifar10/data_batch_4.bin")
    let partial = try run("train cifar10 --hidden 5 --epochs 1 --out other", 66)
    #expect(partial.errors.contains("data_batch_4.bin is not; add what is missing"))
  }

  @Test func norbIsTrainedOn() throws {
    try scratch.folder("norb")
    let classes = (0..<20).map { Int32($0 % 5) }
    try scratch.write(NORBBytes.pairs(15), "norb/norb-training-dat.mat")
    try scratch.write(NORBBytes.categories(Array(classes[..<15])), "norb/norb-training-cat.mat")
    try scratch.write(Compression.gzip(NORBBytes.pairs(5)), "norb/norb-testing-dat.mat.gz")
    try scratch.write(NORBBytes.categories(Array(classes[..<5])), "norb/norb-testing-cat.mat")
    let result = try run("train norb --hidden 5 --epochs 1 --validation 5 --out run")
    #expect(result.output.contains("of 5,"))
    #expect(try run("inspect run").output.contains("animal, human, plane, truck, car"))
    try scratch.write(
      Array(NORBBytes.pairs(15)[..<4].reversed()) + [UInt8](repeating: 0, count: 20),
      "norb/norb-training-dat.mat")
    let swapped = try run("evaluate run norb", 65)
    #expect(swapped.errors.contains("expected the least significant byte first"))
  }

  @Test func filesThatCannotBeReadAreNamed() throws {
    try scratch.write([1, 2, 3], "a.npz")
    #expect(try run("train a.npz", 65).errors.contains("expected a zip archive"))
    try scratch.write([1, 2, 3], "a.npy")
    #expect(try run("train a.npy", 65).errors.contains("as numpy.save writes it"))
    try scratch.write([1, 2, 3], "a.bin")
    #expect(try run("train a.bin", 65).errors.contains("records of 3073 bytes"))
    #expect(try run("train b.npz", 66).errors.contains("'b.npz'"))
  }
}
