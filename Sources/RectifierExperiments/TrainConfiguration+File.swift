// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension TrainConfiguration {
  /// Reads a file of options: the `configuration` object of a run.json, or a whole run.json.
  ///
  /// What the file leaves out has its default, and `data` may be empty: flags are put over it, and
  /// only then can the whole be checked.
  ///
  /// - Throws: `FileError`, `JSONError`, and the errors of names and values, with the file.
  package init(contentsOf path: String) throws {
    let file = try MappedFile(path: path, doing: "reading a configuration")
    let document = try JSONValue.parse(file.bytes, path: path)
    try self.init(
      partOf: document["configuration"] ?? document,
      place: "\(PathName.quoted(path)): configuration")
  }
}
