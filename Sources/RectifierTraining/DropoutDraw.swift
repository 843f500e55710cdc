// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The dropout of one batch: what a run draws for these rows in that pass over the data.
public struct DropoutDraw: Hashable, Sendable {
  /// How many are dropped.
  public var dropout: Dropout
  /// The run's.
  public var seed: Seed
  /// From 1 on.
  public var pass: Int
  /// The number of each of the batch's rows in the training data.
  public var rows: [Int]

  /// The draw for some rows.
  public init(_ dropout: Dropout, seed: Seed, pass: Int, rows: [Int]) {
    self.dropout = dropout
    self.seed = seed
    self.pass = pass
    self.rows = rows
  }
}
