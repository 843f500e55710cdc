// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierTraining

/// What the records of table 2's networks say, beside the paper's.
package struct Table2Results: Equatable, Sendable {
  /// A row of the table: one kind of network, trained for every fold.
  package struct Cell: Equatable, Sendable {
    package let network: ReviewNetwork
    package let outcome: ReviewOutcome
  }

  package let cells: [Cell]

  package init(_ recipe: Table2Recipe, given record: (Trial) -> TrialRecord?) throws {
    cells = try recipe.cells(given: record).map {
      Cell(network: $0.network, outcome: ReviewOutcome($0.trials, given: record))
    }
  }

  /// The cell of a network; nil where the recipe has none.
  package func cell(_ network: ReviewNetwork) -> Cell? {
    cells.first { $0.network == network }
  }
}

extension Table2Results.Cell {
  /// Of each fold, √(mean (y − ŷ)²) in stars; nil for a fold that is not done.
  package var foldErrors: [Double?] {
    outcome.networks.map { $0?.results?.measures[.rootMeanSquareError]?.value }
  }

  /// Of the folds' errors, in stars; nil where there is none.
  package var errorMoments: SampleMoments? { SampleMoments(foldErrors.compactMap { $0 }) }

  /// Exact zeros of the hidden units on each fold's test part, 0…1; nil without hidden layers.
  package var zeroMoments: SampleMoments? {
    SampleMoments(outcome.networks.compactMap { $0?.zeroFraction })
  }
}

extension Table2Results {
  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "cells": .array(cells.map(json(of:))),
      "comparisons": .array(comparisons.map(\.json)),
    ]
  }

  private func json(of cell: Cell) -> JSONValue {
    let network = cell.network
    let published = Self.published(network)
    return [
      "hiddenLayerCount": JSONValue(network.layerCount),
      "activation": network.layerCount == 0 ? .null : .string(network.activation.name),
      "pretraining": .bool(network.isPretrained),
      "isComplete": .bool(cell.outcome.isComplete),
      "doneCount": JSONValue(cell.outcome.doneCount),
      "divergedCount": JSONValue(cell.outcome.divergedCount),
      "learningRate": .optional(cell.outcome.learningRate) { JSONValue($0) },
      "foldRMSE": .array(cell.foldErrors.map { .optional($0) { JSONValue($0) } }),
      "rmse": .optional(cell.errorMoments) { JSONValue($0.mean) },
      "standardDeviation": .optional(cell.errorMoments?.standardDeviation) { JSONValue($0) },
      "interval95": .optional(cell.errorMoments?.interval95) { JSONValue($0) },
      "zeroFraction": .optional(cell.zeroMoments) { JSONValue($0.mean) },
      "publishedRMSE": .optional(published) { JSONValue($0.error) },
      "publishedZeroFraction": .optional(published?.zeroFraction) { JSONValue($0) },
    ]
  }
}
