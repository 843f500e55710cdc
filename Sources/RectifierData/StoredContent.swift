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
  private let bytes: UnsafeRawBufferPointer
  /// What keeps the bytes where they are.
  private let owner: AnyObject
  private let inflater: GzipReader?
  private var position = 0

  /// Opens a file.
  ///
  /// - Parameter doing: The purpose, for the message: "reading labels".
  init(path: String, doing: String) throws(StoredContentError) {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path, doing: doing)
    } catch { throw .file(error) }
    (bytes, owner) = (file.bytes, file)
    inflater = Gzip.isGzip(bytes) ? GzipReader(bytes, path: path) : nil
  }

  /// Opens bytes in memory, which errors call `name`.
  init(_ held: HeldBytes, name: String) {
    (bytes, owner) = (held.bytes, held)
    inflater = Gzip.isGzip(bytes) ? GzipReader(bytes, path: name) : nil
  }

  /// The length of the content where it is known without inflating.
  var plainByteCount: Int? { inflater == nil ? bytes.count : nil }

  /// Bytes as they are stored, compressed or not.
  var storedByteCount: Int { bytes.count }

  /// No content of the file can be longer, whatever it inflates to.
  var largestByteCount: Int {
    inflater == nil ? bytes.count : bytes.count * Self.largestRatio
  }

  /// No deflated byte becomes more than these.
  private static let largestRatio = 1032

  /// The next `count` bytes, fewer where the content ends.
  func next(_ count: Int) throws(StoredContentError) -> [UInt8] {
    guard let inflater else {
      let next = Array(bytes[position...].prefix(count))
      position += next.count
      return next
    }
    do throws(GzipError) {
      return try inflater.read(upTo: count)
    } catch { throw .gzip(error) }
  }

  /// All that is left, or nil where that is more than `limit` bytes.
  func rest(limit: Int) throws(StoredContentError) -> [UInt8]? {
    guard let inflater else {
      return bytes.count - position > limit ? nil : Array(bytes[position...])
    }
    do throws(GzipError) {
      return try inflater.readToEnd(limit: limit)
    } catch {
      if case .exceedsLimit = error { return nil }
      throw .gzip(error)
    }
  }
}
