// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierNetworks

/// What `pretrain` says.
enum PretrainText {
  /// Before the first epoch.
  static func introduction(_ start: PretrainStart, session: PretrainSession) -> [String] {
    let configuration = session.record.configuration
    let threads = session.execution.threadCount
    let widths = start.architecture.widths.dropLast().map(String.init).joined(separator: "-")
    let names = Set(start.architecture.activations.map(\.name)).sorted().joined(separator: ", ")
    let decoders = configuration.reconstructions.map(\.name).joined(separator: ", ")
    return [
      "\(start.sourceName): \(NumberText.grouped(start.trainingCount)) samples to learn from,"
        + " validation \(NumberText.grouped(start.validationCount))",
      "\(widths), \(names); decoder \(decoders)\(configuration.tiesWeights ? ", tied" : "");"
        + " \(configuration.corruptions.map(\.name).joined(separator: ", "));"
        + " \(session.execution.instructionSet.rawValue), \(threads)"
        + (threads == 1 ? " thread" : " threads"),
      "writing to \(session.folder.path)",
    ] + (start.encoding.map { [EncodingText.line($0)] } ?? []) + start.notes.map { "note: \($0)" }
  }

  /// At the end.
  static func summary(_ session: PretrainSession) -> [String] {
    let configuration = session.record.configuration.training
    let layers = session.record.layers.enumerated().map { layer, result in
      "hidden.\(layer)    reconstruction error \(NumberText.fixed(result.reconstructionError, decimals: 4)),"
        + " \(NumberText.percent(result.zeroFraction, decimals: 1)) zeros,"
        + " \(NumberText.grouped(result.deadUnitCount)) dead"
        + " unit\(result.deadUnitCount == 1 ? "" : "s"),"
        + " best epoch \(result.bestEpoch)"
        // With patience a layer may have ended before.
        + (configuration.patience == 0 ? " of \(configuration.epochCount)" : "")
    }
    return layers + [
      "layers      \(PretrainedLayers.path(ofLayer: 0, in: session.folder.path)), …", "",
      "Try next:", "  rectifier \(next(session))",
    ]
  }

  /// The command that goes on from here, as it can be typed.
  private static func next(_ session: PretrainSession) -> String {
    let configuration = session.record.configuration.training
    var words = ["train", ShellWord.quoted(configuration.data)]
    if let folder = configuration.dataDirectory {
      words += ["--data-dir", ShellWord.quoted(folder)]
    }
    if let size = configuration.resize { words += ["--resize", size.text] }
    if configuration.inverts { words.append("--invert") }
    words += RowFlagText.words(configuration.input)
    words += ["--hidden", configuration.hiddenWidths.map(String.init).joined(separator: ",")]
    if configuration.activations != [.rectifier] {
      words += ["--activation", configuration.activations.map(\.name).joined(separator: ",")]
    }
    if configuration.hasSignMask { words.append("--sign-mask") }
    return (words + ["--init-from", ShellWord.quoted(session.folder.path)])
      .joined(separator: " ")
  }

  /// What `pretrain --json` prints.
  static func document(_ session: PretrainSession) -> JSONValue {
    [
      "layers": .array(session.record.layers.map(\.json)),
      "run": .string(session.folder.path),
      "threads": JSONValue(session.record.threadCount),
      "instructionSet": .string(session.record.instructionSet.rawValue),
    ]
  }
}
