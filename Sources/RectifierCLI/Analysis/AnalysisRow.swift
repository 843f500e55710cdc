// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What one model has to say in one row of a table.
struct AnalysisRow: Equatable {
  let name: String
  let cell: String

  init(_ name: String, _ cell: String) {
    self.name = name
    self.cell = cell
  }

  /// Of a hidden layer.
  init(layer: Int, _ name: String, _ cell: String) {
    self.init("hidden.\(layer) \(name)", cell)
  }
}
