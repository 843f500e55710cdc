// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a file of rows turns out to hold, once it has been read to its end: enough to read it again
/// piece by piece, each as part of the whole.
struct RowFileSurvey: Sendable {
  let content: ContentSource
  /// How the file is read again; of sparse rows base and number of features are known.
  private(set) var form: RowFile.Form
  /// All columns, of the kinds that they have, without a row.
  let header: Table
  /// The column that is learned, with all rows; the rows without a column where there is none.
  let targets: Table
  /// Of a table, what its columns are called and read as.
  private let columns: (names: [String], roles: [ColumnRole])

  /// Reads the file to its end.
  ///
  /// - Parameter target: The column of a table that is learned, if any; other forms say it themselves.
  /// - Throws: ``DataSourceError``, as reading all rows into memory does.
  init(_ file: RowFile, target: String?) throws(DataSourceError) {
    content = file.content
    let columns: [TableColumn]
    switch file.form {
    case .table(let options):
      let survey = try RowFile.wrapping(DataSourceError.table) { () throws(TableError) in
        try TableSurvey(file.content, options: options) { $0 == target }
      }
      (form, targets, self.columns) = (file.form, survey.table, (survey.names, survey.roles))
      columns = zip(survey.names, survey.roles).compactMap(TableColumn.init(empty:as:))
    case .svmlight(let options):
      let survey = try RowFile.wrapping(DataSourceError.svmlight) { () throws(SvmlightError) in
        try SvmlightSurvey(file.content, options: options, keepsEntries: false)
      }
      form = .svmlight(
        SvmlightOptions(indexBase: survey.indexBase, featureCount: survey.featureCount))
      (targets, self.columns) = (survey.targets, ([], []))
      columns = targets.columns.map { $0.subset(rows: []) }
    case .texts(let isLabelled, let replaces):
      targets = try RowFile.wrapping(DataSourceError.text) { () throws(TextFileError) in
        try TextPieces(
          file.content, isLabelled: isLabelled, replacesInvalidUTF8: replaces, keepsTexts: false
        ).all()
      }
      (form, self.columns) = (file.form, ([], []))
      let text = TableColumn(name: TextLines.textColumn, cells: .texts([]))
      columns = targets.columns.map { $0.subset(rows: []) } + [text]
    }
    header = Table(name: file.content.name, columns: columns)
  }

  /// Opens the file to read it once more.
  func pieces() throws(DataSourceError) -> RowPieces {
    switch form {
    case .table(let options):
      try RowFile.wrapping(DataSourceError.table) { () throws(TableError) in
        .table(
          try TablePieces(content, options: options, names: columns.names, roles: columns.roles))
      }
    case .svmlight(let options):
      try RowFile.wrapping(DataSourceError.svmlight) { () throws(SvmlightError) in
        .svmlight(try SvmlightPieces(content, options: options))
      }
    case .texts(let isLabelled, let replaces):
      try RowFile.wrapping(DataSourceError.text) { () throws(TextFileError) in
        .texts(
          try TextPieces(content, isLabelled: isLabelled, replacesInvalidUTF8: replaces))
      }
    }
  }

  /// The number of the first feature; nil where features are columns.
  var firstIndex: Int? {
    guard case .svmlight(let options) = form else { return nil }
    return options.indexBase == .zero ? 0 : 1
  }

  /// How many numbered features there are; nil where features are columns.
  var featureCount: Int? {
    guard case .svmlight(let options) = form else { return nil }
    return options.featureCount
  }

  /// The same with so many features as another file of the same rows has, where they are numbered.
  func widened(to featureCount: Int?) -> RowFileSurvey {
    guard case .svmlight(var options) = form else { return self }
    options.featureCount = featureCount
    var survey = self
    survey.form = .svmlight(options)
    return survey
  }
}

extension TableColumn {
  /// A column of the kind that it is read as; nil where it is left out.
  fileprivate init?(empty name: String, as role: ColumnRole) {
    switch role {
    case .ignored: return nil
    case .numbers: self.init(name: name, cells: .numbers([]))
    case .words: self.init(name: name, cells: .words(codes: [], words: []))
    case .texts: self.init(name: name, cells: .texts([]))
    }
  }
}
