// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// What `inspect` shows of a model.
struct ModelDescription {
  let model: Model

  init(_ model: Model) {
    self.model = model
  }

  private var architecture: Architecture { model.network.architecture }
  private var facts: TrainingFacts { model.facts }

  var lines: [String] {
    let parameterBytes = architecture.parameterCount * MemoryLayout<Float>.size
    let image = model.imageShape.map { "images of \($0)" } ?? "features"
    return [
      "network     \(ArchitectureText.line(architecture))",
      "parameters  \(NumberText.grouped(architecture.parameterCount))"
        + " (\(ByteCount.text(parameterBytes)))",
      "input       \(image), divided by \(NumberText.shortest(model.preprocessing.divisor))",
      "output      \(architecture.head.name) of \(architecture.head.outputCount)"
        + (model.labels.isEmpty ? "" : ": \(labelText)"),
    ] + taskLines + trainingLines + compactionLines
  }

  /// The labels, the middle ones left out where there are many.
  private var labelText: String {
    model.labels.count <= 12
      ? model.labels.joined(separator: ", ")
      : (model.labels.prefix(10) + ["…", model.labels[model.labels.count - 1]])
        .joined(separator: ", ")
  }

  /// What outputs mean, where that is more than one class a sample.
  private var taskLines: [String] {
    switch model.task {
    case .classification, nil: []
    case .multiLabel: ["task        any number of labels a sample"]
    case .ordinal(let levels):
      [
        "task        ordinal: levels "
          + levels.map { NumberText.shortest(Float($0)) }.joined(separator: ", ")
      ]
    case .regression(let mean, let deviation):
      [
        "task        regression: mean \(NumberText.shortest(mean)), deviation"
          + " \(NumberText.shortest(deviation))"
      ]
    }
  }

  /// What was done after training, of which the lines of training know nothing.
  private var compactionLines: [String] {
    model.compactions.map { compaction in
      let widths = compaction.hiddenWidths.map(\.description).joined(separator: "-")
      return "compacted   after that, from \(widths) hidden units"
        + (compaction.isReordered ? ", ordered by firing rate" : "")
        + ", on \(DataText.line(compaction.calibration))"
    }
  }

  private var trainingLines: [String] {
    guard facts.epoch > 0 else { return ["training    none"] }
    let error = facts.validationErrorRate.map { "error \(NumberText.percent($0)), " } ?? ""
    let loss = facts.validationLoss.map { "loss \(NumberText.fixed($0, decimals: 4))" } ?? ""
    let options = facts.options
    let penalties = options.activationL1.map(NumberText.shortest).joined(separator: ",")
    return [
      "epoch       \(facts.epoch) of \(options.epochCount)",
      "validation  \(error)\(loss)" + MeasureText.suffix(facts.validationMeasures ?? [:]),
    ]
      + (model.compactions.isEmpty ? [] : ["            before it was compacted:"])
      + LayerText.lines(zeroFraction: facts.zeroFraction, deadUnitCount: facts.deadUnitCount) + [
        "options     \(OptimizerText.line(options)), batch size \(options.batchSize),"
          + (options.epochSampleCount.map { " \(NumberText.grouped($0)) samples an epoch," } ?? "")
          + " patience \(options.patience), seed \(options.seed.value)"
          + (penalties.isEmpty ? "" : ", activation L1 \(penalties)")
          + targetText
          + (options.weightL2 == 0 ? "" : ", weight L2 \(NumberText.shortest(options.weightL2))")
          + (options.corruption == .none ? "" : ", corruption \(options.corruption)")
          + Self.text(options.dropout) + weightText + (options.tiesWeights ? ", tied weights" : ""),
        "trained on  \(DataText.line(facts.training))",
        "chosen on   \(DataText.line(facts.validation))",
      ]
  }
}

extension ModelDescription {
  /// `, adapted to 2.3e-05 for 85.0 % zeros`; empty without a target.
  private var targetText: String {
    guard let target = facts.options.targetZeros, let found = facts.activationL1 else { return "" }
    return ", adapted to \(NumberText.rounded(found)) for"
      + " \(NumberText.percent(Double(target), decimals: 1)) zeros"
  }

  /// `, class weights 0.5,2`; empty without.
  private var weightText: String {
    let weights = facts.options.classWeights.map(NumberText.shortest).joined(separator: ",")
    return weights.isEmpty ? "" : ", class weights \(weights)"
  }

  /// `, input dropout 0.2, dropout 0.5,0.5`; empty without dropout.
  private static func text(_ dropout: Dropout) -> String {
    let hidden = dropout.hidden.map(NumberText.shortest).joined(separator: ",")
    return (dropout.input == 0 ? "" : ", input dropout \(NumberText.shortest(dropout.input))")
      + (hidden.isEmpty ? "" : ", dropout \(hidden)")
  }
}

/// How steps are taken, on one line: `momentum 0.9 (Nesterov), learning rate 0.01, cosine schedule`.
enum OptimizerText {
  static func line(_ options: TrainingOptions) -> String {
    var line = options.optimizer.name
    if case .momentum(let coefficient, let isNesterov) = options.optimizer {
      line += " \(NumberText.shortest(coefficient))" + (isNesterov ? " (Nesterov)" : "")
    }
    line += ", learning rate \(NumberText.shortest(options.learningRate))"
    return line + (options.schedule == .constant ? "" : ", \(options.schedule.name) schedule")
  }
}

/// Data that were used, on one line: `50 000 rows, crc32:8d1f9c02`.
enum DataText {
  static func line(_ facts: DataFacts) -> String {
    "\(NumberText.grouped(facts.rowCount)) rows, \(facts.checksum)"
  }
}
