// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension DataSource {
  /// Whether there are rows here that have to be encoded: a file with a row a line.
  ///
  /// - Parameter format: The form that the user says files have.
  public func rowFormat(_ format: RowFormat? = nil) -> RowFormat? {
    switch kind {
    case .glyphs: nil
    case .standardInput: format ?? .csv
    case .files: rowsPath.flatMap { format ?? RowFormat(path: $0) }
    case .several(let sources): sources.lazy.compactMap { $0.rowFormat(format) }.first
    }
  }

  /// The file that holds the rows: the path, or the only table or svmlight file of a folder in which no
  /// reader of folders knows anything.
  var rowsPath: String? {
    guard Folder.exists(path) else { return path }
    guard DataForm.of(path) == .idx, !IDXFolder.isPresent(in: path) else { return nil }
    let names = (try? Folder.list(path, doing: "finding rows")) ?? []
    let files = names.map { PathName.join(path, $0) }.filter {
      FileKind.of($0) == .file && RowFormat(path: $0).map { !$0.isText } == true
    }
    return files.count == 1 ? files[0] : nil
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
  /// - Parameter needsTarget: Whether the target is read; else the data set has none.
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
    if case .several(let sources) = kind {
      return try rows(of: sources, options, encoding: encoding, needsTarget: needsTarget)
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
      kind == .standardInput ? StandardInput.content : ContentSource(path: rowsPath ?? path)
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
    if case .indexed(let encoding)? = encoding {
      svmlight.indexBase = encoding.indexBase == 0 ? .zero : .one
      svmlight.featureCount = encoding.featureCount
      if case .sets? = encoding.target?.kind { svmlight.hasLabelSets = true }
    }
    return svmlight
  }
}
