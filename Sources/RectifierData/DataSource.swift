// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// Where data come from: a path, or a name in the catalog.
public struct DataSource: Sendable, Equatable {
  /// What is done to get the data.
  public enum Kind: Sendable, Equatable {
    /// Files are read.
    case files
    /// Standard input is read.
    case standardInput
    /// Images are drawn.
    case glyphs(GlyphRecipe)
    /// The rows of several files are read, one file after another.
    case several([DataSource])
    /// The rows of a file for each part are read.
    case parts([Part: DataSource])
  }

  /// What the user wrote.
  public let argument: String
  /// A short name for runs and messages, as in "mnist"; it holds no separator.
  public let name: String
  /// Where the data are; for data that are drawn, the argument.
  public let path: String
  /// What is done to get the data.
  public let kind: Kind
  /// The file that holds rows, where the files are one such.
  var rowPath: RowPath?

  /// The names of data sets: glyphs, which are drawn, and those that are looked up among the folders
  /// of data.
  public static let catalog = CatalogEntry.all.map(\.name)

  /// What stands for standard input.
  package static let standardInputArgument = "-"

  private static let installed = CatalogEntry.all.filter { !$0.isDrawn }.map(\.name)

  /// Finds what an argument means: a path that exists, else a catalog name, else several of these with
  /// commas between them.
  ///
  /// "glyphs" and what may follow it are read by ``GlyphRecipe/init(parsing:)``. Any other catalog
  /// name is looked up in `dataFolder`, in `$RECTIFIER_DATA`, then in `$XDG_CACHE_HOME/rectifier` or
  /// `~/.cache/rectifier`; so is a file of its folder, as in "amazon/books_train.svmlight", which may
  /// lie there with `.gz` behind its name. Several are files whose rows belong together.
  ///
  /// - Throws: ``DataSourceError``: no such path, a name that is not in the catalog, one whose data
  ///   are in none of these folders, glyphs with something wrong behind their name, several of which
  ///   one is no file, or a folder with two files of rows for a part.
  public static func resolve(
    _ argument: String, dataFolder: String? = nil, environment: [String: String]
  ) throws(DataSourceError) -> DataSource {
    if argument == standardInputArgument {
      return DataSource(
        argument: argument, name: "stdin", path: argument, kind: .standardInput)
    }
    if FileKind.of(argument) != nil {
      return try files(at: argument, argument: argument, name: name(of: argument))
    }
    if GlyphRecipe.isMeant(by: argument) {
      return try glyphs(argument)
    }
    if argument.contains(",") {
      return try several(argument, dataFolder: dataFolder, environment: environment)
    }
    let entry = argument.prefix { $0 != "/" }
    guard installed.contains(String(entry)) else {
      let names = installed + GlyphRecipe.sourceNames
      let nearest = argument.contains("/") ? nil : NearestName.of(argument, among: names)
      throw .notFound(argument: argument, nearest: nearest)
    }
    let places = places(dataFolder: dataFolder, environment: environment)
    for folder in places.compactMap(\.folder) {
      let path = PathName.join(folder, argument)
      let found = entry == argument ? Folder.exists(path) ? path : nil : file(at: path)
      if let found {
        return try files(
          at: found, argument: argument, name: PathName.lastComponent(of: argument))
      }
    }
    throw .notInstalled(name: argument, places: places.map(\.shown))
  }

  private static func glyphs(
    _ argument: String
  ) throws(DataSourceError) -> DataSource {
    do throws(GlyphRecipeError) {
      let recipe = try GlyphRecipe(parsing: argument)
      return DataSource(
        argument: argument, name: recipe.name, path: argument, kind: .glyphs(recipe))
    } catch { throw .glyphs(error) }
  }

  /// The path from the root, free of links; nil for data that are drawn, and once nothing is there
  /// any more.
  public var absolutePath: String? {
    switch kind {
    case .files, .parts: PathName.absolute(path)
    case .several(let sources): Self.joined(sources.map(\.absolutePath))
    case .standardInput, .glyphs: nil
    }
  }

