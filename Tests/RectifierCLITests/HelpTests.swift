// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierExperiments
import RectifierInterchange
import Testing

/// The help screens are those in `Snapshots/`. After a wanted change:
/// `for c in demo train pretrain evaluate predict inspect report compact analyze encode rebalance export import data bench sweep tune cv reproduce; do \
/// rectifier $c --help > Snapshots/$c.txt; done`
/// and `data preview` into `data-preview.txt`, and so on.
@Suite struct HelpTests {
  private let runner: CommandRunner

  init() throws { runner = try CommandRunner() }

  @Test(arguments: ["--help", "help", "-h"])
  func theOverview(arguments: String) throws {
    let result = try runner.run(arguments)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output == (try snapshot("rectifier")))
  }

  @Test(arguments: [
    "demo", "train", "pretrain", "evaluate", "predict", "inspect", "report", "compact", "analyze",
    "encode", "rebalance", "export", "import", "data", "data preview", "data info", "data verify",
    "data export", "bench", "sweep", "tune", "cv",
    "reproduce",
  ])
  func theCommands(name: String) throws {
    let result = try runner.run("\(name) --help")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output == (try snapshot(name.replacing(" ", with: "-"))))
    #expect(result.output.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test func theVersion() throws {
    let result = try runner.run("--version")
    #expect(result.status == 0)
    #expect(result.output == RectifierVersion.text + "\n")
  }

  private func snapshot(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try String(
      contentsOf: folder.appendingPathComponent("Snapshots/\(name).txt"), encoding: .utf8)
  }
}
