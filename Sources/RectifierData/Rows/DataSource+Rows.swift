// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension DataSource {
  /// The source at a path: a file, a folder of one of the readers, or a folder of rows.
  ///
  /// A folder in which no reader of folders knows anything has a file of rows a part, or stands for the
  /// only table or svmlight file in it.
  static func files(
    at path: String, argument: String, name: String
  ) throws(DataSourceError) -> DataSource {
    var source = DataSource(argument: argument, name: name, path: path, kind: .files)
    guard Folder.exists(path) else {
      source.rowPath = RowPath(path: path)
      return source
    }
    guard DataForm.of(path) == .idx, !IDXFolder.isPresent(in: path) else { return source }
    let folder: RowFolder?
    do throws(TableError) { folder = try RowFolder(path: path) } catch { throw .table(error) }
    guard let folder else {
      source.rowPath = onlyFile(in: path)
      return source
    }
    var parts: [Part: DataSource] = [:]
    for (part, path) in folder.paths {
      parts[part] = try files(at: path, argument: path, name: "\(name) \(part.rawValue)")
    }
    return DataSource(argument: argument, name: name, path: path, kind: .parts(parts))
  }

  private static func onlyFile(in folder: String) -> RowPath? {
    let names = (try? Folder.list(folder, doing: "finding rows")) ?? []
    let files = names.map { PathName.join(folder, $0) }.filter { FileKind.of($0) == .file }
      .map(RowPath.init).filter { $0.format?.isText == false }
    return files.count == 1 ? files[0] : nil
  }

  /// The parts that have a file of rows each, in the order of parts; none where rows know no parts.
  public var rowParts: [Part] {
    guard case .parts(let parts) = kind else { return [] }
    return Part.allCases.filter { parts[$0] != nil }
  }

  /// The rows of a part as a source of their own, or of all parts; nil where there is no such part.
  public func part(_ part: Part) -> DataSource? {
    guard case .parts(let parts) = kind else { return part == .all ? self : nil }
    if part != .all { return parts[part] }
    let sources = rowParts.compactMap { parts[$0] }
    if sources.count == 1 { return sources[0] }
    return DataSource(
      argument: argument, name: "\(name) all", path: path, kind: .several(sources))
  }

  /// What a model is measured on unless told otherwise, as of other data.
  public var evaluationPart: Part { rowParts.contains(.test) ? .test : .all }

  /// Whether there are rows here that have to be encoded: a file with a row a line.
  ///
  /// - Parameter format: The form that the user says files have.
  public func rowFormat(_ format: RowFormat? = nil) -> RowFormat? {
    switch kind {
    case .glyphs: nil
    case .standardInput: format ?? .csv
    case .files: rowPath.flatMap { format ?? $0.format }
    case .several(let sources): sources.lazy.compactMap { $0.rowFormat(format) }.first
    case .parts(let parts): rowParts.lazy.compactMap { parts[$0]?.rowFormat(format) }.first
    }
  }

  /// Reads the rows of a file as they are, for something to be fitted to them.
  ///
  /// - Throws: ``DataSourceError``: what the reader of the format found, or
  ///   ``DataSourceError/notRows(path:)``.
  public func rawRows(_ options: RowOptions) throws(DataSourceError) -> RawRows {
    try rows(options, encoding: nil, needsTarget: true)
  }

  /// Reads the rows of a file as a model wants them.
  ///
  /// - Parameters:
  ///   - encoding: How the training rows became features and targets.
  ///   - options: How the file is read.
  ///   - needsTarget: Whether the target is read; else the data set has none.
  /// - Returns: The data set, and what is worth knowing about the rows.
  /// - Throws: ``DataSourceError``: what the reader of the format found, what does not fit the encoding,
  ///   or ``DataSourceError/notRows(path:)``.
  public func dataset(
    encodedBy encoding: RowEncoding, _ options: RowOptions, needsTarget: Bool
  ) throws(DataSourceError) -> (Dataset, [SchemaNote]) {
    let rows = try rows(options, encoding: encoding, needsTarget: needsTarget)
    do throws(SchemaError) {
      return try encoding.dataset(rows, needsTarget: needsTarget)
    } catch { throw .schema(error) }
  }

  func rows(
    _ options: RowOptions, encoding: RowEncoding?, needsTarget: Bool
  ) throws(DataSourceError) -> RawRows {
    switch kind {
    case .several(let sources):
      return try rows(of: sources, options, encoding: encoding, needsTarget: needsTarget)
    case .parts:
      guard let all = part(.all) else { throw .notRows(path: path) }
      return try all.rows(options, encoding: encoding, needsTarget: needsTarget)
    case .files, .standardInput, .glyphs: break
    }
    return try rowFile(options, encoding: encoding, needsTarget: needsTarget).read()
  }

  /// The file that holds the rows, and how it is to be read.
  ///
  /// - Throws: ``DataSourceError/notRows(path:)``, or ``DataSourceError/otherRows(path:format:)`` where
  ///   the encoding is of rows of another form.
  func rowFile(
    _ options: RowOptions, encoding: RowEncoding?, needsTarget: Bool
  ) throws(DataSourceError) -> RowFile {
    guard let format = rowFormat(options.format) else { throw .notRows(path: path) }
    let content =
      kind == .standardInput ? StandardInput.content : ContentSource(path: rowPath?.path ?? path)
    let form: RowFile.Form
    switch (format, encoding) {
    case (.svmlight, .columns?), (.csv, .indexed?), (.tsv, .indexed?), (.fasttext, .indexed?),
      (.text, .indexed?):
      throw .otherRows(path: path, format: format)
    case (.csv, _), (.tsv, _):
      var table = options.table
      if format == .tsv { table.separator = 0x09 }
      if case .columns(let schema)? = encoding {
        table = schema.tableOptions(table, needsTarget: needsTarget)
      }
      form = .table(table)
    case (.svmlight, _): form = .svmlight(Self.svmlight(options, encoding: encoding))
    case (.fasttext, _), (.text, _):
      form = .texts(
        isLabelled: format == .fasttext, replacesInvalidUTF8: options.table.replacesInvalidUTF8)
    }
    return RowFile(content: content, form: form)
  }

  private static func svmlight(
    _ options: RowOptions, encoding: RowEncoding?
  ) -> SvmlightOptions {
    var svmlight = SvmlightOptions(indexBase: options.indexBase)
    if case .indexed(let encoding)? = encoding { svmlight = SvmlightOptions(encoding) }
    return svmlight
  }
}
