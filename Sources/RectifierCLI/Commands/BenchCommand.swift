// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierNetworks
import RectifierNumerics

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Times training and inference, and says how far they are from the machine's limit.",
    usage: "rectifier bench [<model> <data>] [<options>]",
    discussion: """
      Without a model it times a network with drawn weights, whose biases are chosen so that the \
      wanted fraction of its hidden units is exactly zero; with a model, that network with its own \
      zeros on its own data. Nothing is trained in earnest, and nothing is written but the SVG.
      """)

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String?

  @Argument(help: "The model's data, as for evaluate.")
  var data: String?

  @OptionGroup var options: BenchOptions

  @Option(
    help: ArgumentHelp(
      "How the weights that inference reads are stored; training is in float32. "
        + "(default: float32)", valueName: "float32|bfloat16"))
  var precision: String?

  @OptionGroup var choice: PartOptions

  @OptionGroup var pictures: PictureFlags

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  @Option(help: ArgumentHelp("Draw the times as SVG into this file.", valueName: "file"))
  var svg: String?

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    var recipe = try options.recipe(hasModel: model != nil)
    if let precision {
      recipe.precision = try WeightPrecision(named: precision, option: "--precision")
    }
    let execution = try Execution.requested(threadCount: nil, environment: environment)
    let source = try source(recipe, execution: execution, environment: environment)
    let output = TerminalOutput(isTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
    let draws = output.canRedraw && !quiet
    let result = try Bench(recipe, execution: execution).run(source) { done, count in
      if draws { output.redraw("measuring \(done + 1) of \(count)") }
    }
    if draws { output.clearLine() }
    if json {
      try StandardOutput.writeDocument(result.json)
    } else {
      try StandardOutput.writeLines(BenchText.lines(result))
    }
    if let svg { try AtomicFile.write(result.svg, to: svg) }
  }

  private func source(
    _ recipe: BenchRecipe, execution: Execution, environment: [String: String]
  ) throws -> Bench.Source {
    guard let model else {
      let given = [
        ("--data-dir", choice.folder.dataDir != nil), ("--part", choice.part != nil),
        ("--resize", pictures.resize), ("--invert", pictures.invert),
      ].filter(\.1).map(\.0)
      if given.isEmpty { return .synthetic }
      throw ConfigurationError.conflict(options: given, reason: "only with a model and its data")
    }
    guard let data else {
      throw ConfigurationError.invalidValue(
        option: "DATA", expected: "the data that the model is timed on", found: "nothing")
    }
    let input = try ModelInput(
      modelPath: model, data: data, choice: choice, pictures: pictures, needsClasses: true,
      execution: execution, environment: environment)
    return .model(input.model, data: input.data)
  }
}

/// What a bench measures; nil where an option was not given.
struct BenchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Widths of the synthetic network's hidden layers. (default: 1000,1000,1000)",
      valueName: "n,…"))
  var hidden: String?

  @Option(
    help: ArgumentHelp(
      "Fractions of the synthetic network's hidden units that are zero. "
        + "(default: 0,0.5,0.8,0.9,0.95,0.99)", valueName: "x,…"))
  var zeros: String?

  @Option(
    help: ArgumentHelp(
      "The fraction of the synthetic inputs that are zero. (default: 0)", valueName: "x"))
  var inputZeros: String?

  @Option(help: ArgumentHelp("Samples a batch. (default: 1,10,32,128,512)", valueName: "n,…"))
  var batchSizes: String?

  @Option(
    help: ArgumentHelp(
      "Threads to work on; all stands for the processors. (default: 1,all)", valueName: "n,…"))
  var threads: String?

  @Option(
    help: ArgumentHelp(
      "Seconds for all measurements together; each takes three rounds at least. (default: 60)",
      valueName: "seconds"))
  var budget: Double?

  /// What was asked for, checked.
  func recipe(hasModel: Bool) throws -> BenchRecipe {
    let given = [
      ("--hidden", hidden != nil), ("--zeros", zeros != nil), ("--input-zeros", inputZeros != nil),
    ].filter(\.1).map(\.0)
    guard given.isEmpty || !hasModel else {
      throw ConfigurationError.conflict(
        options: given, reason: "only without a model, which has its own; leave out")
    }
    var recipe = BenchRecipe()
    if let hidden { recipe.hiddenWidths = try TrainConfiguration.hiddenWidths(parsing: hidden) }
    if let zeros { recipe.zeroFractions = try BenchRecipe.zeroFractions(parsing: zeros) }
    if let inputZeros {
      recipe.inputZeroFraction = try BenchRecipe.inputZeroFraction(parsing: inputZeros)
    }
    if let batchSizes { recipe.batchSizes = try BenchRecipe.batchSizes(parsing: batchSizes) }
    if let threads { recipe.threadCounts = try BenchRecipe.threadCounts(parsing: threads) }
    recipe.budgetSeconds = budget ?? recipe.budgetSeconds
    try recipe.check()
    return recipe
  }
}
