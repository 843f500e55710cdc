// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct ExportCommandTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    _ = try runner.run("train data --hidden 16,12 --epochs 1 --out run --quiet")
  }

  private func refused(_ line: String, _ status: Int32, _ texts: String...) throws {
    let result = try runner.run(line)
    #expect(result.status == status && result.output.isEmpty, "\(result)")
    #expect(result.errors.split(separator: "\n").count == 1)
    for text in texts { #expect(result.errors.contains(text), "\(result.errors)") }
  }

  @Test(arguments: ["onnx", "npz"])
  func whatComesBackIsTheSameFile(format: String) throws {
    let exported = try runner.run("export run --to \(format)")
    #expect(exported.status == 0 && exported.errors.isEmpty, "\(exported)")
    let title = format.uppercased()
    #expect(exported.output == "run/model.\(format): \(title), 36-16-12-4, rectifier\n")
    let imported = try runner.run("import run/model.\(format) --out back.safetensors")
    #expect(imported.status == 0, "\(imported)")
    #expect(imported.output == (try runner.run("inspect run")).output)
    #expect(
      try runner.scratch.read("back.safetensors") == runner.scratch.read("run/model.safetensors"))
  }

  @Test func theNameOfTheFileSaysItsForm() throws {
    #expect(try runner.run("export run --out a.onnx").status == 0)
    #expect(try runner.run("export run/model.safetensors --out b.npz").status == 0)
    #expect(try runner.run("export run --to npz --out c.onnx").status == 0)
    #expect(try runner.scratch.read("b.npz") == runner.scratch.read("c.onnx"))
    try refused("export run", 64, "--to", "onnx or npz")
    try refused("export run --out a.pb", 64, "--to", "a.pb")
    try refused("export run --to onx", 64, "--to", "'onnx'")
  }

  @Test func wordsAreEncodedBeforeTheGraph() throws {
    let table =
      "size,colour,price\n"
      + (0..<40).map {
        "\($0 % 7),\($0 % 3 == 0 ? "red" : "blue"),\($0 % 7 > 2 ? "high" : "low")\n"
      }.joined()
    try runner.scratch.write(Array(table.utf8), "table.csv")
    _ = try runner.run("train table.csv --target price --hidden 4 --epochs 1 --out words --quiet")
    let result = try runner.run("export words --to onnx")
    #expect(result.status == 0 && result.errors.contains("encoded features"), "\(result)")
    #expect(try runner.run("export words --to npz").errors.isEmpty)
  }

  @Test func badInputIsRefused() throws {
    try refused("export nowhere --to onnx", 66, "nowhere")
    try refused("import nowhere --out a", 66, "nowhere")
    try runner.scratch.write([1, 2, 3], "bad.onnx")
    try refused("import bad.onnx --out a", 65, "bad.onnx", "byte 0")
    try runner.scratch.write(Array("PK".utf8), "bad.npz")
    try refused("import bad.npz --out a", 65, "bad.npz")
    _ = try runner.run("export run --to onnx")
    try refused("import run/model.onnx --out a --labels x,y,z", 64, "labels", "leave that out")
    try refused("import run/model.onnx --out none/a", 73, "none/a")
    try refused("import run/model.onnx", 64, "--out")
    #expect(!runner.exists("a"))
  }
}
