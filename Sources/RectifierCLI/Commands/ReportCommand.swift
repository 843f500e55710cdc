// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes one HTML page about a run: curves, units, confusions, worst rows.",
    usage: "rectifier report <run> [<options>]",
    discussion: """
      The page holds all that it shows and opens in any browser. The data are found by the run's \
      record; where they are not there any more, the page says what it leaves out.
      """)

  @Argument(
    help: ArgumentHelp("The folder of a run of train, finished or not.", valueName: "run"))
  var runFolder: String

  @Option(
    help: ArgumentHelp("Write the page to this file. (default: RUN/report.html)", valueName: "file")
  )
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Where the data of the run lie now. (default: where run.json says)", valueName: "data"))
  var data: String?

  @OptionGroup var folder: DataFolderOption

  @Flag(help: "Read no data: the page has what the run folder says alone.")
  var modelOnly = false

  @OptionGroup var execution: ExecutionOptions

  func run() throws {
    try checkOptions()
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let contents = try RunContents(contentsOf: runFolder)
    let data =
      modelOnly
      ? RunReportData.absent(reason: "it was made with --model-only")
      : try RunReportData.find(
        for: contents, in: RunReportData.Place(data: data, dataDirectory: folder.dataDir),
        environment: environment, execution: execution)
    let report = try RunReport(contents, data: data, execution: execution)
    let path = out ?? PathName.join(runFolder, RunReport.fileName)
    let text = report.text
    try AtomicFile.write(text, to: path)
    if case .absent(let reason) = data {
      _ = writeAll("note: without the data: \(reason)\n", to: STDERR_FILENO)
    }
    try StandardOutput.writeLine(
      "Written: \(PathName.quoted(path)), \(ByteCount.text(text.utf8.count)).")
  }

  private func checkOptions() throws(ConfigurationError) {
    let places = [("--data", data != nil), ("--data-dir", folder.dataDir != nil)].filter(\.1)
    guard modelOnly, !places.isEmpty else { return }
    throw .conflict(
      options: ["--model-only"] + places.map(\.0),
      reason: "no data are read; leave one of them out")
  }
}
