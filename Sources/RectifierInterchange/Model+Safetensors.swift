// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension Model {
  static let format = "rectifier-model"

  /// Reads a model file; of a checkpoint, the network as its last step left it.
  ///
  /// - Throws: `FileError` where there is no file to read; `SafetensorsError` where it is damaged,
  ///   of another kind, or of a later format version.
  public init(contentsOf path: String) throws {
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a model")
    if file.metadata["format"] == Checkpoint.format {
      self = try Checkpoint(contentsOf: path).last
      return
    }
    try FormatVersion.check(Self.format, in: file.metadata, path: path)
    let description = try ModelDescription(file.metadata, path: path)
    try Network.checkTensors(file, architecture: description.architecture, prefixes: [""])
    let compactions = try CompactionFacts.list(
      in: file.metadata, architecture: description.architecture, path: path)
    let facts = try TrainingFacts(
      MetadataField(path: path, key: "facts", in: file.metadata),
      architecture: try Self.trained(description.architecture, compactions))
    self = description.model(
      try Network(description.architecture, in: file), facts: facts, compactions: compactions)
  }

  /// Writes the model's file in one piece: the old one stays until the new one is complete.
  ///
  /// The same model always gives the same bytes.
  ///
  /// - Throws: `FileError`, `SafetensorsError.headerTooLong`.
  public func write(to path: String) throws {
    var metadata = FormatVersion.metadata(Self.format)
    metadata.merge(try ModelDescription(self).metadata()) { $1 }
    metadata["facts"] = try facts.metadata.text()
    if !compactions.isEmpty {
      let list = JSONValue.array(compactions.map(\.metadata))
      metadata[CompactionFacts.metadataKey] = try list.text()
    }
    try AtomicFile.write(Safetensors.encode(network.entries(), metadata: metadata), to: path)
  }

  /// The architecture that was trained, of which the training facts speak.
  private static func trained(
    _ architecture: Architecture, _ compactions: [CompactionFacts]
  ) throws -> Architecture {
    try architecture.replacingHiddenWidths(
      compactions.first?.hiddenWidths ?? architecture.hiddenWidths)
  }
}
