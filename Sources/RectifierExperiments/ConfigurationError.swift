// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why options cannot be used, raised before anything is read or written.
package enum ConfigurationError: Error, Equatable, Sendable {
  /// An option's value is outside what it may be; `option` is the flag or the place in a file.
  case invalidValue(option: String, expected: String, found: String)
  /// A name is none of those that the option knows.
  case unknownName(option: String, found: String, nearest: String?, known: [String])
  /// A key of a configuration is none of those that exist.
  case unknownKey(place: String, key: String, nearest: String?, known: [String])
  /// Options that exclude each other.
  case conflict(options: [String], reason: String)
  /// Options for pictures where the source holds other data.
  case picturesNeeded(options: [String], source: String)
  /// Options for the rows of files where the source holds other data.
  case rowsNeeded(options: [String], source: String)
  /// Nobody has said which column is to be learned; of a form without columns there is none.
  case noTarget(source: String, columns: [String])
  /// Images that are to be drawn need more memory than there is.
  case tooManySamples(source: String, neededBytes: Int, availableBytes: Int)
  /// The network and its data need more memory than there is.
  case memory(neededBytes: Int?, availableBytes: Int, parts: String)
}

extension ConfigurationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidValue(let option, let expected, let found):
      "\(option): expected \(expected), found \(found)"
    case .unknownName(let option, let found, let nearest, let known):
      "\(option): unknown name '\(found)'; \(Self.hint(nearest, known))"
    case .unknownKey(let place, let key, let nearest, let known):
      "\(place): unknown key '\(key)'; \(Self.hint(nearest, known))"
    case .conflict(let options, let reason):
      "\(options.joined(separator: ", ")): \(reason)"
    case .picturesNeeded(let options, let source):
      "\(options.joined(separator: ", ")): only for pictures, and \(source) holds none; leave out"
    case .rowsNeeded(let options, let source):
      "\(options.joined(separator: ", ")): only for files with a row a line (.csv, .tsv, .svmlight,"
        + " .txt), and \(source) is none; leave out, or say its form with --format"
    case .noTarget(let source, let columns) where columns.isEmpty:
      "--target: expected something to learn, found documents alone in \(source); give a file with"
        + " labels, or pretrain on it"
    case .noTarget(let source, let columns):
      "--target: expected the name of the column to learn, found nothing; the columns of \(source) are"
        + " " + columns.prefix(30).map { "'\($0)'" }.joined(separator: ", ")
        + (columns.count > 30 ? " and \(columns.count - 30) more" : "")
    case .tooManySamples(let source, let needed, let available):
      "\(source): its images need \(ByteCount.text(needed)), this machine has"
        + " \(ByteCount.text(available)); ask for fewer with ?samples=N"
    case .memory(let needed, let available, let parts):
      "--hidden: \(parts) need "
        + (needed.map { "about \(ByteCount.text($0))" } ?? "more memory than can be counted")
        + ", this machine has \(ByteCount.text(available)); choose smaller widths or batches"
    }
  }

  private static func hint(_ nearest: String?, _ known: [String]) -> String {
    nearest.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))"
  }
}

/// Sizes in bytes as people read them.
package enum ByteCount {
  /// Three digits and a binary unit: `11.2 MiB`.
  package static func text(_ count: Int) -> String {
    guard count >= 1024 else { return "\(count) B" }
    let units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var value = Double(count) / 1024
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return value < 100
      ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\((tenths + 5) / 10) \(units[unit])"
  }
}
