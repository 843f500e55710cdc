// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments

struct DataInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Prints what a data set is, its files, where to get them, and the terms.",
    usage: "rectifier data info [<name>] [<options>]",
    discussion: """
      Without a name, lists the data sets that go by one. Nothing is fetched: get the files yourself, \
      put them into a folder of that name, and let 'rectifier data verify' look at them.
      """)

  @Argument(help: "A catalog name such as mnist.")
  var name: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    guard let name else {
      if json { return try StandardOutput.writeDocument(CatalogText.listDocument) }
      return try StandardOutput.writeLines(CatalogText.list)
    }
    let entry = try CatalogEntry.requested(name)
    if json { return try StandardOutput.writeDocument(CatalogText.document(entry)) }
    try StandardOutput.writeLines(CatalogText.lines(entry))
  }
}

extension CatalogEntry {
  /// The entry of a name that was given; the error names the nearest one.
  static func requested(_ name: String) throws(ConfigurationError) -> CatalogEntry {
    try TrainConfiguration.value(
      named: name, among: all.map { (name: $0.name, value: $0) }, option: "<name>")
  }
}
