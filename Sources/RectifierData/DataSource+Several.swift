// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

extension DataSource {
  /// Files with commas between them, found one by one.
  static func several(
    _ argument: String, dataFolder: String?, environment: [String: String]
  ) throws(DataSourceError) -> DataSource {
    var sources: [DataSource] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard !part.isEmpty else { throw .notSeveral(argument: argument, found: "an empty name") }
      let source = try resolve(String(part), dataFolder: dataFolder, environment: environment)
      guard source.kind == .files else {
        throw .notSeveral(argument: argument, found: "'\(part)', which is no file")
      }
      sources.append(source)
    }
    return DataSource(
      argument: argument, name: "\(sources[0].name)+\(sources.count - 1)",
      path: joined(sources.map(\.path)) ?? argument, kind: .several(sources))
  }

  /// Whether a path that a source was found at, or each of several, is still there.
  package static func isThere(_ path: String) -> Bool {
    FileKind.of(path) != nil
      || path.contains(",")
        && path.split(separator: ",").allSatisfy { FileKind.of(String($0)) != nil }
  }

  /// Paths with commas between them; nil where one is not there.
  static func joined(_ paths: [String?]) -> String? {
    let known = paths.compactMap { $0 }
    return known.count == paths.count ? known.joined(separator: ",") : nil
  }

  /// The file at a path, or the same with `.gz` behind its name, as catalog entries allow.
  static func file(at path: String) -> String? {
    [path, path + ".gz"].first { FileKind.of($0) == .file }
  }

  /// That some of several files have numbered features and others columns.
  var notOneForm: DataSourceError {
    .notSeveral(argument: argument, found: "numbered features beside columns")
  }

  /// The rows of files one after another. Where some begin their features with the number 0, all do.
  func rows(
    of sources: [DataSource], _ options: RowOptions, encoding: RowEncoding?, needsTarget: Bool
  ) throws(DataSourceError) -> RawRows {
    func read(_ options: RowOptions) throws(DataSourceError) -> [RawRows] {
      var parts: [RawRows] = []
      for source in sources {
        parts.append(
          try source.rows(options, encoding: encoding, needsTarget: needsTarget))
      }
      return parts
    }
    var parts = try read(options)
    let bases = Set(parts.map { $0.vectors?.indexBase })
    guard !bases.contains(nil) || bases.count == 1 else {
      throw notOneForm
    }
    if bases.count > 1 {
      var options = options
      options.indexBase = .zero
      parts = try read(options)
    }
    do throws(SchemaError) {
      return try RawRows(concatenating: parts, name: name)
    } catch { throw .schema(error) }
  }
}
