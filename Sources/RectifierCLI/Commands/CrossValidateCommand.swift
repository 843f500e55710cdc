// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierExperiments

struct CrossValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cv",
    abstract: "Cross-validates: trains once for each fold without it, and tests on it.",
    usage: "rectifier cv <data> [--folds <n>] [<options>]",
    discussion: """
      The training part is divided into folds, of each class in proportion; of what is left to learn \
      from without a fold, some rows validate as in train. A test part of the data stays untouched. \
      Folds are networks of a sweep: run again with the same --out after a stop, those that are done \
      stay. All options of train are understood.
      """)

  @OptionGroup var options: TrainOptions

  @Option(help: ArgumentHelp("How many folds. (default: 10)", valueName: "n"))
  var folds: Int?

  @Option(
    help: ArgumentHelp(
      "The folder of the folds' records. (default: runs/NAME-cv-N)", valueName: "folder"))
  var out: String?

  @OptionGroup var work: SweepOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let configuration = try options.configuration(threadCount: nil)
    let plan = try CrossValidation.plan(configuration, foldCount: folds ?? 10)
    let trials = try plan.trials(place: "--folds")
    let path = out ?? SweepInput.nextFolder(of: configuration.data, kind: "cv")
    let folder = try SweepFolder(at: path)
    try folder.keep(plan)
    let result = CrossValidationResult(
      try work.run({ _ in trials }, in: folder, resuming: "sweep \(ShellWord.quoted(path))"))
    if json {
      try StandardOutput.writeDocument(result.json)
    } else {
      try StandardOutput.writeLines(CrossValidationText.lines(result))
    }
  }
}
