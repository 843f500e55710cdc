// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The folder of one training run, held by a lock so that no second process works in it.
///
/// The lock is released when the last copy of the value goes out of use.
package struct RunFolder: Sendable {
  package let path: String
  private let lock: FileLock

  /// Makes a run folder at `path`; an existing folder is taken only while it is empty.
  ///
  /// - Throws: `RunFolderError.occupied`, `RunFolderError.inUse`, or the `FileError` of making it.
  package static func create(at path: String) throws -> RunFolder {
    try Folder.create(path)
    try requireEmpty(path)
    let folder = try RunFolder(locking: path)
    try requireEmpty(path)
    return folder
  }

  /// Makes `parent/NAME-N` with a number above every one that is taken, from 1.
  package static func createNext(named name: String, in parent: String) throws -> RunFolder {
    try Folder.create(parent)
    let taken = try Folder.list(parent, doing: "choosing a run folder").compactMap {
      $0.hasPrefix(name + "-") ? Int($0.dropFirst(name.count + 1)) : nil
    }
    var number = max(0, taken.max() ?? 0) + 1
    while true {
      do {
        return try create(at: PathName.join(parent, "\(name)-\(number)"))
      } catch is RunFolderError {
        // Another process took this number in the meantime.
        number += 1
      }
    }
  }

  /// Opens the folder of an earlier run, to go on with it.
  ///
  /// - Throws: `RunFolderError.missing`, `.notARun` or `.inUse`, or the `FileError` of locking it.
  package static func open(_ path: String) throws -> RunFolder {
    guard Folder.exists(path) else { throw RunFolderError.missing(path: path) }
    guard FileKind.of(PathName.join(path, recordName)) == .file else {
      throw RunFolderError.notARun(path: path)
    }
    return try RunFolder(locking: path)
  }

  private init(locking path: String) throws {
    self.path = path
    do throws(FileLockError) {
      lock = try FileLock(path: PathName.join(path, Self.lockName))
    } catch {
      switch error {
      case .held: throw RunFolderError.inUse(path: path)
      case .file(let fileError): throw fileError
      }
    }
  }

  private static func requireEmpty(_ path: String) throws {
    let names = try Folder.list(path, doing: "looking into the run folder")
    let found = names.filter { $0 != lockName && !$0.hasSuffix(AtomicFile.temporarySuffix) }
    guard let first = found.first else { return }
    throw RunFolderError.occupied(path: path, isRun: found.contains(recordName), example: first)
  }
}

extension RunFolder {
  private static let lockName = ".lock"
  private static let recordName = "run.json"

  /// The model of the best epoch.
  package var modelPath: String { Self.modelPath(in: path) }
  /// The last state of training, from which it goes on.
  package var checkpointPath: String { PathName.join(path, "checkpoint.safetensors") }
  /// One row an epoch.
  package var metricsPath: String { Self.metricsPath(in: path) }
  /// How the run was made and what came of it.
  package var recordPath: String { Self.recordPath(in: path) }

  /// Where the record of the run in that folder lies.
  package static func recordPath(in path: String) -> String { PathName.join(path, recordName) }

  /// Where the table of its epochs lies.
  package static func metricsPath(in path: String) -> String {
    PathName.join(path, "metrics.csv")
  }

  /// Where the model of the run in that folder lies.
  package static func modelPath(in path: String) -> String {
    PathName.join(path, "model.safetensors")
  }

  /// Whether a checkpoint to go on from exists.
  package var hasCheckpoint: Bool { FileKind.of(checkpointPath) != nil }
}

/// Why a folder cannot serve as a run folder.
package enum RunFolderError: Error, Equatable, Sendable {
  /// The folder is not empty; `isRun` says whether an earlier run lies in it.
  case occupied(path: String, isRun: Bool, example: String)
  /// Another process works in it.
  case inUse(path: String)
  /// There is no such folder.
  case missing(path: String)
  /// The folder holds no run.json.
  case notARun(path: String)
}

extension RunFolderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .occupied(let path, let isRun, let example):
      "run folder \(PathName.quoted(path)): expected an empty or new folder, found "
        + (isRun ? "an earlier run" : PathName.quoted(example))
        + "; choose another folder with --out, or continue the run there with --resume \(path)"
    case .inUse(let path):
      "run folder \(PathName.quoted(path)): another process is working there; wait for it, stop it,"
        + " or choose another folder with --out"
    case .missing(let path):
      "resuming \(PathName.quoted(path)): no such folder; give the folder of an earlier run"
    case .notARun(let path):
      "resuming \(PathName.quoted(path)): expected a run folder, found no run.json in it"
    }
  }
}
