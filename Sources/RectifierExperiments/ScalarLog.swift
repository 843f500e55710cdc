// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierInterchange
import RectifierTraining

/// The epochs of a run as scalars for TensorBoard; a file is made when the first epoch ends.
package final class ScalarLog {
  private let folder: String
  private var file: ScalarFile?

  package init(folder: String) {
    self.folder = folder
  }

  /// Adds an epoch.
  ///
  /// - Parameter learningRate: That of the epoch's last step.
  package func append(_ report: EpochReport, learningRate: Float) throws {
    let file = try self.file ?? ScalarFile(folder: folder)
    self.file = file
    try file.append(Self.scalars(of: report, learningRate: learningRate), step: report.epoch)
  }

  /// What there is of: losses, error rates, other measures, zeros and dead units a layer, the
  /// learning rate, an adapted penalty, seconds.
  static func scalars(
    of report: EpochReport, learningRate: Float
  ) -> [(tag: String, value: Float)] {
    var scalars: [(tag: String, value: Double?)] = [
      ("loss/training", report.trainingLoss), ("loss/validation", report.validationLoss),
      ("errorRate/training", report.trainingErrorRate),
      ("errorRate/validation", report.validationErrorRate),
    ]
    for measure in Measure.allCases {
      scalars.append(
        ("\(measure.rawValue)/validation", report.validationMeasures?[measure]))
    }
    for (layer, fraction) in report.zeroFraction.enumerated() {
      scalars.append(("zeroFraction/hidden.\(layer)", fraction))
    }
    for (layer, count) in report.deadUnitCount.enumerated() {
      scalars.append(("deadUnitCount/hidden.\(layer)", Double(count)))
    }
    scalars.append(("learningRate", Double(learningRate)))
    scalars.append(("activationL1", report.activationL1.map { Double($0) }))
    scalars.append(("seconds/training", report.seconds))
    scalars.append(("seconds/evaluation", report.evaluationSeconds))
    return scalars.compactMap { tag, value in value.map { (tag, Float($0)) } }
  }
}
