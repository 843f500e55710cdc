// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A result of the paper that can be run again, or a claim of it that can be measured.
package enum Reproduction: String, CaseIterable, Sendable {
  case figure1
  case figure2
  case figure3
  case figure4
  case sharpness
  case table1
  case table2
  case amazon
  case advantages

  /// Whether networks are trained for it; the others are computed on the spot.
  package var isTrained: Bool {
    switch self {
    case .figure1, .figure2: false
    case .figure3, .figure4, .sharpness, .table1, .table2, .amazon, .advantages: true
    }
  }

  /// Those whose results the paper has.
  package static var published: [Reproduction] { allCases.filter { $0 != .advantages } }

  /// Where the records of its networks lie below a folder.
  package func runsPath(in folder: String) -> String {
    PathName.join(PathName.join(folder, "runs"), rawValue)
  }

  /// The figure that is drawn from the records.
  package func figurePath(in folder: String) -> String {
    PathName.join(folder, "\(rawValue).svg")
  }

  /// Where records and figure go if nothing else is said: only what `full` leaves is reported.
  package static func defaultFolder(_ budget: ReproductionBudget) -> String {
    budget == .full ? "Reproduction" : "runs/reproduction-\(budget.rawValue)"
  }

  /// The networks of one budget, as far as they are known when some are done.
  package func trials(
    _ budget: ReproductionBudget, given record: (Trial) -> TrialRecord? = { _ in nil }
  ) throws -> [Trial] {
    switch self {
    case .figure1, .figure2: []
    case .figure3: try Figure3Recipe(budget: budget).plan.trials(place: rawValue)
    case .figure4: try Figure4Recipe(budget: budget).trials()
    case .sharpness: try SharpnessRecipe(budget: budget).trials(given: record)
    case .table1: try Table1Recipe(budget: budget).trials(given: record)
    case .table2: try Table2Recipe(budget: budget).trials(given: record)
    case .amazon: try AmazonRecipe(budget: budget).trials(given: record)
    case .advantages: try AdvantagesRecipe(budget: budget).trials(given: record)
    }
  }

  /// The networks that are known with the records of a folder, and those records.
  func recorded(_ budget: ReproductionBudget, in folder: SweepFolder) throws -> SweepResult {
    var records = TrialRecords(in: folder)
    let trials = try records.trials { try self.trials(budget, given: $0) }
    return SweepResult(
      trials: trials, records: try trials.map { try records.record(of: $0) })
  }

  /// The networks of a plan that are not done, and whose data are not there.
  package func leftOut(of plan: ReproductionPlan, in folder: SweepFolder) throws -> [Trial] {
    var records = TrialRecords(in: folder)
    return try records.trials(of: plan.leftOut)
  }

  /// What the records of a folder say.
  package func results(
    _ budget: ReproductionBudget, in folder: SweepFolder
  ) throws -> ReproductionResults {
    try results(budget, of: try recorded(budget, in: folder))
  }

  /// What the networks that are known say.
  package func results(
    _ budget: ReproductionBudget, of result: SweepResult
  ) throws -> ReproductionResults {
    let byHash = Dictionary(
      zip(result.trials, result.records).map { ($0.recipeHash, $1) }
    ) { first, _ in first }
    func record(_ trial: Trial) -> TrialRecord? { byHash[trial.recipeHash] ?? nil }
    switch self {
    case .figure1: return .figure1(Figure1Results())
    case .figure2: return .figure2(try Figure2Results())
    case .figure3: return .figure3(Figure3Results(result))
    case .figure4:
      return .figure4(try Figure4Results(Figure4Recipe(budget: budget), given: record))
    case .sharpness:
      return .sharpness(try SharpnessResults(SharpnessRecipe(budget: budget), given: record))
    case .table1: return .table1(try Table1Results(Table1Recipe(budget: budget), given: record))
    case .table2: return .table2(try Table2Results(Table2Recipe(budget: budget), given: record))
    case .amazon: return .amazon(try AmazonResults(AmazonRecipe(budget: budget), given: record))
    case .advantages:
      return .advantages(try AdvantagesResults(AdvantagesRecipe(budget: budget), given: record))
    }
  }

  /// The sources of its recipe's fields.
  package var sources: [String: RecipeSource] {
    switch self {
    case .figure1: Figure1Recipe.sources
    case .figure2: Figure2Recipe.sources
    case .figure3: Figure3Recipe.sources
    case .figure4: Figure4Recipe.sources
    case .sharpness: SharpnessRecipe.sources
    case .table1: Table1Recipe.sources
    case .table2: Table2Recipe.sources
    case .amazon: AmazonRecipe.sources
    case .advantages: AdvantagesRecipe.sources
    }
  }

  /// The numbers of its deviations from the paper, ascending.
  package var deviations: [Int] { Set(sources.values.flatMap(\.deviations)).sorted() }

  /// What a sweep trains: the networks whose data are there.
  ///
  /// - Parameter dataDirectory: Where catalog names are looked up first.
  package func plan(
    _ budget: ReproductionBudget, dataDirectory: String?, environment: [String: String]
  ) -> ReproductionPlan {
    ReproductionPlan(
      reproduction: self, budget: budget, dataDirectory: dataDirectory, environment: environment)
  }
}
