// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct DataSourceTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func resolve(
    _ argument: String, dataFolder: String? = nil, environment: [String: String] = [:]
  ) throws(DataSourceError) -> DataSource {
    try DataSource.resolve(argument, dataFolder: dataFolder, environment: environment)
  }

  @Test func aPathThatExistsIsThePath() throws {
    let folder = try scratch.folder("digits.v2")
    for argument in [folder, folder + "/", folder + "/../digits.v2", folder + "/."] {
      let source = try resolve(argument)
      #expect(source.path == argument)
      #expect(source.name == "digits.v2")
      #expect(source.absolutePath?.hasSuffix("/digits.v2") == true)
    }
    #expect(try resolve("/").name == "data")
  }

  @Test func aCatalogNameIsLookedUpInOrder() throws {
    let places = try ["given", "data", "cache/rectifier", "home/.cache/rectifier"].map {
      try scratch.folder($0 + "/mnist")
    }
    let environment = [
      "RECTIFIER_DATA": scratch.file("data"), "XDG_CACHE_HOME": scratch.file("cache"),
      "HOME": scratch.file("home"),
    ]
    let given = scratch.file("given")
    #expect(try resolve("mnist", dataFolder: given, environment: environment).path == places[0])
    #expect(try resolve("mnist", environment: environment).path == places[1])
    try scratch.remove("given/mnist")
    #expect(try resolve("mnist", dataFolder: given, environment: environment).path == places[1])
    try scratch.remove("data")
    #expect(try resolve("mnist", environment: environment).path == places[2])
    let home = ["HOME": scratch.file("home"), "XDG_CACHE_HOME": ""]
    #expect(try resolve("mnist", environment: home).path == places[3])
    #expect(try resolve("mnist", environment: home).name == "mnist")
  }

  @Test func aCatalogNameThatIsNowhereSaysWhereItLooked() throws {
    let error = #expect(throws: DataSourceError.self) {
      try resolve("mnist", dataFolder: "/nowhere", environment: ["HOME": "/no/home"])
    }
    #expect(error?.isMissingInput == true)
    #expect(
      error?.description
        == "finding data: expected a folder 'mnist' in '/nowhere', $RECTIFIER_DATA (not set), "
        + "'/no/home/.cache/rectifier', found none; put its files into one of them "
        + "('rectifier data info mnist' lists them)")
  }

  @Test func aMisspeltNameGetsTheNearest() throws {
    #expect(throws: DataSourceError.notFound(argument: "mnits", nearest: "mnist")) {
      try resolve("mnits")
    }
    #expect(throws: DataSourceError.notFound(argument: "no/such", nearest: nil)) {
      try resolve("no/such")
    }
    let names = DataSource.catalog.joined(separator: ", ")
    #expect(
      DataSourceError.notFound(argument: "mnits", nearest: "mnist").description
        == "finding data: expected a path or a catalog name (\(names)), found 'mnits', "
        + "which does not exist; did you mean 'mnist'?")
  }

  @Test func aFolderOfIDXFilesIsLoaded() throws {
    try scratch.writeSmallFolder()
    let parts = try resolve(scratch.path).load()
    #expect(parts.train?.rowCount == 4)
    #expect(parts.train?.name.hasSuffix(" train") == true)
  }

  @Test func whatIsNoFolderOfIDXFilesIsRefused() throws {
    let file = try scratch.write([1, 2], "table.xls")
    #expect(throws: DataSourceError.notUnderstood(path: file)) { try resolve(file).load() }
    let folder = try scratch.folder("empty")
    #expect(throws: DataSourceError.idx(.noFiles(folder: folder))) { try resolve(folder).load() }
    let source = try resolve(folder)
    try scratch.remove("empty")
    #expect(throws: DataSourceError.notFound(argument: folder, nearest: nil)) {
      try source.load()
    }
  }

  @Test func glyphsAreDrawnFromTheirName() throws {
    let source = try resolve("glyphs:digits?samples=30")
    #expect(source.kind == .glyphs(GlyphRecipe(variant: .digits, sampleCount: 30)))
    #expect(source.name == "glyphs-digits")
    #expect(source.path == "glyphs:digits?samples=30")
    #expect(source.absolutePath == nil)
    let parts = try source.load()
    #expect(parts.available == [.train, .validation, .test, .all])
    #expect(parts.train?.rowCount == 30)
    #expect(parts.train?.name == "glyphs-digits train")
    #expect(parts.evaluationPart == .test)
  }

  @Test func threadsDoNotShowInGlyphs() throws {
    let checksums = try [1, 5].map { count in
      try DataSource.resolve("glyphs:noisy?samples=9", environment: [:])
        .load(execution: Execution(threadCount: count)).train?.checksum
    }
    #expect(checksums[0] != nil)
    #expect(checksums[0] == checksums[1])
  }

  @Test func glyphsWrittenWronglyAreToldSo() {
    let wrong = GlyphRecipeError.unknownVariant(
      text: "glyphs:digts", found: "digts", nearest: "digits")
    #expect(throws: DataSourceError.glyphs(wrong)) { try resolve("glyphs:digts") }
    #expect(DataSourceError.glyphs(wrong).description == wrong.description)
    #expect(!DataSourceError.glyphs(wrong).isMissingInput)
    for (name, nearest) in [
      ("glyps", "glyphs"), ("glyphs-digits", "glyphs:digits"), ("glpyhs:clean", "glyphs:clean"),
    ] {
      #expect(throws: DataSourceError.notFound(argument: name, nearest: nearest)) {
        try resolve(name)
      }
    }
  }

  @Test func aFolderThatIsCalledGlyphsComesFirst() throws {
    let folder = try scratch.folder("glyphs:digits")
    #expect(try resolve(folder).kind == .files)
    #expect(try resolve(folder).name == "glyphs:digits")
  }
}
