// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why a search found nothing.
package enum TuneError: Error, Equatable, Sendable {
  /// The time was over before the first epoch of any network.
  case noTime(seconds: Double)
  /// No network that was trained came to a result.
  case allDiverged(count: Int)
  /// The task is not scored by the metric that was asked for.
  case noMetric(TrialMetric, own: TrialMetric)
}

extension TuneError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noTime(let seconds):
      "--time: expected time for at least one epoch, found \(NumberText.duration(seconds: seconds)),"
        + " which were over before; give more, or fewer rows with --train-samples"
    case .allDiverged(let count):
      "tuning: all \(count) networks diverged; leave --learning-rate out, or give a smaller one"
    case .noMetric(let metric, let own):
      "--metric: expected what the task is scored by, \(own.name), found \(metric.name); leave out for"
        + " that"
    }
  }
}
