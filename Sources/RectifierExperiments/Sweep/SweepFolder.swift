// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The folder of a sweep: one record a trial, and while they are being trained, a claim for each.
///
/// A claim is a lock that its process holds on a file: the system gives it up the moment that the
/// process dies, however it dies, so that no claim outlives its owner and none is taken from one that
/// is alive. Any number of processes can work in one folder.
package struct SweepFolder: Sendable {
  package let path: String

  /// Makes the folder if it is not there.
  package init(at path: String) throws(FileError) {
    try Folder.create(path)
    self.path = path
  }

  /// A folder to read from, which need not be there.
  package init(reading path: String) { self.path = path }

  /// The plan that the sweep was begun with.
  package var planPath: String { PathName.join(path, Self.planName) }

  private static let planName = "plan.json"

  /// Whether a plan lies in the folder.
  package static func isSweep(_ path: String) -> Bool {
    FileKind.of(PathName.join(path, planName)) == .file
  }

  /// What came of the trial.
  package func recordPath(of trial: Trial) -> String {
    PathName.join(path, trial.recipeHash + ".json")
  }

  /// The model of its best epoch, where models are kept.
  package func modelPath(of trial: Trial) -> String {
    PathName.join(path, trial.recipeHash + ".safetensors")
  }

  /// Where a trial that was interrupted goes on from.
  func checkpointPath(of trial: Trial) -> String {
    PathName.join(path, ".\(trial.recipeHash).checkpoint")
  }

  /// The last state of the longest training of the trial's network, where states are kept.
  package func statePath(of trial: Trial) -> String {
    PathName.join(path, ".\(trial.lineHash).state")
  }

  /// The record of a trial that is done; nil for one that is not.
  package func record(of trial: Trial) throws -> TrialRecord? {
    let path = recordPath(of: trial)
    guard FileKind.of(path) != nil else { return nil }
    return try TrialRecord(contentsOf: path, of: trial)
  }

  /// Whether there is a record of the trial, and its model where that is wanted too.
  func isDone(_ trial: Trial, withModel: Bool) -> Bool {
    FileKind.of(recordPath(of: trial)) != nil
      && (!withModel || FileKind.of(modelPath(of: trial)) != nil)
  }

  /// The right to train a trial, for as long as the value lives; nil where somebody has it.
  func claim(_ trial: Trial) throws(FileError) -> FileLock? {
    do throws(FileLockError) {
      return try FileLock(path: PathName.join(path, ".\(trial.recipeHash).claim"))
    } catch {
      switch error {
      case .held: return nil
      case .file(let fileError): throw fileError
      }
    }
  }

  /// Leaves the plan in the folder; one that is there already must be the same.
  package func keep(_ plan: SweepPlan) throws {
    let text = try plan.json.text(.indented) + "\n"
    guard FileKind.of(planPath) != nil else { return try AtomicFile.write(text, to: planPath) }
    guard try SweepPlan(contentsOf: planPath) == plan else {
      throw SweepError.otherPlan(path: planPath)
    }
  }
}

/// Why a sweep cannot begin.
package enum SweepError: Error, Equatable, Sendable {
  /// The folder was made by another plan.
  case otherPlan(path: String)
  /// The folder was made by another search.
  case otherSearch(path: String)
}

extension SweepError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .otherPlan(let path):
      "sweeping: \(PathName.quoted(path)) is another plan; choose another --out, or go on with that"
        + " one: rectifier sweep \(PathName.folder(of: path))"
    case .otherSearch(let path):
      "tuning: \(PathName.quoted(path)) is another search; choose another --out, or go on with that"
        + " one: rectifier tune \(PathName.folder(of: path))"
    }
  }
}
