// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// What the columns of a file are called and read as, by the options and by its first rows.
struct TablePlan {
  /// How many rows decide whether a column is one of numbers.
  static let sampleRowCount = 1000

  let names: [String]
  private(set) var roles: [ColumnRole]

  /// Reads the header and the first rows.
  init(_ source: ContentSource, options: TableOptions) throws(TableError) {
    let stream = try RecordStream(source, options: options)
    guard try stream.next() else { throw .empty(path: source.path) }
    names = Self.names(of: stream, options: options)
    let places = try Self.places(of: names, path: source.path)
    roles = try Self.roles(at: places, options: options, path: source.path)
    if options.hasHeader, try !stream.next() { throw .headerOnly(path: source.path) }
    try look(at: stream, missing: MissingCells(options))
  }

  private static func names(of stream: RecordStream, options: TableOptions) -> [String] {
    stream.fields.enumerated().map { index, field in
      let name = options.hasHeader ? stream.word(field) : ""
      return name.isEmpty ? "\(index + 1)" : name
    }
  }

  /// The index of each name.
  private static func places(
    of names: [String], path: String
  ) throws(TableError) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let first = places.updateValue(index, forKey: name) {
        throw .duplicateColumn(path: path, name: name, first: first + 1, second: index + 1)
      }
    }
    return places
  }

  /// What the options say; of the others it is supposed that they are numbers.
  private static func roles(
    at places: [String: Int], options: TableOptions, path: String
  ) throws(TableError) -> [ColumnRole] {
    var roles = places.map { _ in ColumnRole.numbers(isCertain: false) }
    var uses: [String: String] = [:]
    let lists: [([String], String, ColumnRole)] = [
      (options.texts, "text", .texts),
      (options.categorical, "categorical", .words(isCertain: true)),
      (options.numeric, "numeric", .numbers(isCertain: true)),
      (options.ignored, "ignored", .ignored),
    ]
    for (list, use, role) in lists {
      for name in list {
        if let first = uses.updateValue(use, forKey: name), first != use {
          throw .columnTwice(path: path, name: name, first: first, second: use)
        }
        if let index = places[name] {
          roles[index] = role
        } else if !options.mayNameAbsentColumns {
          let names = places.sorted { $0.value < $1.value }.map(\.key)
          let nearest = NearestName.of(name, among: names)
          throw .unknownColumn(path: path, name: name, nearest: nearest, known: names)
        }
      }
    }
    if roles.allSatisfy({ $0 == .ignored }) { throw .nothingLeft(path: path) }
    return roles
  }

  /// Finds the columns of words among the first rows.
  private mutating func look(
    at stream: RecordStream, missing: MissingCells
  ) throws(TableError) {
    var rowCount = 0
    repeat {
      if stream.fields.count != names.count { return }
      for (index, field) in stream.fields.enumerated()
      where roles[index] == .numbers(isCertain: false) {
        if CellKind.of(stream.cell(field), missing: missing) == .word {
          roles[index] = .words(isCertain: false)
        }
      }
      rowCount += 1
      if rowCount == Self.sampleRowCount { return }
    } while try stream.next()
  }
}
