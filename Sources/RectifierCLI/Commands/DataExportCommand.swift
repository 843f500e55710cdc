// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierData
import RectifierExperiments
import RectifierFiles

struct DataExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes all parts of a source of images as IDX files.",
    usage: "rectifier data export <data> <folder> [<options>]",
    discussion: """
      IDX is the form of MNIST, which other programs read: train-images-idx3-ubyte and so on, with \
      bytes from 0 to 255. Classes become their numbers; labels.txt has their names in that order.
      """)

  @Argument(help: "The data: a folder, or a catalog name such as glyphs.")
  var data: String

  @Argument(help: "A new or empty folder for the files.")
  var folder: String

  @OptionGroup var pictures: ResizeOption

  @OptionGroup var execution: ExecutionOptions

  @OptionGroup var place: DataFolderOption

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let source = try place.source(data, environment: environment)
    let parts = try source.load(
      pictures: try pictures.options(for: source), execution: execution)
    let lines = try parts.writeIDX(to: folder).map { name, rowCount in
      "\(PathName.join(folder, name)): \(NumberText.grouped(rowCount))"
        + (name == "labels.txt" ? " classes" : " rows")
    }
    try StandardOutput.writeLines(lines)
  }
}