  /// Bytes of all images that are still to be drawn; 0 for files.
  public var drawnByteCount: Int {
    guard case .glyphs(let recipe) = kind else { return 0 }
    return recipe.sampleCount(of: .all) * GlyphImage.count
  }

  /// Whether there are pictures here, one a file, rather than other data.
  public var holdsPictures: Bool {
    kind == .files && DataForm.of(path) == .pictures
  }

  /// Reads all parts, or makes ready to draw each when it is first asked for.
  ///
  /// - Parameters:
  ///   - pictures: How pictures become rows; it has no meaning for other data.
  ///   - execution: What images are drawn on; no result depends on it.
  /// - Throws: ``DataSourceError``: what the reader of the format found, or
  ///   ``DataSourceError/notUnderstood(path:)`` for a file that no reader knows.
  public func load(
    pictures: PictureOptions = PictureOptions(), execution: Execution = .default
  ) throws(DataSourceError) -> DatasetParts {
    if case .glyphs(let recipe) = kind { return recipe.parts(execution: execution) }
    if rowFormat() != nil { throw .rowsAlone(path: path) }
    if case .several = kind { throw .notRows(path: path) }
    guard FileKind.of(path) != nil else { throw .notFound(argument: path, nearest: nil) }
    let isFolder = Folder.exists(path)
    switch DataForm.of(path) {
    case nil: throw .notUnderstood(path: path)
    case .idx?:
      return try reading(DataSourceError.idx) { () throws(IDXError) in
        try IDXFolder.read(path, name: name)
      }
    case .pictures?:
      return try reading(DataSourceError.picture) { () throws(PictureError) in
        try isFolder
          ? PictureFolder.read(path, name: name, options: pictures)
          : PictureFolder.readFile(path, name: name, options: pictures)
      }
    case .cifar?:
      return try reading(DataSourceError.cifar) { () throws(CIFARError) in
        try isFolder
          ? CIFARFolder.read(path, name: name) : CIFARFolder.readFile(path, name: name)
      }
    case .norb?:
      return try reading(DataSourceError.norb) { () throws(NORBError) in
        try NORBFolder.read(path, name: name)
      }
    case .numpy?:
      return try reading(DataSourceError.numpy) { () throws(NumPyError) in
        try NPYParts.read(path, name: name)
      }
    }
  }

  /// What a reader reads, with its errors as those of data sources.
  private func reading<Failure: Error>(
    _ wrap: (Failure) -> DataSourceError, _ read: () throws(Failure) -> DatasetParts
  ) throws(DataSourceError) -> DatasetParts {
    do throws(Failure) { return try read() } catch { throw wrap(error) }
  }

  private static func places(
    dataFolder: String?, environment: [String: String]
  ) -> [(folder: String?, shown: String)] {
    func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    var places: [(folder: String?, shown: String)] = []
    if let dataFolder { places.append((dataFolder, PathName.quoted(dataFolder))) }
    let data = given("RECTIFIER_DATA")
    let shown = data.map { " = \(PathName.quoted($0))" } ?? " (not set)"
    places.append((data, "$RECTIFIER_DATA" + shown))
    if let folder = cacheFolder(environment: environment) {
      places.append((folder, PathName.quoted(folder)))
    }
    return places
  }

  /// The user's folder for what can be had again: `$XDG_CACHE_HOME/rectifier`, else
  /// `~/.cache/rectifier`; nil where the environment says neither.
  package static func cacheFolder(environment: [String: String]) -> String? {
    func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let home = given("HOME").map { PathName.join($0, ".cache") }
    return (given("XDG_CACHE_HOME") ?? home).map { PathName.join($0, "rectifier") }
  }

  /// The last component that names something: of the path itself, or of what "." or ".." stand for.
  private static func name(of path: String) -> String {
    let component = PathName.lastComponent(of: path)
    if !["", ".", "..", "/"].contains(component) { return component }
    let name = PathName.absolute(path).map { PathName.lastComponent(of: $0) } ?? ""
    return name.isEmpty ? "data" : name
  }
}
