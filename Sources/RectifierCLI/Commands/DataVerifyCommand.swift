// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierData
import RectifierFiles

struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compares the files of a data set with what is known of them.",
    usage: "rectifier data verify <name> [<options>]",
    discussion: """
      Looks where DATA of that name would be read. Content is compared as it is inflated: its \
      length, and its SHA-256 where that is known; what could not be compared is said. Answers with \
      66 where a file is missing, with 65 where one is wrong.
      """)

  @Argument(help: "A catalog name such as mnist.")
  var name: String

  @OptionGroup var place: DataFolderOption

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let entry = try CatalogEntry.requested(name)
    if entry.isDrawn {
      guard json else {
        return try StandardOutput.writeLine("\(entry.name): drawn, there are no files to verify")
      }
      return try StandardOutput.writeDocument(["name": .string(entry.name), "files": []])
    }
    let environment = ProcessInfo.processInfo.environment
    let source = try place.source(entry.name, environment: environment)
    let check = try CatalogCheck(entry, in: source.path)
    if json {
      try StandardOutput.writeDocument(CatalogText.document(check, of: entry))
    } else {
      try StandardOutput.writeLines(CatalogText.lines(check))
    }
    try check.requireRight()
  }
}
