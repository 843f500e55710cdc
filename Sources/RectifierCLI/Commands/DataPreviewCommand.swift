// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierTraining

struct DataPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Draws the first images of each class side by side, as a PNG.",
    usage: "rectifier data preview <data> [<options>]")

  @OptionGroup var options: DataOptions

  @OptionGroup var pictures: ResizeOption

  @OptionGroup var execution: ExecutionOptions

  @Option(help: ArgumentHelp("Images a class.", valueName: "n"))
  var columns = 10

  @Option(
    help: ArgumentHelp("Pixels along a side for each of an image's.", valueName: "n"))
  var scale = 1

  @Option(
    help: ArgumentHelp(
      "Show the images as pre-training sees them: "
        + Corruption.names.joined(separator: ", ") + ". (default: none)", valueName: "name:level"))
  var corruption: String?

  @Option(
    help: ArgumentHelp(
      "Show what the autoencoder of a first layer gives back of the images, or of the corrupted "
        + "ones: RUN/autoencoder.0.safetensors.", valueName: "file"))
  var autoencoder: String?

  @Option(
    help: ArgumentHelp("Write to this file. (default: NAME-preview.png)", valueName: "file"))
  var out: String?

  func run() throws {
    for (option, value) in [("--columns", columns), ("--scale", scale)]
    where !(1...100).contains(value) {
      throw ConfigurationError.invalidValue(
        option: option, expected: "a whole number from 1 to 100", found: "\(value)")
    }
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let preview = try imagePreview()
    let input = try DataInput(
      options.data, options.choice, environment: environment
    ) { source, _ in
      (try source.load(pictures: try pictures.options(for: source), execution: execution), [])
    }
    let images = try preview?.images(of: input.data, execution: execution) ?? input.data
    let sheet = try ContactSheet(of: images, imagesPerRow: columns, scale: scale)
    let path = out ?? "\(input.sourceName)-preview.png"
    try AtomicFile.write(
      PNG.encode(
        pixels: sheet.pixels, height: sheet.height, width: sheet.width, channels: sheet.channels),
      to: path)
    try StandardOutput.writeLines(lines(sheet, input: input, path: path))
  }

  /// What is to be shown in place of the images; nil for themselves.
  private func imagePreview() throws -> ImagePreview? {
    guard corruption != nil || autoencoder != nil else { return nil }
    var preview = ImagePreview()
    if let corruption {
      preview.corruption = try PretrainConfiguration.corruption(parsing: corruption)
    }
    preview.autoencoder = try autoencoder.map { try Model(contentsOf: $0) }
    return preview
  }

  private func lines(_ sheet: ContactSheet, input: DataInput, path: String) -> [String] {
    let counts = input.data.classCounts
    let shape = input.data.imageShape.map { "\($0)" } ?? ""
    let rowCount = input.data.rowCount
    let images = "\(NumberText.grouped(rowCount)) image\(rowCount == 1 ? "" : "s")"
    var lines = [
      "\(path): part \(input.part.rawValue) of \(input.sourceName), \(images) of \(shape)"
    ]
    if let least = counts.min(), let most = counts.max() {
      let range = least == most ? "\(least)" : "\(least) to \(most)"
      lines.append("\(counts.count) classes of \(range) images; rows from the top:")
      for (block, labels) in sheet.rowLabels.enumerated() {
        let place = sheet.rowLabels.count == 1 ? "" : "block \(block + 1):  "
        lines.append("  \(place)\(labels.joined(separator: " "))")
      }
    }
    return lines
  }
}
