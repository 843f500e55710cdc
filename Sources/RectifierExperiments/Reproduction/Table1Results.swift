// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// What the records of table 1's networks say, beside the paper's.
package struct Table1Results: Equatable, Sendable {
  /// A cell of the table: one kind of network on one data set.
  package struct Cell: Equatable, Sendable {
    package let recipe: Table1Recipe.Cell
    /// Of the winner's networks that are done, and have not diverged.
    package let networks: [TrialRecord]
    /// Of all networks of the cell that are known yet, those that choose rates too.
    package let doneCount: Int
    package let divergedCount: Int
  }

  package let cells: [Cell]

  package init(_ recipe: Table1Recipe, given record: (Trial) -> TrialRecord?) throws {
    cells = try recipe.cells(given: record).map { cell in
      let records = cell.trials.compactMap(record)
      return Cell(
        recipe: cell, networks: cell.final.compactMap(record).filter { $0.results != nil },
        doneCount: records.count, divergedCount: records.count { $0.divergence != nil })
    }
  }

  /// The cells of a column, in the paper's order.
  package func cells(of column: Table1Recipe.Column) -> [Cell] {
    cells.filter { $0.recipe.column == column }.sorted { $0.row < $1.row }
  }

  /// From the first on, each once.
  package var columns: [Table1Recipe.Column] {
    cells.map(\.recipe.column).reduce(into: []) { columns, column in
      if !columns.contains(column) { columns.append(column) }
    }
  }

  /// Whether a cell cannot be told from the best of its column at the 5 % level: what the paper
  /// prints in bold. Nil until the column is complete, and where all networks of the cell diverged.
  package func equalsBest(_ cell: Cell) -> Bool? {
    let column = cells.filter { $0.recipe.column == cell.recipe.column }
    guard column.allSatisfy(\.isComplete) else { return nil }
    let best = column.compactMap(\.meanErrors).min { $0.fraction < $1.fraction }
    guard let best, let errors = cell.meanErrors else { return nil }
    return !errors.differs(from: best)
  }
}

extension Table1Results.Cell {
  /// In which of the paper's rows a kind of network stands, from the top.
  fileprivate var row: Int {
    (recipe.isPretrained ? 0 : 3)
      + (recipe.activation == .rectifier ? 0 : recipe.activation == .tanh ? 1 : 2)
  }

  /// Whether all networks of the cell are done: there is a winner, and each of its seeds is; or all
  /// that were to choose one diverged.
  package var isComplete: Bool { doneCount == recipe.trials.count }

  /// What the images are, where that is not what the column's name says: a copy of CIFAR-10's that
  /// went through JPEG at quality 75, which its checksum tells.
  package var dataRemark: String? {
    let checksums = networks.compactMap { $0.data[.training]?.checksum }
    return checksums.contains(Self.checksumOfJPEGCopy) ? "JPEG copy" : nil
  }

  /// Of the first 45,000 images of the copy, as this program reads them.
  private static let checksumOfJPEGCopy = "crc32:cf33e7e8"

  /// Of the networks' test errors, 0…1; nil where there is none.
  package var errorMoments: SampleMoments? {
    SampleMoments(networks.compactMap { $0.results?.testErrorRate })
  }

  /// The mean number of errors of a network, of as many samples as the test part has: what a test
  /// of proportions, as the paper's, compares. The networks share their samples, so that more of
  /// them make no larger sample.
  package var meanErrors: CountedRate? {
    let errors = networks.compactMap { $0.results?.errors }
    guard let sampleCount = errors.first?.sampleCount else { return nil }
    let mean = Double(errors.reduce(0) { $0 + $1.count }) / Double(errors.count)
    return CountedRate(count: Int(mean.rounded()), sampleCount: sampleCount)
  }

  /// Exact zeros, the mean over the networks' hidden units and samples, 0…1.
  package var zeroFraction: Double? { SampleMoments(networks.compactMap(\.zeroFraction))?.mean }

  /// Units of all hidden layers that no test sample activates, the mean over the networks.
  package var deadUnitCount: Double? {
    SampleMoments(networks.compactMap { $0.deadUnitCount.map(Double.init) })?.mean
  }

  /// What the paper states, 0…1; nil for a network that it does not have.
  package var published: Double? {
    Table1Results.published(
      recipe.activation, isPretrained: recipe.isPretrained, on: recipe.column.publishedName)
  }
}

extension Table1Results {
  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    ["cells": .array(columns.flatMap(cells(of:)).map(json(of:)))]
  }

  private func json(of cell: Cell) -> JSONValue {
    let moments = cell.errorMoments
    let winner = cell.recipe.final.first
    return [
      "data": .string(cell.recipe.column.data),
      "dataRemark": .optional(cell.dataRemark) { .string($0) },
      "activation": .string(cell.recipe.activation.name),
      "pretraining": .bool(cell.recipe.isPretrained),
      "isComplete": .bool(cell.isComplete),
      "doneCount": JSONValue(cell.doneCount),
      "divergedCount": JSONValue(cell.divergedCount),
      "learningRate": .optional(winner) { JSONValue($0.configuration.learningRate) },
      "pretrainingLearningRate": .optional(winner?.pretraining) {
        JSONValue($0.training.learningRate)
      },
      "networkCount": JSONValue(cell.networks.count),
      "testErrorRate": .optional(moments) { JSONValue($0.mean) },
      "standardDeviation": .optional(moments?.standardDeviation) { JSONValue($0) },
      "interval95": .optional(cell.meanErrors?.interval95) {
        .array([JSONValue($0.lowerBound), JSONValue($0.upperBound)])
      },
      "equalsBest": .optional(equalsBest(cell)) { .bool($0) },
      "zeroFraction": .optional(cell.zeroFraction) { JSONValue($0) },
      "deadUnitCount": .optional(cell.deadUnitCount) { JSONValue($0) },
      "publishedData": .string(cell.recipe.column.publishedName),
      "publishedTestErrorRate": .optional(cell.published) { JSONValue($0) },
    ]
  }
}
