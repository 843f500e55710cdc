// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The content of one IDX file of bytes, plain or compressed by gzip, whatever its name says.
struct IDXFile: Sendable {
  let path: String
  let header: IDXHeader
  /// The values, the last dimension fastest.
  let values: [UInt8]

  var rowCount: Int { header.shape[0] }

  /// Reads a file for a role.
  ///
  /// - Throws: ``IDXError`` where the file is not there, is compressed and damaged, is of another
  ///   kind than the role needs, or is not exactly as long as its header says.
  init(path: String, role: IDXRole) throws(IDXError) {
    let source = try Self.reading { () throws(StoredContentError) in
      try StoredContent(path: path, doing: "reading \(role.rawValue)")
    }
    let fixed = try Self.reading { () throws(StoredContentError) in
      try source.next(IDXHeader.fixedByteCount)
    }
    let more = try IDXHeader.dimensionByteCount(fixed, path: path, role: role)
    let dimensions = try Self.reading { () throws(StoredContentError) in
      try source.next(more)
    }
    guard dimensions.count == more else {
      throw .truncatedHeader(
        path: path, role: role, expected: fixed.count + more,
        found: fixed.count + dimensions.count)
    }
    let header = try IDXHeader(dimensions: dimensions, path: path)
    let rest = try Self.reading { () throws(StoredContentError) in
      try source.rest(limit: header.contentByteCount)
    }
    guard let rest, rest.count == header.contentByteCount else {
      throw .wrongLength(
        path: path, shape: header.shape, expected: header.byteCount + header.contentByteCount,
        found: rest.map { $0.count + header.byteCount } ?? source.plainByteCount)
    }
    self.path = path
    self.header = header
    values = rest
  }
}

extension IDXFile {
  /// What is read of a file, with the errors of this format.
  private static func reading<Value>(
    _ read: () throws(StoredContentError) -> Value
  ) throws(IDXError) -> Value {
    do throws(StoredContentError) {
      return try read()
    } catch {
      switch error {
      case .file(let error): throw .file(error)
      case .gzip(let error): throw .gzip(error)
      }
    }
  }
}
