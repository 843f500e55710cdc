// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The one number by which models of a task compare, wherever they do: epochs of a run, networks of a
/// sweep, folds, a model before and after. Less is better.
public enum TaskScore: String, CaseIterable, Sendable {
  /// Of classes: wrong predictions, 0…1.
  case errorRate
  /// Of classes that are weighed: the same with their weights, 0…1.
  case weightedErrorRate
  /// Of levels and of real numbers, in their own units.
  case rootMeanSquareError = "rmse"
  /// Of sets of labels, and of reals that stand for themselves: a mean over samples.
  case loss

  /// What people call it.
  public var title: String {
    switch self {
    case .errorRate: "error"
    case .weightedErrorRate: "weighted error"
    case .rootMeanSquareError: Measure.rootMeanSquareError.title
    case .loss: "loss"
    }
  }

  /// Whether it is a fraction of samples.
  public var isRate: Bool { self == .errorRate || self == .weightedErrorRate }
}
