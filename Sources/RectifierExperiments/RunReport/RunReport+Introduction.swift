// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierPlots
import RectifierTraining

extension RunReport {
  /// What the run is, whether it is finished, and its headline numbers.
  var introduction: [HTML] {
    [.paragraph(lead, class: "lead")] + (unfinished.map { [.paragraph($0, class: "note")] } ?? [])
      + [TileList(tiles).html]
  }

  private var lead: String {
    let architecture = ArchitectureText.line(model.network.architecture)
    let rows = NumberText.grouped(model.facts.training.rowCount)
    return "A network of \(architecture), which learned \(taskText) from \(rows) rows of"
      + " \(record.configuration.data)."
  }

  private var taskText: String {
    let count = NumberText.grouped(model.labels.count)
    switch model.task {
    case .classification: return "\(count) classes"
    case .multiLabel: return "\(count) labels, any number a row,"
    case .ordinal(let levels):
      let ends = [levels.first, levels.last].compactMap { $0 }.map {
        NumberText.significant($0, digits: 5)
      }
      return "\(levels.count) levels from \(ends.joined(separator: " to "))"
    case .regression: return "a real number"
    case nil: return "\(NumberText.grouped(model.network.architecture.head.outputCount)) reals"
    }
  }

  /// What a reader has to know of a run that has not ended as it should.
  private var unfinished: String? {
    guard !record.isFinished else { return nil }
    let failure = record.failure.map { ": \($0)" } ?? ""
    return "The run is not finished (\(record.status.rawValue)\(failure)). After"
      + " \(contents.metrics.rows.count) of \(record.configuration.epochCount) epochs, this is the"
      + " model of epoch \(model.facts.epoch), the best so far."
  }

  private var tiles: [TileList.Tile] {
    let architecture = model.network.architecture
    let epochs = contents.metrics.rows.count
    let widths = architecture.hiddenWidths
    let zeros = zip(zeroFraction, widths).reduce(0) { $0 + $1.0 * Double($1.1) }
    let hidden: [TileList.Tile] =
      widths.isEmpty || zeroFraction.count != widths.count
      ? []
      : [
        TileList.Tile(
          "Exact zeros",
          NumberText.percent(zeros / Double(widths.reduce(0, +)), decimals: 1),
          "hidden layers: "
            + zeroFraction.map { NumberText.percent($0, decimals: 1) }.joined(separator: ", "))
      ]
    return scoreTiles + hidden + [
      TileList.Tile("Parameters", NumberText.grouped(architecture.parameterCount)),
      TileList.Tile(
        "Best epoch", "\(model.facts.epoch)", epochs > 0 ? "of \(epochs)" : ""),
    ] + secondsTile
  }

  private var secondsTile: [TileList.Tile] {
    let seconds = contents.metrics.values(of: "seconds").compactMap { $0 }
    guard !seconds.isEmpty else { return [] }
    let mean = seconds.reduce(0, +) / Double(seconds.count)
    return [
      TileList.Tile(
        "Training an epoch", NumberText.duration(seconds: mean),
        "\(record.threadCount) \(record.threadCount == 1 ? "thread" : "threads"),"
          + " \(record.instructionSet.rawValue)")
    ]
  }

  /// Error, measures and loss: as the run measured them, else on the data, else of the best epoch's
  /// validation.
  private var scoreTiles: [TileList.Tile] {
    if let results = record.results {
      return Self.tiles(
        results.part.rawValue, errors: results.errors, measures: results.measures,
        loss: results.loss)
    }
    if let measurements {
      let evaluation = measurements.evaluation
      return Self.tiles(
        measurements.part.rawValue, errors: evaluation.errors, measures: evaluation.measures,
        loss: evaluation.loss)
    }
    let facts = model.facts
    return [
      facts.validationErrorRate.map { .init("Validation error", NumberText.percent($0)) },
      facts.validationLoss.map {
        .init("Validation loss", NumberText.fixed($0, decimals: 4))
      },
    ].compactMap { $0 }
  }

  private static func tiles(
    _ part: String, errors: CountedRate?, measures: [Measure: Estimate], loss: Double
  ) -> [TileList.Tile] {
    let part = part.prefix(1).uppercased() + part.dropFirst()
    let error = errors.map { errors in
      TileList.Tile(
        "\(part) error", NumberText.percent(errors.fraction),
        "\(NumberText.grouped(errors.count)) of \(NumberText.grouped(errors.sampleCount)); 95 %:"
          + " \(NumberText.percentRange(errors.interval95, decimals: 2))")
    }
    let others = Measure.allCases.compactMap { measure in
      measures[measure].map { estimate in
        TileList.Tile(
          "\(part) \(measure.title)", measure.text(estimate.value),
          estimate.interval95.map { "95 %: \(measure.text($0))" } ?? "")
      }
    }
    return [error].compactMap { $0 } + others
      + [TileList.Tile("\(part) loss", NumberText.fixed(loss, decimals: 4))]
  }

  /// Of each hidden layer, on the rows of the headline numbers.
  var zeroFraction: [Double] {
    record.results?.zeroFraction ?? measurements?.evaluation.zeroFraction
      ?? model.facts.zeroFraction
  }

  /// Likewise.
  var deadUnitCount: [Int] {
    record.results?.deadUnitCount ?? measurements?.evaluation.deadUnitCount
      ?? model.facts.deadUnitCount
  }
}
