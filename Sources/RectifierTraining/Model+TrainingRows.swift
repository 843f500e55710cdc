// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

extension Model {
  /// Whether the rows are seen to include those that the model learned from.
  ///
  /// Rows and checksum of the training part are compared with all rows, with the first ones, and
  /// with those that a random draw of the validation part would have left. What was put together in
  /// another way is not recognised.
  ///
  /// - Complexity: O(bytes).
  public func learned(from data: Dataset) -> Bool {
    let count = facts.training.rowCount
    // A model of another program does not say what it learned from.
    guard count > 0, count <= data.rowCount else { return false }
    if DataFacts(data.subset(0..<count)) == facts.training { return true }
    let validationCount = facts.validation.rowCount
    guard count + validationCount == data.rowCount,
      let parts = try? Split.split(
        data, validationCount: validationCount, draw: .random, seed: facts.options.seed)
    else { return false }
    return DataFacts(parts.training) == facts.training
  }
}
