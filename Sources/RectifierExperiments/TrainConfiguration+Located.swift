// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

extension TrainConfiguration {
  /// The same options with sources named by where a run has found them, for as long as they are there.
  func located(at sources: [SourceRecord]) -> TrainConfiguration {
    var located = self
    for source in sources where DataSource.isThere(source.path) {
      switch source.role {
      case .training: located.data = source.path
      case .test where test != nil: located.test = source.path
      case .validation:
        if case .source = validation { located.validation = .source(source.path) }
      default: break
      }
    }
    return located
  }
}
