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
    let source = try IDXSource(path: path, role: role)
    let fixed = try source.next(IDXHeader.fixedByteCount)
    let more = try IDXHeader.dimensionByteCount(fixed, path: path, role: role)
    let dimensions = try source.next(more)
    guard dimensions.count == more else {
      throw .truncatedHeader(
        path: path, role: role, expected: fixed.count + more,
        found: fixed.count + dimensions.count)
    }
    let header = try IDXHeader(dimensions: dimensions, path: path)
    let rest = try source.rest(limit: header.contentByteCount)
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

/// Gives a file's content from its beginning, inflated where the file is compressed.
private final class IDXSource {
  private let file: MappedFile
  private let inflater: GzipReader?
  private var position = 0

  init(path: String, role: IDXRole) throws(IDXError) {
    do throws(FileError) {
      file = try MappedFile(path: path, doing: "reading \(role.rawValue)")
    } catch { throw .file(error) }
    inflater = Gzip.isGzip(file.bytes) ? GzipReader(file.bytes, path: path) : nil
  }

  /// The length of the content where it is known without inflating.
  var plainByteCount: Int? { inflater == nil ? file.count : nil }

  /// The next `count` bytes, fewer where the content ends.
  func next(_ count: Int) throws(IDXError) -> [UInt8] {
    guard let inflater else {
      let bytes = Array(file.bytes[position...].prefix(count))
      position += bytes.count
      return bytes
    }
    do throws(GzipError) {
      return try inflater.read(upTo: count)
    } catch { throw .gzip(error) }
  }

  /// All that is left, or nil where that is more than `limit` bytes.
  func rest(limit: Int) throws(IDXError) -> [UInt8]? {
    guard let inflater else {
      return file.count - position > limit ? nil : Array(file.bytes[position...])
    }
    do throws(GzipError) {
      return try inflater.readToEnd(limit: limit)
    } catch {
      if case .exceedsLimit = error { return nil }
      throw .gzip(error)
    }
  }
}
