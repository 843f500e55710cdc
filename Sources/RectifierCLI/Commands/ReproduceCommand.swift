// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles

struct ReproduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Runs an experiment of the paper again, and draws it beside the paper's.",
    usage: "rectifier reproduce <name> [<options>]",
    discussion: """
      figure1 and figure2 train nothing: they draw curves, and the paths that an input activates in \
      a small network. \
      figure3 trains rectifier networks on MNIST that differ in their L1 penalty, and draws their \
      test errors against their zeros. figure4 draws them against the number of labels, with and \
      without pre-training, on MNIST and glyphs, and sharpness against that of softplus, up to the \
      rectifier, on MNIST and norb-cluttered if it is found. table1 compares rectifier, tanh and \
      softplus, with and without pre-training, on those of mnist, cifar10, glyphs and norb-cluttered \
      that are found. table2 predicts ratings from reviews of restaurants, with 0, 1 and 3 hidden \
      layers, by ten folds, and amazon whether reviews of products are for them or against, in four \
      domains, with few labels and with all; both learn from data of their names in the catalog. advantages trains \
      networks of several activations, depths, rates and widths on MNIST and measures what the paper \
      claims of sparse codes. \
      Each network leaves a record in <out>/runs/<name>; one with a record is done, so a run that \
      was stopped goes on when it is started again. Figures are drawn from the records. report \
      makes <out>/REPORT.md, <out>/ADVANTAGES.md and all figures from the records that are there: the paper's numbers \
      beside ours.
      """)

  @Argument(
    help: ArgumentHelp(
      "What to run: figure1, figure2, figure3, figure4, sharpness, table1, table2, amazon, advantages or report."
    ))
  var name: String

  @Option(
    help: ArgumentHelp(
      "smoke: tiny networks on drawn digits or made-up reviews, in seconds; short: fewer networks or epochs; full: all "
        + "of them. (default: full)", valueName: "smoke|short|full"))
  var budget: String?

  @Option(
    help: ArgumentHelp(
      "The folder for records and figure. (default: Reproduction; for smoke and short "
        + "runs/reproduction-BUDGET)", valueName: "folder"))
  var out: String?

  @OptionGroup var data: DataFolderOption

  @OptionGroup var work: SweepOptions

  @Flag(
    help: "With report: write nothing, and fail where a file does not follow from the records.")
  var check = false

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    // The report is of all of them, so it is none of them.
    let names = Reproduction.allCases.map { (name: $0.rawValue, value: Optional($0)) }
    guard
      let reproduction = try TrainConfiguration.value(
        named: name, among: names + [(name: "report", value: nil)], option: "NAME")
    else { return try report() }
    if check { throw ConfigurationError.conflict(options: ["--check"], reason: "only for report") }
    guard reproduction.isTrained else { return try draw(reproduction) }
    let budget: ReproductionBudget? = try budget.map {
      try TrainConfiguration.value(named: $0, option: "--budget")
    }
    let parent = out ?? Reproduction.defaultFolder(budget ?? .full)
    let madeUp = try reproduction.makeData(budget ?? .full, below: parent)
    let plan = reproduction.plan(
      budget ?? .full, dataDirectory: madeUp ?? data.dataDir,
      environment: ProcessInfo.processInfo.environment)
    let path = reproduction.runsPath(in: parent)
    // No folder is made for networks that cannot be trained.
    if !Folder.exists(path) { _ = try plan.trials { _ in nil } }
    let folder = try SweepFolder(at: path)
    let figurePath = reproduction.figurePath(in: parent)
    _ = try work.run(
      plan.trials, in: folder,
      resuming: CommandLine.arguments.dropFirst().map(ShellWord.quoted).joined(separator: " ")
    ) { _ in
      let results = try reproduction.results(budget ?? .full, in: folder)
      if let svg = results.svg { try AtomicFile.write(svg, to: figurePath) }
    }
    try show(
      try reproduction.results(budget ?? .full, in: folder), figurePath: figurePath,
      leftOut: try reproduction.leftOut(of: plan, in: folder))
  }

  /// Draws what no network is trained for.
  private func draw(_ reproduction: Reproduction) throws {
    try refuseTrainingOptions("\(reproduction.rawValue) trains nothing")
    let parent = out ?? Reproduction.defaultFolder(.full)
    try Folder.create(parent)
    let results = try reproduction.results(.full, of: SweepResult(trials: [], records: []))
    let figurePath = reproduction.figurePath(in: parent)
    if let svg = results.svg { try AtomicFile.write(svg, to: figurePath) }
    try show(results, figurePath: figurePath, leftOut: [])
  }

  private func show(_ results: ReproductionResults, figurePath: String, leftOut: [Trial]) throws {
    if json { return try StandardOutput.writeDocument(results.json) }
    try StandardOutput.writeLines(
      ReproductionText.lines(results, figurePath: figurePath, leftOut: leftOut))
  }

  /// Makes the report, or compares it with what follows from the records.
  private func report() throws {
    try refuseTrainingOptions("report trains nothing")
    let folder = out ?? Reproduction.defaultFolder(.full)
    let report = try Report(ofRecordsIn: folder)
    if check { try report.check(in: folder) } else { try report.write(to: folder) }
    if json { return try StandardOutput.writeDocument(report.json) }
    try StandardOutput.writeLines(
      ReportText.lines(report, folder: folder, isChecked: check))
  }

  private func refuseTrainingOptions(_ reason: String) throws {
    let given =
      (budget == nil ? [] : ["--budget"]) + (data.dataDir == nil ? [] : ["--data-dir"])
      + (work.workers == nil ? [] : ["--workers"]) + (work.keepModels ? ["--keep-models"] : [])
      + (work.quiet ? ["--quiet"] : [])
    guard given.isEmpty else {
      throw ConfigurationError.conflict(options: given, reason: "\(reason); leave out")
    }
  }
}
