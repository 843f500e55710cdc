// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One file of a NORB set, its header read and judged against its length.
struct NORBFile {
  let path: String
  let header: NORBHeader
  private let content: StoredContent

  /// Opens a file for a role.
  init(path: String, role: NORBRole) throws(NORBError) {
    self.path = path
    do {
      content = try StoredContent(path: path, doing: "reading \(role.rawValue)")
      let head = try content.next(NORBHeader.byteCount(of: role))
      header = try NORBHeader(head, path: path, role: role)
      if let count = content.plainByteCount, count != head.count + header.contentByteCount {
        throw wrongLength(found: count - head.count)
      }
      guard header.contentByteCount <= content.largestByteCount else {
        throw wrongLength(found: nil)
      }
    } catch let error as StoredContentError {
      throw .content(error)
    } catch let error as NORBError {
      throw error
    } catch { fatalError("NORB file: \(error)") }
  }

  /// The next values, as many bytes as the header promised.
  func next(_ count: Int) throws(NORBError) -> [UInt8] {
    do throws(StoredContentError) {
      let bytes = try content.next(count)
      if bytes.count == count { return bytes }
    } catch { throw .content(error) }
    throw wrongLength(found: nil)
  }

  /// Checks that the content ends here.
  func finish() throws(NORBError) {
    do throws(StoredContentError) {
      if try content.next(1).isEmpty { return }
    } catch { throw .content(error) }
    throw wrongLength(found: nil)
  }

  private func wrongLength(found: Int?) -> NORBError {
    .wrongLength(
      path: path, shape: header.shape, expected: header.contentByteCount, found: found)
  }
}
