// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierTraining

/// What `analyze` found of several models, side by side.
struct AnalysisReport {
  /// A model with what was measured of it.
  struct Measured {
    /// What the user calls it.
    let name: String
    let model: Model
    let analysis: Analysis
    /// Whether the model learned from the rows.
    let includesTrainingRows: Bool
  }

  let measured: [Measured]
  let sourceName: String
  let part: Part
  /// What is worth knowing about the rows of a file.
  let notes: [String]
}

/// For people.
extension AnalysisReport {
  var lines: [String] {
    let count = measured.first?.analysis.sampleCount ?? 0
    var lines = [
      "part        \(part.rawValue) of \(sourceName): \(NumberText.grouped(count))"
        + " row\(count == 1 ? "" : "s")"
    ]
    for measured in measured where measured.includesTrainingRows {
      lines.append(
        "caution     \(measured.name) learned from these rows; on new ones it will differ")
    }
    lines += notes.map { "note        \($0)" }
    if measured.allSatisfy({ $0.analysis.evaluation?.errors == nil }) {
      lines.append("note        without classes, separability and robustness are not measured")
    }
    lines += [""] + table("Models") { Self.models($0) }
    lines += table(ZerosText.title) { measured in
      measured.analysis.zeros.map { ZerosText.column($0, labels: measured.model.labels) }
    }
    lines += table(VariableSizeText.title) { measured in
      measured.analysis.variableSize.map {
        VariableSizeText.column($0, labels: measured.model.labels)
      }
    }
    lines += table(DisentanglingText.title) {
      $0.analysis.disentangling.map(DisentanglingText.column)
    }
    lines += table(SeparabilityText.title) { $0.analysis.separability.map(SeparabilityText.column) }
    lines += table(RobustnessText.title) { $0.analysis.robustness.map(RobustnessText.column) }
    lines += table(StorageText.title) { $0.analysis.storage.map(StorageText.column) }
    lines += table(GradientFlowText.title) { $0.analysis.gradientFlow.map(GradientFlowText.column) }
    lines += table(BoundsText.title) { $0.analysis.bounds.map(BoundsText.column) }
    lines += table(LinearityText.title) { $0.analysis.linearity.map(LinearityText.column) }
    return lines + ["In brackets: the 95 % interval."]
  }

  /// A table and an empty line; nothing where no model has anything to say.
  private func table(_ title: String, _ column: (Measured) -> [AnalysisRow]?) -> [String] {
    let columns = measured.map(column)
    guard columns.contains(where: { $0 != nil }) else { return [] }
    return AnalysisTable.lines(
      title, names: measured.map(\.name), columns: columns.map { $0 ?? [] }) + [""]
  }

  private static func models(_ measured: Measured) -> [AnalysisRow] {
    let evaluation = measured.analysis.evaluation
    let error = evaluation?.errors.map { EstimateText.percent(Estimate($0), decimals: 2) }
    let loss = evaluation.map { NumberText.fixed($0.loss, decimals: 4) }
    return [
      AnalysisRow("network", ArchitectureText.line(measured.model.network.architecture)),
      AnalysisRow("error", error ?? "none"), AnalysisRow("loss", loss ?? "none"),
    ]
  }
}

/// For programs.
extension AnalysisReport {
  var json: JSONValue {
    [
      "part": .string(part.rawValue),
      "models": .array(
        measured.map { measured in
          var object = measured.analysis.json
          object["model"] = .string(measured.name)
          object["labels"] = JSONValue(measured.model.labels)
          object["includesTrainingRows"] = .bool(measured.includesTrainingRows)
          return .object(object)
        }),
    ]
  }
}
