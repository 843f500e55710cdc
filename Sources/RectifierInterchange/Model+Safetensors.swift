// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension Model {
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
    try self.init(metadata: file.metadata, path: path) { architecture in
      try Network.checkTensors(file, architecture: architecture, prefixes: [""])
      return try Network(architecture, in: file)
    }
  }

  /// Writes the model's file in one piece: the old one stays until the new one is complete.
  ///
  /// The same model always gives the same bytes.
  ///
  /// - Throws: `FileError`, `SafetensorsError.headerTooLong`.
  public func write(to path: String) throws {
    try AtomicFile.write(Safetensors.encode(network.entries(), metadata: metadata()), to: path)
  }
}
