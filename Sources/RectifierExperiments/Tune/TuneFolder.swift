// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What a search leaves: the plan, the trials' records, and the best network, as far as it has come.
///
/// The folder serves as a run folder where a model is asked for. It is held by a lock, so that no
/// second process works in it.
package struct TuneFolder: Sendable {
  package let path: String
  /// The trials' records.
  package let trials: SweepFolder
  private let lock: FileLock

  /// Makes the folder if it is not there.
  ///
  /// - Throws: `RunFolderError.inUse`, and the `FileError` of making it.
  package init(at path: String) throws {
    try Folder.create(path)
    self.path = path
    do throws(FileLockError) {
      lock = try FileLock(path: PathName.join(path, ".lock"))
    } catch {
      switch error {
      case .held: throw RunFolderError.inUse(path: path)
      case .file(let fileError): throw fileError
      }
    }
    trials = try SweepFolder(at: PathName.join(path, "trials"))
  }

  private static let planName = "tune.json"

  /// Whether a search has been begun in the folder.
  package static func isTune(_ path: String) -> Bool {
    FileKind.of(PathName.join(path, planName)) == .file
  }

  /// The plan of the search that was begun in the folder.
  package static func plan(in path: String) throws -> TunePlan {
    try TunePlan(contentsOf: PathName.join(path, planName))
  }

  /// Leaves the plan in the folder; one that is there already must be the same.
  ///
  /// - Throws: `SweepError.otherSearch`.
  package func keep(_ plan: TunePlan) throws {
    let planPath = PathName.join(path, Self.planName)
    guard FileKind.of(planPath) != nil else {
      return try AtomicFile.write(try plan.json.text(.indented) + "\n", to: planPath)
    }
    guard try Self.plan(in: path) == plan else {
      throw SweepError.otherSearch(path: planPath)
    }
  }

  /// What came of those trials of a plan that are done.
  func records(of plan: TunePlan) throws -> [TrialRecord] {
    let names = Set(try Folder.list(trials.path, doing: "looking for trials that are done"))
    return try plan.trials.filter { names.contains($0.recipeHash + ".json") }
      .compactMap { try trials.record(of: $0) }
  }

  /// The model of the best network.
  package var modelPath: String { RunFolder.modelPath(in: path) }
  /// The options of the best network, as `train --config` reads them.
  package var configurationPath: String { PathName.join(path, "best.json") }
  /// The command that trains the best network again.
  package var commandPath: String { PathName.join(path, "command.txt") }

  /// Puts the best network's model and options into the folder.
  ///
  /// - Throws: `FileError` where the model has been removed, or cannot be written.
  func publish(_ best: TrialRecord) throws {
    let model = try MappedFile(
      path: trials.modelPath(of: best.trial), doing: "looking for the best network's model")
    try withExtendedLifetime(model) { try AtomicFile.write([model.bytes], to: modelPath) }
    let options = JSONValue.object(best.trial.configuration.deviations)
    try AtomicFile.write(try options.text(.indented) + "\n", to: configurationPath)
  }
}
