// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why the content of a file cannot be had, whatever it means.
public enum StoredContentError: Error, Equatable, Sendable {
  /// The file cannot be had at all.
  case file(FileError)
  /// The compression is damaged.
  case gzip(GzipError)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    switch self {
    case .file(.notFound), .file(.notAFile): true
    default: false
    }
  }
}

extension StoredContentError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .gzip(let error): error.description
    }
  }
}

/// Gives a file's content from its beginning, inflated where the file is compressed by gzip,
/// whatever its name says.
final class StoredContent {
  private let file: MappedFile
  private let inflater: GzipReader?
  private var position = 0

  /// Opens a file.
  ///
  /// - Parameter doing: The purpose, for the message: "reading labels".
  init(path: String, doing: String) throws(StoredContentError) {
    do throws(FileError) {
      file = try MappedFile(path: path, doing: doing)
    } catch { throw .file(error) }
    inflater = Gzip.isGzip(file.bytes) ? GzipReader(file.bytes, path: path) : nil
  }

  /// The length of the content where it is known without inflating.
  var plainByteCount: Int? { inflater == nil ? file.count : nil }

  /// No content of the file can be longer, whatever it inflates to.
  var largestByteCount: Int {
    inflater == nil ? file.count : file.count * Self.largestRatio
  }

  /// No deflated byte becomes more than these.
  private static let largestRatio = 1032

  /// The next `count` bytes, fewer where the content ends.
  func next(_ count: Int) throws(StoredContentError) -> [UInt8] {
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
  func rest(limit: Int) throws(StoredContentError) -> [UInt8]? {
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
