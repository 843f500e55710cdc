// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierTraining

/// What `train` says before the first epoch.
enum TrainingIntroduction {
  static func lines(_ start: TrainingStart, session: TrainingSession) -> [String] {
    let threads = session.execution.threadCount
    var lines = dataLines(start)
    lines[1] +=
      "; \(session.execution.instructionSet.rawValue), \(threads)"
      + (threads == 1 ? " thread" : " threads")
    if start.completedEpochCount > 0 {
      lines.append("going on after epoch \(start.completedEpochCount) in \(session.folder.path)")
    } else {
      lines.append("writing to \(session.folder.path)")
    }
    let options = session.record.configuration.trainingOptions
    if options.touchesEveryRow {
      let reason = options.optimizer.momentCount > 0 ? options.optimizer.name : "weight L2"
      lines.append(
        "with \(reason) each step changes every weight row, so zeros in the input save less than"
          + " under plain sgd")
    }
    return lines
  }

  /// The data and the network.
  static func dataLines(_ start: TrainingStart) -> [String] {
    let architecture = start.architecture
    let test = start.testCount.map { ", test \(NumberText.grouped($0))" } ?? ""
    let caution = start.brightness.flatMap { brightness in
      brightness > 0.5
        ? "caution: the images are bright, \(NumberText.fixed(brightness, decimals: 2)) of white in"
          + " the mean; networks learn bright ink on black better: invert pictures with --invert"
        : nil
    }
    return [
      "\(start.sourceName): \(NumberText.grouped(start.trainingCount)) samples to learn from,"
        + " validation \(NumberText.grouped(start.validationCount))\(test)",
      "\(ArchitectureText.line(architecture)):"
        + " \(NumberText.grouped(architecture.parameterCount)) parameters",
    ] + (start.encoding.map { [EncodingText.line($0)] } ?? []) + start.notes.map { "note: \($0)" }
      + (caution.map { [$0] } ?? [])
  }
}

/// What `train` says at the end.
enum TrainingSummary {
  static func lines(_ results: TrainingResults, session: TrainingSession) -> [String] {
    let validation = [
      results.validationErrorRate.map { " error \(NumberText.percent($0))" } ?? "",
      MeasureText.suffix(results.validationMeasures),
    ].joined()
    var lines =
      ResultText.lines(
        title: ResultText.title(results.part.rawValue), errors: results.errors,
        loss: results.loss)
      + MeasureText.lines(results.measures)
      + [
        "best epoch  \(results.bestEpoch) of \(results.epochCount)"
          + (validation.isEmpty ? "" : ", validation\(validation)")
      ]
    lines += LayerText.lines(
      zeroFraction: results.zeroFraction, deadUnitCount: results.deadUnitCount)
    lines +=
      results.zeroTarget.map { [ZeroTargetText.line($0, bestEpoch: results.bestEpoch)] } ?? []
    lines += ["model       \(session.folder.modelPath)", "", "Try next:"]
    lines += next(results, session: session).map { "  rectifier " + $0 }
    return lines
  }

  /// Commands that go on from here, as they can be typed.
  private static func next(_ results: TrainingResults, session: TrainingSession) -> [String] {
    let configuration = session.record.configuration
    let model = ShellWord.quoted(session.folder.modelPath)
    let folder = configuration.dataDirectory.map { " --data-dir \(ShellWord.quoted($0))" } ?? ""
    let pictures =
      (configuration.resize == nil ? "" : " --resize") + (configuration.inverts ? " --invert" : "")
    // What has no test part would be measured on the rows that were learned from.
    let test = results.part == .test ? configuration.test ?? configuration.data : nil
    let source = ShellWord.quoted(test ?? configuration.data)
    // Numbers have no probabilities.
    let hasLabels = results.errorRate != nil || results.measures[.microF1] != nil
    let probabilities = hasLabels ? " --probabilities" : ""
    return (test == nil ? [] : ["evaluate \(model) \(source)\(folder)\(pictures)"]) + [
      "predict \(model) \(source)\(folder)\(pictures)\(probabilities)", "inspect \(model)",
    ]
  }
}

/// Error and loss on some data.
enum ResultText {
  /// A name as lines of results begin with it: twelve columns, or a blank behind a longer one.
  static func title(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 12 - name.count))
  }

  /// `test        error 1.62 % (162 of 10 000, 95 % interval 1.39 … 1.89 %), loss 0.0712`.
  static func lines(
    title: String, errors: CountedRate?, loss: Double
  ) -> [String] {
    let error = errors.map { errors in
      "error \(NumberText.percent(errors.fraction)) (\(NumberText.grouped(errors.count)) of"
        + " \(NumberText.grouped(errors.sampleCount)), 95 % interval"
        + " \(NumberText.percentRange(errors.interval95, decimals: 2))), "
    }
    return ["\(title)\(error ?? "")loss \(NumberText.fixed(loss, decimals: 4))"]
  }
}

/// What is measured of each hidden layer.
enum LayerText {
  static func lines(zeroFraction: [Double], deadUnitCount: [Int]) -> [String] {
    zip(zeroFraction, deadUnitCount).enumerated().map { layer, measured in
      "hidden.\(layer)    \(NumberText.percent(measured.0, decimals: 1)) zeros,"
        + " \(NumberText.grouped(measured.1)) dead unit\(measured.1 == 1 ? "" : "s")"
    }
  }
}

/// What `train --json` prints.
enum TrainingDocument {
  static func json(_ results: TrainingResults, session: TrainingSession) -> JSONValue {
    var document = results.json
    document["threads"] = JSONValue(session.record.threadCount)
    document["instructionSet"] = .string(session.record.instructionSet.rawValue)
    document["run"] = .string(session.folder.path)
    document["model"] = .string(session.folder.modelPath)
    return .object(document)
  }
}
