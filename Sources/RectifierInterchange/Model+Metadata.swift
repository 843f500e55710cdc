// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension Model {
  static let format = "rectifier-model"

  /// All that a file says of the model beside its tensors: keys, and texts that are canonical.
  func metadata() throws -> [String: String] {
    var metadata = FormatVersion.metadata(Self.format)
    metadata.merge(try ModelDescription(self).metadata()) { $1 }
    metadata["facts"] = try facts.metadata.text()
    if !compactions.isEmpty {
      let list = JSONValue.array(compactions.map(\.metadata))
      metadata[CompactionFacts.metadataKey] = try list.text()
    }
    return metadata
  }

  /// Reads what a file says beside its tensors, and the network of the architecture that it names.
  ///
  /// - Parameter network: Reads the tensors; called before the facts are read.
  /// - Throws: `SafetensorsError`, and what the closure throws.
  init(
    metadata: [String: String], path: String, network: (Architecture) throws -> Network
  ) throws {
    try FormatVersion.check(Self.format, in: metadata, path: path)
    let description = try ModelDescription(metadata, path: path)
    let network = try network(description.architecture)
    let compactions = try CompactionFacts.list(
      in: metadata, architecture: description.architecture, path: path)
    let facts = try TrainingFacts(
      MetadataField(path: path, key: "facts", in: metadata),
      architecture: try Self.trained(description.architecture, compactions))
    self = description.model(network, facts: facts, compactions: compactions)
  }

  /// The architecture that was trained, of which the training facts speak.
  private static func trained(
    _ architecture: Architecture, _ compactions: [CompactionFacts]
  ) throws -> Architecture {
    try architecture.replacingHiddenWidths(
      compactions.first?.hiddenWidths ?? architecture.hiddenWidths)
  }
}
