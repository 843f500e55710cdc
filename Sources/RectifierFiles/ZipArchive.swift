// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The members of a zip archive, stored or deflated; ZIP64 included.
///
/// The directory at the file's end is what counts; each member's own header has to agree with it.
/// Members may not overlap, so that no byte of the file is inflated twice. Nothing is written
/// anywhere, and names are only compared.
///
/// Source: PKWARE's APPNOTE.TXT 6.3, sections 4.3 and 4.5.3.
package final class ZipArchive {
  /// Where a member lies in the file, and what it becomes.
  struct Member: Sendable {
    let name: String
    let isDeflated: Bool
    let checksum: UInt32
    let byteCount: Int
    let compressed: Range<Int>
  }

  private let file: MappedFile
  private let members: [Member]

  /// Reads the directory of an archive.
  ///
  /// - Parameters:
  ///   - file: The archive.
  ///   - memberLimit: How many members there may be.
  ///   - byteLimit: How many bytes all members may inflate to, by what the directory says; more is
  ///     never inflated.
  package init(_ file: MappedFile, memberLimit: Int, byteLimit: Int) throws(ZipError) {
    let directory = try ZipDirectory(ZipBytes(file.bytes, path: file.path))
    self.file = file
    members = try directory.members(limit: memberLimit)
    var total = 0
    for member in members {
      let (sum, overflows) = total.addingReportingOverflow(member.byteCount)
      guard !overflows, sum <= byteLimit else {
        throw .tooLarge(path: file.path, limit: byteLimit)
      }
      total = sum
    }
  }

  /// The names of all members, in the order of the directory.
  package var names: [String] { members.map(\.name) }

  /// How many bytes the member of that name has; nil where there is none.
  package func byteCount(of name: String) -> Int? { member(name)?.byteCount }

  /// The content of the member of that name; nil where there is none.
  package func content(of name: String) throws(ZipError) -> [UInt8]? {
    guard let member = member(name) else { return nil }
    let content = member.isDeflated ? try inflated(member) : Array(file.bytes[member.compressed])
    guard content.withUnsafeBytes({ Gzip.crc32($0) }) == member.checksum else {
      throw .wrongChecksum(path: file.path, name: name)
    }
    return content
  }

  private func member(_ name: String) -> Member? { members.first { $0.name == name } }

  private func inflated(_ member: Member) throws(ZipError) -> [UInt8] {
    let reader = ZlibReader(
      file.bytes, pieces: [member.compressed], path: file.path, form: .raw)
    var failure: ZlibError?
    let content = [UInt8](unsafeUninitializedCapacity: member.byteCount) { buffer, initialized in
      do throws(ZlibError) {
        initialized = try reader.read(into: UnsafeMutableRawBufferPointer(buffer))
        try reader.finish()
      } catch { failure = error }
    }
    if let failure { throw .content(failure) }
    guard content.count == member.byteCount else {
      throw .damaged(
        path: file.path, offset: member.compressed.lowerBound,
        expected: "data that inflate to \(member.byteCount) bytes")
    }
    return content
  }
}
