// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Synchronization

/// A data set that is made when it is first asked for, and then kept.
final class DeferredDataset: Sendable {
  private let made: Mutex<Dataset?>
  private let make: @Sendable () -> Dataset

  /// One that is there.
  convenience init(_ dataset: Dataset) { self.init { dataset } }

  /// One that `make` makes, once.
  init(_ make: @escaping @Sendable () -> Dataset) {
    made = Mutex(nil)
    self.make = make
  }

  /// The data set; whoever asks meanwhile waits.
  var value: Dataset {
    made.withLock { made in
      let dataset = made ?? make()
      made = dataset
      return dataset
    }
  }
}
