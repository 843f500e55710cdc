// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierNetworks

/// What the records of softplus networks of growing sharpness say, beside the paper's.
package struct SharpnessResults: Equatable, Sendable {
  /// The networks of one activation on one data set.
  package struct Point: Equatable, Sendable {
    package let activation: Activation
    /// The rate that was chosen; nil until it is, and where all networks diverged.
    package let learningRate: Float?
    /// Of the networks at that rate, seed by seed, 0…1.
    package let testErrorRates: [Double]
    /// The mean over those networks' hidden units and test samples, 0…1; nil where there is none.
    package let zeroFraction: Double?
    /// Of all networks of the point that are known yet, those that chose the rate too.
    package let trialCount: Int
    package let doneCount: Int
    package let divergedCount: Int
  }

  /// One data set, from the smallest α to the rectifier.
  package struct Curve: Equatable, Sendable {
    package let dataName: String
    package let data: String
    package let points: [Point]
  }

  package let curves: [Curve]

  package init(_ recipe: SharpnessRecipe, given record: (Trial) -> TrialRecord?) throws(JSONError) {
    let cells = try recipe.cells(given: record)
    curves = recipe.dataSets.map { dataSet in
      Curve(
        dataName: dataSet.name, data: dataSet.data,
        points: cells.filter { $0.dataSet == dataSet }.map { Point($0, given: record) })
    }
  }
}

extension SharpnessResults.Point {
  fileprivate init(_ cell: SharpnessRecipe.Cell, given record: (Trial) -> TrialRecord?) {
    let networks = cell.networks.compactMap(record)
    let trials = cell.selection + cell.networks.dropFirst()
    let done = trials.compactMap(record)
    activation = cell.activation
    learningRate = cell.networks.first?.configuration.learningRate
    testErrorRates = networks.compactMap { $0.results?.testErrorRate }
    zeroFraction = SampleMoments(networks.compactMap(\.zeroFraction))?.mean
    trialCount = trials.count
    doneCount = done.count
    divergedCount = done.count { $0.divergence != nil }
  }

  /// α; nil for the rectifier, whose α is infinite.
  package var sharpness: Float? {
    if case .softplus(let sharpness) = activation { sharpness } else { nil }
  }

  /// Of the test errors, 0…1; nil where there is no network.
  package var errorMoments: SampleMoments? { SampleMoments(testErrorRates) }
}

extension SharpnessResults {
  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    ["curves": .array(curves.map(\.json))]
  }
}

extension SharpnessResults.Curve {
  /// Networks that are done, of all that are known yet.
  package var doneCount: Int { points.reduce(0) { $0 + $1.doneCount } }

  fileprivate var json: JSONValue {
    ["data": .string(data), "points": .array(points.map(\.json))]
  }
}

extension SharpnessResults.Point {
  fileprivate var json: JSONValue {
    [
      "activation": .string(activation.name),
      "sharpness": .optional(sharpness) { JSONValue($0) },
      "learningRate": .optional(learningRate) { JSONValue($0) },
      "networkCount": JSONValue(testErrorRates.count),
      "testErrorRate": .optional(errorMoments) { JSONValue($0.mean) },
      "standardDeviation": .optional(errorMoments?.standardDeviation) { JSONValue($0) },
      "zeroFraction": .optional(zeroFraction) { JSONValue($0) },
      "trialCount": JSONValue(trialCount),
      "doneCount": JSONValue(doneCount),
      "divergedCount": JSONValue(divergedCount),
      "publishedData": .string(SharpnessResults.publishedName),
      "publishedTestErrorRate": .optional(SharpnessResults.published(activation)) {
        JSONValue($0)
      },
    ]
  }
}
