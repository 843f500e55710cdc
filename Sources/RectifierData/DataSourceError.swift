// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with a data argument.
public enum DataSourceError: Error, Equatable, Sendable {
  /// Neither a path that exists nor a name in the catalog.
  case notFound(argument: String, nearest: String?)
  /// A name in the catalog whose data are in none of the places.
  case notInstalled(name: String, places: [String])
  /// Glyphs with something wrong behind their name.
  case glyphs(GlyphRecipeError)
  /// Something that no reader knows.
  case notUnderstood(path: String)
  /// A folder of IDX files with something wrong.
  case idx(IDXError)
  /// Pictures with something wrong.
  case picture(PictureError)
  /// CIFAR-10 in its binary form with something wrong.
  case cifar(CIFARError)
  /// NORB's binary matrices with something wrong.
  case norb(NORBError)
  /// Arrays with something wrong.
  case numpy(NumPyError)

  /// A table with something wrong.
  case table(TableError)
  /// A file of texts with something wrong.
  case text(TextFileError)
  /// A svmlight file with something wrong.
  case svmlight(SvmlightError)
  /// Rows that do not fit, or to which nothing can be fitted.
  case schema(SchemaError)
  /// Several sources of which one is no file, or files of rows that do not belong together.
  case notSeveral(argument: String, found: String)
  /// A file of rows had other rows when it was read again.
  case changed(path: String, expected: Int, found: Int)
  /// Encoded rows cannot be kept in a file, or not be read from there.
  case rowCache(RowCacheError)
  /// Rows are wanted, and here are none.
  case notRows(path: String)
  /// A file of rows where data are wanted that are stored as numbers.
  case rowsAlone(path: String)
  /// Rows of another form than those that the model was trained on.
  case otherRows(path: String, format: RowFormat)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    switch self {
    case .notFound, .notInstalled: true
    case .glyphs, .notUnderstood, .schema, .notSeveral, .notRows, .rowsAlone, .otherRows,
      .changed, .rowCache:
      false
    case .table(let error): error.isMissingInput
    case .text(let error): error.isMissingInput
    case .svmlight(let error): error.isMissingInput
    case .idx(let error): error.isMissingInput
    case .picture(let error): error.isMissingInput
    case .cifar(let error): error.isMissingInput
    case .norb(let error): error.isMissingInput
    case .numpy(let error): error.isMissingInput
    }
  }

  /// What the system refused, where that was the reason.
  public var fileError: FileError? {
    switch self {
    case .idx(.file(let error)), .picture(.file(let error)), .cifar(.content(.file(let error))),
      .norb(.content(.file(let error))), .numpy(.content(.file(let error))),
      .table(.content(.file(let error))), .svmlight(.content(.file(let error))),
      .text(.content(.file(let error))), .rowCache(.file(let error)):
      error
    default: nil
    }
  }
}

extension DataSourceError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .notFound(let argument, let nearest):
      "finding data: expected a path or a catalog name "
        + "(\(DataSource.catalog.joined(separator: ", "))), found \(PathName.quoted(argument)), "
        + "which does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "check the path")
    case .notInstalled(let name, let places):
      "finding data: expected a \(name.contains("/") ? "file" : "folder") '\(name)' in "
        + "\(places.joined(separator: ", ")), found none; put its files into one of them "
        + "('rectifier data info \(name.prefix { $0 != "/" })' lists them)"
    case .glyphs(let error): error.description
    case .notUnderstood(let path):
      "reading data: expected a folder of IDX files, of CIFAR-10, NORB or pictures, a picture, "
        + "arrays (.npz, .npy) or a batch of CIFAR-10 (.bin), found the file "
        + "\(PathName.quoted(path)); give the folder"
    case .idx(let error): error.description
    case .picture(let error): error.description
    case .cifar(let error): error.description
    case .norb(let error): error.description
    case .numpy(let error): error.description
    case .table(let error): error.description
    case .text(let error): error.description
    case .svmlight(let error): error.description
    case .schema(let error): error.description
    case .notSeveral(let argument, let found):
      "finding data: \(PathName.quoted(argument)): expected files of rows of one form with commas between "
        + "them, found \(found); give files that belong together"
    case .changed(let path, let expected, let found):
      "reading \(PathName.quoted(path)) again: expected its \(expected) rows, found "
        + (found > expected ? "more" : "\(found)") + "; start again once nobody writes to it"
    case .rowCache(let error): error.description
    case .notRows(let path):
      "reading rows: expected a file with a row a line (.csv, .tsv, .svmlight, .txt, also .gz), found "
        + "\(PathName.quoted(path)); say its form with --format "
        + RowFormat.allCases.map(\.rawValue).joined(separator: "|")
    case .rowsAlone(let path):
      "reading data: expected data that are stored as numbers, found \(PathName.quoted(path)), the rows "
        + "of a file, whose meaning only a training run or a model can say; use it with train, or with a "
        + "model that was trained on such rows"
    case .otherRows(let path, let format):
      "reading data: expected rows of the form that the model was trained on, found "
        + "\(PathName.quoted(path)), \(format.rawValue); choose another file, or say its form with "
        + "--format"
    }
  }
}
