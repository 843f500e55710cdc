// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How a model does on data, and what the precision of its weights has to do with it.
struct EvaluateReport {
  private let input: ModelInput
  private let precision: WeightPrecision
  private let evaluation: Evaluation
  private let includesTrainingRows: Bool
  /// The k of P@k and R@k that was asked for.
  private let rankingDepth: Int?
  /// Nil where float32 is what is evaluated.
  private let float32: (evaluation: Evaluation, difference: OutputDifference)?

  /// - Parameter rankingDepth: The k of P@k and R@k; nil where none was asked for.
  init(
    _ input: ModelInput, precision: WeightPrecision, rankingDepth: Int?, execution: Execution
  ) throws {
    self.input = input
    self.precision = precision
    self.rankingDepth = rankingDepth
    let (model, data) = (input.model, input.data)
    try rankingDepth.map { try Self.check(rankingDepth: $0, for: model) }
    evaluation = try Evaluation.evaluate(
      model, on: data, precision: precision,
      rankingDepth: max(rankingDepth ?? 1, LabelRanking.defaultDepth), execution: execution)
    includesTrainingRows = model.learned(from: try model.fitted(data))
    float32 =
      precision == .float32
      ? nil
      : (
        try Evaluation.evaluate(model, on: data, execution: execution),
        try model.outputDifference(by: precision, on: data, execution: execution)
      )
  }
}

/// How true labels rank.
extension EvaluateReport {
  /// Refuses a k for models without labels, and one that is beyond their number.
  private static func check(rankingDepth: Int, for model: Model) throws(ConfigurationError) {
    switch model.task {
    case .classification?, .multiLabel?: break
    case .ordinal?, .regression?, nil:
      throw .conflict(
        options: ["--k"], reason: "the model predicts numbers, which have no rank; leave out")
    }
    let labelCount = model.labels.count
    guard 1...labelCount ~= rankingDepth else {
      throw .invalidValue(
        option: "--k", expected: "a whole number from 1 to the model's \(labelCount) labels",
        found: "\(rankingDepth)")
    }
  }

  /// The ranking where it is shown: of sets of labels, of files that fastText reads, and wherever it
  /// was asked for.
  private var ranking: LabelRanking? {
    let isShown =
      input.format == .fasttext || rankingDepth != nil || input.model.task == .multiLabel
    return isShown ? evaluation.ranking : nil
  }

  private var rankingLines: [String] {
    guard let ranking, let rankingDepth, rankingDepth > 1 else { return [] }
    return MeasureText.lines(ranking, at: rankingDepth)
  }
}

/// For people.
extension EvaluateReport {
  var lines: [String] {
    let warning =
      includesTrainingRows
      ? ["caution     the model learned from these rows; on new ones it will do worse"] : []
    let notes = input.notes.map { "note        \($0)" }
    let measured =
      ["part        \(input.part.rawValue) of \(input.sourceName)"] + warning + notes
      + precisionLines
      + ResultText.lines(
        title: "result      ", errors: evaluation.errors, loss: evaluation.loss)
      + MeasureText.lines(evaluation.measures.merging(ranking?.measures ?? [:]) { $1 })
      + rankingLines + comparisonLines
      + LayerText.lines(
        zeroFraction: evaluation.zeroFraction, deadUnitCount: evaluation.deadUnitCount)
    if evaluation.confusion.isEmpty { return measured }
    return measured + [""]
      + ConfusionTable(labels: input.model.labels, confusion: evaluation.confusion).lines
  }

  private var precisionLines: [String] {
    precision == .float32 ? [] : ["weights     \(precision.rawValue)"]
  }

  /// What float32 gives, and how far it is away.
  private var comparisonLines: [String] {
    guard let float32 else { return [] }
    let difference = float32.difference
    let labels = difference.changedLabelCount.map { count in
      "\(NumberText.grouped(count)) changed label\(count == 1 ? "" : "s"), "
    }
    return ResultText.lines(
      title: "float32     ", errors: float32.evaluation.errors, loss: float32.evaluation.loss)
      + [
        "difference  \(changes(from: float32.evaluation))\(labels ?? "")"
          + "largest \(differenceName) \(NumberText.shortest(difference.largestDifference))"
      ]
  }

  /// `error +0.02 percentage points, loss -0.000100, `.
  private func changes(from before: Evaluation) -> String {
    let (new, old) = (evaluation.scored, before.scored)
    return new.kinds.compactMap { kind in
      guard let new = new[kind], let old = old[kind] else { return nil }
      return "\(kind.title) \(kind.text(change: new - old)), "
    }.joined()
  }

  private var differenceName: String {
    input.model.network.architecture.head.differenceName
  }
}

/// For programs.
extension EvaluateReport {
  var json: JSONValue {
    var document = evaluation.json
    if let ranking { document.set(ranking) }
    document["part"] = .string(input.part.rawValue)
    document["includesTrainingRows"] = .bool(includesTrainingRows)
    document["labels"] = JSONValue(input.model.labels)
    document["precision"] = .string(precision.rawValue)
    document["float32"] = .optional(float32) { float32 in
      [
        "errorRate": .optional(float32.evaluation.errorRate) { JSONValue($0) },
        "loss": JSONValue(float32.evaluation.loss),
        "changedOutputCount": JSONValue(float32.difference.changedOutputCount),
        "changedLabelCount": .optional(float32.difference.changedLabelCount) { JSONValue($0) },
        "largestDifference": JSONValue(float32.difference.largestDifference),
      ]
    }
    return .object(document)
  }
}
