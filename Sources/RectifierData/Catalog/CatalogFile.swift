// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One file of a data set in the catalog, and what is known of its content.
///
/// The file may lie there as it is, or compressed by gzip with `.gz` behind its name; facts are of
/// the content, inflated. What is nil is not known here.
public struct CatalogFile: Sendable, Equatable {
  /// The first bytes of a content, where the whole is not known.
  public struct Beginning: Sendable, Equatable {
    /// How many bytes.
    public let byteCount: Int
    /// Their SHA-256, in hexadecimal digits.
    public let sha256: String
  }

  /// The name, without `.gz`.
  public let name: String
  /// How long the content is.
  public let byteCount: Int
  /// The SHA-256 of the content, in hexadecimal digits.
  public let sha256: String?
  /// What the content begins with.
  public let beginning: Beginning?
  /// How long the compressed file is that is handed out, and its SHA-256.
  public let compressed: Beginning?
  /// Whether data are read from the file.
  public let isNeeded: Bool

  init(
    _ name: String, byteCount: Int, sha256: String? = nil, beginning: Beginning? = nil,
    compressed: Beginning? = nil, isNeeded: Bool = true
  ) {
    self.name = name
    self.byteCount = byteCount
    self.sha256 = sha256
    self.beginning = beginning
    self.compressed = compressed
    self.isNeeded = isNeeded
  }
}
