// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Where the file of a source lies that holds a row a line, and its form, found once.
struct RowPath: Equatable, Sendable {
  let path: String
  /// The form that its name or its beginning says; nil where the user has to say it.
  let format: RowFormat?

  init(path: String) {
    self.path = path
    format = RowFormat(path: path)
  }
}
