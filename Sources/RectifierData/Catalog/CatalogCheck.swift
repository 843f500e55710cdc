// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What lies in the folder of a catalog entry, compared with what is known of it, file by file.
public struct CatalogCheck: Sendable, Equatable {
  /// What was found out about one file.
  public enum Finding: Sendable, Equatable {
    /// The content is the one that is known, by its SHA-256.
    case identical
    /// The length is right, and so is the SHA-256 of the first bytes; no more is known.
    case beginsRight(byteCount: Int)
    /// The length is right; no checksum is known.
    case rightLength
    /// The file is not there.
    case missing
    /// The file lies there twice, plain and compressed.
    case twice
    /// The content is of another length; `found` is nil where it is longer than expected.
    case wrongLength(expected: Int, found: Int?)
    /// The content is another one of the same length.
    case wrongChecksum(expected: String, found: String)
    /// The first bytes are others.
    case wrongBeginning(byteCount: Int, expected: String, found: String)
    /// The compression is damaged.
    case damaged(GzipError)
  }

  /// A file and what was found out about it.
  public struct Item: Sendable, Equatable {
    /// What should be there.
    public let file: CatalogFile
    /// What it is called there; nil where it is missing.
    public let foundName: String?
    /// What was found out.
    public let finding: Finding

    /// Whether data can be read that are, as far as is known, the right ones.
    public var isRight: Bool {
      switch finding {
      case .identical, .beginsRight, .rightLength: true
      case .missing: !file.isNeeded
      default: false
      }
    }
  }

  /// Where the files were looked for.
  public let folder: String
  /// One for each file of the entry.
  public let items: [Item]

  /// Reads all files of an entry that are in `folder`, or in its inner folder.
  ///
  /// - Throws: `FileError` where the system refuses a file that is there.
  /// - Complexity: O(bytes).
  public init(_ entry: CatalogEntry, in folder: String) throws(FileError) {
    let inner = entry.innerFolder.map { PathName.join(folder, $0) }
    let place = inner.flatMap { Folder.exists($0) ? $0 : nil } ?? folder
    let present = try Folder.list(place, doing: "verifying data")
    var items: [Item] = []
    for file in entry.files {
      let names = [file.name, file.name + ".gz"].filter { present.contains($0) }
      let finding: Finding =
        switch names.count {
        case 0: .missing
        case 1: try Self.finding(of: PathName.join(place, names[0]), file)
        default: .twice
        }
      items.append(Item(file: file, foundName: names.first, finding: finding))
    }
    self.folder = place
    self.items = items
  }

  /// Refuses a folder in which something is wrong or missing.
  public func requireRight() throws(CatalogCheckError) {
    let wrong = items.filter { !$0.isRight && $0.finding != .missing }.compactMap(\.foundName)
    if !wrong.isEmpty { throw .wrong(folder: folder, names: wrong) }
    let missing = items.filter { !$0.isRight }.map(\.file.name)
    if !missing.isEmpty { throw .missing(folder: folder, names: missing) }
  }

  private static func finding(of path: String, _ file: CatalogFile) throws(FileError) -> Finding {
    do throws(StoredContentError) {
      return try compare(StoredContent(path: path, doing: "verifying data"), file)
    } catch {
      switch error {
      case .file(let error): throw error
      case .gzip(let error): return .damaged(error)
      }
    }
  }

  private static func compare(
    _ content: StoredContent, _ file: CatalogFile
  ) throws(StoredContentError) -> Finding {
    if let count = content.plainByteCount, count != file.byteCount {
      return .wrongLength(expected: file.byteCount, found: count)
    }
    var checksum = SHA256()
    var count = 0
    if let beginning = file.beginning {
      let bytes = try content.next(beginning.byteCount)
      let found = SHA256.digits(of: bytes)
      if bytes.count == beginning.byteCount, found != beginning.sha256 {
        return .wrongBeginning(
          byteCount: beginning.byteCount, expected: beginning.sha256, found: found)
      }
      checksum.update(bytes)
      count = bytes.count
    }
    while count <= file.byteCount {
      let bytes = try content.next(1 << 20)
      if bytes.isEmpty { break }
      if file.sha256 != nil { checksum.update(bytes) }
      count += bytes.count
    }
    guard count == file.byteCount else {
      return .wrongLength(
        expected: file.byteCount, found: count > file.byteCount ? nil : count)
    }
    guard let expected = file.sha256 else {
      return file.beginning.map { .beginsRight(byteCount: $0.byteCount) } ?? .rightLength
    }
    let found = checksum.digits()
    return found == expected ? .identical : .wrongChecksum(expected: expected, found: found)
  }
}
