// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What tasks are scored by beside loss and error rate, in the order in which it is shown.
public enum Measure: String, CaseIterable, Hashable, Codable, CodingKeyRepresentable, Sendable {
  /// √(mean (y − ŷ)²), in the units of y.
  case rootMeanSquareError = "rmse"
  /// mean |y − ŷ|, in the units of y.
  case meanAbsoluteError = "mae"
  /// R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)², ȳ the mean of the samples scored; not there where all y are
  /// equal.
  case determination = "r2"
  /// 2 TP / (2 TP + FP + FN) over all labels of all samples; 0 where there are none.
  case microF1
  /// The mean of the labels' own F1, each 0 where it is neither true nor predicted. Without interval.
  case macroF1
  /// The fraction of samples whose predicted labels are exactly the true ones.
  case subsetAccuracy
  /// The fraction of samples whose first label is a true one: see ``LabelRanking``.
  case precisionAt1
  /// The fraction of true labels that are their sample's first one: see ``LabelRanking``.
  case recallAt1
  /// Σ w[c]·wrong[c] / Σ w[c]·samples[c], 0…1, with the weights of the classes that the model was
  /// trained with.
  case weightedErrorRate

  /// What people call it.
  public var title: String {
    switch self {
    case .rootMeanSquareError: "RMSE"
    case .meanAbsoluteError: "MAE"
    case .determination: "R²"
    case .microF1: "micro F1"
    case .macroF1: "macro F1"
    case .subsetAccuracy: "exact match"
    case .precisionAt1: "P@1"
    case .recallAt1: "R@1"
    case .weightedErrorRate: "weighted"
    }
  }

  /// The key of what was measured on the validation part: `validationRMSE`.
  package var validationKey: String {
    switch self {
    case .rootMeanSquareError, .meanAbsoluteError, .determination:
      "validation" + rawValue.uppercased()
    default: "validation" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}
