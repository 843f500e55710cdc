// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A result of the paper that can be run again.
package enum Reproduction: String, CaseIterable, Sendable {
  case figure3

  /// Where the records of its networks lie below a folder.
  package func runsPath(in folder: String) -> String {
    PathName.join(PathName.join(folder, "runs"), rawValue)
  }

  /// The figure that is drawn from the records.
  package func figurePath(in folder: String) -> String {
    PathName.join(folder, "\(rawValue).svg")
  }

  /// Where records and figure go if nothing else is said: what `smoke` leaves is worth no record.
  package static func defaultFolder(_ budget: ReproductionBudget) -> String {
    budget == .smoke ? "runs/reproduction-smoke" : "Reproduction"
  }

  /// The networks, those of one budget.
  ///
  /// - Parameter dataDirectory: Where catalog names are looked up first.
  package func trials(
    _ budget: ReproductionBudget, dataDirectory: String?
  ) throws -> [Trial] {
    let plan =
      switch self {
      case .figure3: Figure3Recipe(budget: budget).plan
      }
    return try plan.trials(place: rawValue).map { trial in
      var configuration = trial.configuration
      configuration.dataDirectory = dataDirectory
      return try Trial(configuration)
    }
  }
}
