// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// What the records of figure 4's networks say, beside the paper's.
package struct Figure4Results: Equatable, Sendable {
  /// A network that has learned from so many labels.
  package struct Point: Equatable, Sendable {
    package let labelCount: Int
    /// Of the test part, at the rate with the lower validation error.
    package let errors: CountedRate
    /// The rate that was chosen; nil where it is not known.
    package let learningRate: Float?
    /// Exact zeros, the mean over hidden units and test samples, 0…1; nil where it is not known.
    package let zeroFraction: Double?
  }

  /// The networks of one kind, from the fewest labels on; those that are not done are left out.
  package struct Curve: Equatable, Sendable {
    package let activation: Activation
    package let isPretrained: Bool
    package let points: [Point]
  }

  /// A data set.
  package struct Panel: Equatable, Sendable {
    package let dataName: String
    package let data: String
    /// Rows of the training part.
    package let rowCount: Int
    /// From the fewest on, at most all.
    package let labelCounts: [Int]
    package let curves: [Curve]
  }

  package let panels: [Panel]
  package let trialCount: Int
  package let doneCount: Int
  package let divergedCount: Int

  package init(_ recipe: Figure4Recipe, given record: (Trial) -> TrialRecord?) throws(JSONError) {
    let points = try recipe.points()
    let records = points.flatMap(\.trials).compactMap(record)
    trialCount = points.reduce(0) { $0 + $1.trials.count }
    doneCount = records.count
    divergedCount = records.count { $0.divergence != nil }
    panels = recipe.panels.map { panel in
      Panel(
        dataName: panel.dataSet.name, data: panel.dataSet.data, rowCount: panel.rowCount,
        labelCounts: panel.labelCounts,
        curves: recipe.activations.flatMap { activation in
          [false, true].map { isPretrained in
            Curve(
              activation: activation, isPretrained: isPretrained,
              points: points.filter {
                $0.dataSet == panel.dataSet && $0.activation == activation
                  && $0.isPretrained == isPretrained
              }.compactMap { Point($0, given: record) })
          }
        })
    }
  }
}

extension Figure4Results.Point {
  /// Nil until all of the point's networks are done, and where all diverged.
  fileprivate init?(_ point: Figure4Recipe.Point, given record: (Trial) -> TrialRecord?) {
    guard let winner = point.trials.best(given: record).flatMap(record),
      let errors = winner.results?.errors
    else { return nil }
    self.init(
      labelCount: point.labelCount, errors: errors,
      learningRate: winner.trial.configuration.learningRate, zeroFraction: winner.zeroFraction)
  }
}

extension Figure4Results.Panel {
  /// The curve of a kind of network.
  package func curve(_ activation: Activation, isPretrained: Bool) -> Figure4Results.Curve? {
    curves.first { $0.activation == activation && $0.isPretrained == isPretrained }
  }

  /// A number of labels as a fraction of the training part, 0…1.
  package func fraction(of labelCount: Int) -> Double {
    Double(labelCount) / Double(rowCount)
  }
}

extension Figure4Results.Curve {
  /// The network that has learned from so many labels; nil for one that is not done.
  package func point(_ labelCount: Int) -> Figure4Results.Point? {
    points.first { $0.labelCount == labelCount }
  }

  /// As in legends and tables: `tanh, pre-trained`.
  package var name: String { activation.name + (isPretrained ? ", pre-trained" : "") }
}

extension Figure4Results {
  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "trialCount": JSONValue(trialCount),
      "doneCount": JSONValue(doneCount),
      "divergedCount": JSONValue(divergedCount),
      "panels": .array((panels + [Self.published]).map(\.json)),
    ]
  }
}

extension Figure4Results.Panel {
  fileprivate var json: JSONValue {
    ["data": .string(data), "curves": .array(curves.map { json(of: $0) })]
  }

  private func json(of curve: Figure4Results.Curve) -> JSONValue {
    [
      "activation": .string(curve.activation.name),
      "pretraining": .bool(curve.isPretrained),
      "points": .array(
        curve.points.map { point in
          let interval = point.errors.interval95
          return [
            "labelCount": JSONValue(point.labelCount),
            "labelFraction": JSONValue(fraction(of: point.labelCount)),
            "testErrorRate": JSONValue(point.errors.fraction),
            "interval95": .array([
              JSONValue(interval.lowerBound), JSONValue(interval.upperBound),
            ]),
            "learningRate": .optional(point.learningRate) { JSONValue($0) },
            "zeroFraction": .optional(point.zeroFraction) { JSONValue($0) },
          ]
        }),
    ]
  }
}
