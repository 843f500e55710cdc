// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

extension TrainConfiguration {
  /// The same with equal epochs told apart by their loss, unless something else was said, where the
  /// source is one of files with a row a line.
  ///
  /// Such files are often small, and so few of their rows validate that many epochs make the same
  /// number of errors. What decides stands in the configuration from then on: neither a recipe nor a
  /// file of options means anything else on other data.
  package func decidingTies(environment: [String: String]) -> TrainConfiguration {
    guard epochTies == nil,
      // Whether data are there is judged where they are read.
      let source = try? DataSource.resolve(
        data, dataFolder: dataDirectory, environment: environment),
      source.rowFormat(input.format) != nil
    else { return self }
    var configuration = self
    configuration.epochTies = .loss
    return configuration
  }
}
