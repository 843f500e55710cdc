// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What is known of a search while it runs: records, open brackets, what is passed over, and costs.
struct TuneState {
  let plan: TunePlan
  var workerCount = 1
  var cost = TrialCost()
  /// Why the search cannot go on.
  private(set) var failure: TuneError?
  /// By their trials' hashes.
  private(set) var records: [String: TrialRecord] = [:]
  private(set) var stages: [TuneStage] = []
  /// Of ``stages``, each once.
  private(set) var trials: [Trial] = []
  private var bracketCount = 0
  /// Hashes of trials that would not have come to an end in time.
  private var passedOver: Set<String> = []
  /// Hashes of trials that were trained here.
  private var finished: Set<String> = []
  private var reportedStages: Set<String> = []
  /// Trials whose models and states may lie in the folder.
  private var keptModels: [Trial] = []
  private var keptStates: [Trial] = []

  /// - Parameter records: What was found in the folder.
  init(_ plan: TunePlan, found records: [TrialRecord] = []) {
    self.plan = plan
    bracketCount = plan.bracketCount(with: Set(records.map(\.trial.recipeHash)))
    for record in records { add(record) }
    update()
  }

  func result(seconds: Double) -> TuneResult {
    TuneResult(
      plan: plan, records: plan.trials.compactMap { records[$0.recipeHash] }, seconds: seconds)
  }

  private func isOpen(_ trial: Trial) -> Bool {
    records[trial.recipeHash] == nil && !passedOver.contains(trial.recipeHash)
  }

  private func isComplete(_ stage: TuneStage) -> Bool { !stage.trials.contains(where: isOpen) }

  /// Looks again which stages there are.
  private mutating func update() {
    stages = plan.stages(bracketCount: bracketCount, passedOver: passedOver) {
      records[$0.recipeHash]
    }
    var hashes: Set<String> = []
    trials = stages.flatMap(\.trials).filter { hashes.insert($0.recipeHash).inserted }
  }

  private mutating func add(_ record: TrialRecord) {
    records[record.trial.recipeHash] = record
    cost.finish(record)
    guard record.results != nil else { return }
    keptModels.append(record.trial)
    keptStates.append(record.trial)
  }
}

extension TuneState {
  /// Notes the records that there are of trials that were open, and of those that follow from them.
  mutating func note(_ record: (Trial) -> TrialRecord?) {
    while true {
      let new = trials.filter(isOpen).compactMap(record)
      if new.isEmpty { return }
      for record in new { add(record) }
      update()
    }
  }

  /// Notes a record of a trial that was trained here; one without a score ends the search.
  mutating func finish(_ record: TrialRecord) {
    finished.insert(record.trial.recipeHash)
    note { $0.recipeHash == record.trial.recipeHash ? record : nil }
    guard failure == nil, let results = record.results, plan.score(record) == nil else { return }
    let own = TrialMetric(of: results)
    failure = .noMetric(plan.metric ?? own, own: own)
  }

  /// Opens another bracket where there are fewer trials to do than workers; none after one of which
  /// hardly anything could begin.
  mutating func opensBracket() -> Bool {
    guard bracketCount < plan.bracketCount, trials.count(where: isOpen) < workerCount else {
      return false
    }
    let last = stages.last { $0.bracket == bracketCount }?.trials ?? []
    guard last.count(where: { passedOver.contains($0.recipeHash) }) * 2 <= last.count else {
      return false
    }
    bracketCount += 1
    update()
    return true
  }

  /// How much longer than expected a trial may take, with reading its data and writing its state.
  private static let reserve = 1.2

  /// Whether a trial would come to an end; one that would not is passed over from now on.
  mutating func mayBegin(_ trial: Trial, secondsLeft: Double) -> Bool {
    if passedOver.contains(trial.recipeHash) { return false }
    guard let seconds = cost.seconds(of: trial), seconds * Self.reserve > secondsLeft else {
      return secondsLeft > 0
    }
    passedOver.insert(trial.recipeHash)
    update()
    return false
  }

  /// Stages that have come to an end since this was asked before, by what was trained here.
  mutating func takeCompleteStages() -> [TuneStage] {
    let complete = stages.filter { stage in
      isComplete(stage) && stage.trials.contains { finished.contains($0.recipeHash) }
    }
    return complete.filter { reportedStages.insert($0.name).inserted }
  }

  /// Paths of what nobody needs any more: models of all networks but the best, and states of those
  /// that do not go on.
  mutating func takeSuperfluousFiles(of folder: SweepFolder) -> [String] {
    let best = result(seconds: 0).best?.trial
    let models = keptModels.filter { $0 != best }
    keptModels.removeAll { $0 != best }
    let needed = Set(
      (trials.filter(isOpen) + stages.filter { !isComplete($0) }.flatMap(\.trials))
        .map(\.lineHash))
    let states = keptStates.filter { !needed.contains($0.lineHash) }
    keptStates.removeAll { !needed.contains($0.lineHash) }
    return models.map(folder.modelPath) + states.map(folder.statePath)
  }
}
