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
      figure3 trains rectifier networks on MNIST that differ in their L1 penalty, and draws their \
      test errors against their zeros. table1 compares rectifier, tanh and softplus, with and \
      without pre-training, on those of mnist, cifar10, glyphs and norb-cluttered that are found. \
      Each network leaves a record in <out>/runs/<name>; one with a record is done, so a run that \
      was stopped goes on when it is started again. Figures are drawn from the records.
      """)

  @Argument(help: ArgumentHelp("What to run: figure3 or table1."))
  var name: String

  @Option(
    help: ArgumentHelp(
      "smoke: tiny networks on drawn digits, in seconds; short: a tenth of the networks; full: all "
        + "of them. (default: full)", valueName: "smoke|short|full"))
  var budget: String?

  @Option(
    help: ArgumentHelp(
      "The folder for records and figure. (default: Reproduction; for smoke "
        + "runs/reproduction-smoke)", valueName: "folder"))
  var out: String?

  @OptionGroup var data: DataFolderOption

  @OptionGroup var work: SweepOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let reproduction = try TrainConfiguration.value(
      named: name, among: Reproduction.allCases.map { (name: $0.rawValue, value: $0) },
      option: "NAME")
    let budgets = ReproductionBudget.allCases.map { (name: $0.rawValue, value: $0) }
    let budget = try budget.map {
      try TrainConfiguration.value(named: $0, among: budgets, option: "--budget")
    }
    let parent = out ?? Reproduction.defaultFolder(budget ?? .full)
    let folder = try SweepFolder(at: reproduction.runsPath(in: parent))
    let plan = reproduction.plan(
      budget ?? .full, dataDirectory: data.dataDir,
      environment: ProcessInfo.processInfo.environment)
    let figurePath = reproduction.figurePath(in: parent)
    _ = try work.run(
      plan.trials, in: folder,
      resuming: CommandLine.arguments.dropFirst().map(ShellWord.quoted).joined(separator: " ")
    ) { _ in
      let results = try reproduction.results(budget ?? .full, in: folder)
      if let svg = results.svg { try AtomicFile.write(svg, to: figurePath) }
    }
    let results = try reproduction.results(budget ?? .full, in: folder)
    if json {
      try StandardOutput.writeDocument(results.json)
    } else {
      try StandardOutput.writeLines(
        ReproductionText.lines(results, figurePath: figurePath, missing: plan.missingData()))
    }
  }
}
