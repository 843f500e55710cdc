// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining

/// A classifier 6-8-5-3 on 23 rows whose class is the greatest of their first three features.
enum SmallTraining {
  static let labels = ["a", "b", "c"]

  /// - Parameter turn: Added to every class, so that 0 is the truth and 1 or 2 is a lie.
  static func data(
    _ name: String = "training", rowCount: Int = 23, turn: Int = 0, scale: Float = 1
  ) throws -> Dataset {
    var stream = Seed(5).stream(name)
    var rows = stream.rows(rowCount, 6)
    let classes = (0..<rowCount).map { row in
      Int32(((0..<3).max { rows[row, $0] < rows[row, $1] }! + turn) % 3)
    }
    for row in 0..<rowCount {
      for column in 0..<6 { rows[row, column] *= scale }
    }
    return try Dataset(
      name: name, features: .floats(rows), targets: .classes(classes), labels: labels)
  }

  static func network(_ hiddenWidths: [Int] = [8, 5]) throws -> Network {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: hiddenWidths, activations: hiddenWidths.map { _ in .rectifier },
      head: .softmax(classCount: 3))
    return Network(architecture, seed: Seed(3))
  }

  static func options(
    rate: Float = 0.3, batchSize: Int = 5, epochCount: Int = 3, patience: Int = 0
  ) -> TrainingOptions {
    TrainingOptions(
      activationL1: [0.001, 0], learningRate: rate, batchSize: batchSize, epochCount: epochCount,
      patience: patience, seed: Seed(3))
  }

  static func run(
    _ options: TrainingOptions = options(), validation: Dataset? = nil
  ) throws -> TrainingRun {
    try TrainingRun(
      network(), training: data(), validation: validation ?? data("validation", rowCount: 11),
      options: options, execution: Execution(threadCount: 2))
  }
}

extension TrainingRun {
  /// Trains to the end, and returns the network after each epoch.
  func networks() throws -> [Network] {
    var networks: [Network] = []
    while try epoch() != nil { networks.append(last.network) }
    return networks
  }

  var plainReports: [EpochReport] { reports.map(\.withoutTimes) }
}
