// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierInterchange

/// How the rows of files are read that do not fit into memory, or are not to lie there.
package struct RowStreaming: Sendable {
  /// Where encoded rows are kept; nil where the environment names no such folder.
  package var cache: RowCache?
  /// Once so many bytes have been read, the rows at hand are worked on.
  package var pieceByteCount = RowStream.usualPieceByteCount
  /// Memory of the machine.
  package var availableBytes = MemoryRequirement.machineBytes

  /// What rows take up in memory for each byte of their files: as they are read, as what is learned
  /// from, and encoded.
  private static let memoryPerByte = 3

  package init() {}

  /// Where encoded rows are kept if rows are to be read some at a time; nil where they go into memory.
  ///
  /// - Returns: Also what is worth knowing: that memory would not have done.
  /// - Throws: `ConfigurationError` where they are to be kept and there is no place for it.
  func choice(
    _ input: InputConfiguration, _ sources: [DataSource]
  ) throws -> (cache: RowCache?, note: String?) {
    switch input.streams {
    case false?: return (nil, nil)
    case true?:
      guard let cache else {
        throw ConfigurationError.invalidValue(
          option: "--stream", expected: "a folder for encoded rows, in XDG_CACHE_HOME or HOME",
          found: "neither of them set")
      }
      return (cache, nil)
    case nil:
      let sizes = try sources.map { try $0.rowByteCount() }
      let needed = sizes.reduce(0) { $0 + ($1 ?? 0) } * Self.memoryPerByte
      guard needed > availableBytes, let cache, !sizes.contains(nil) else { return (nil, nil) }
      return (
        cache,
        "\(sources[0].name): in memory rows need about \(ByteCount.text(needed)), this machine has "
          + "\(ByteCount.text(availableBytes)); they are read from \(PathName.quoted(cache.folder)) "
          + "instead, unless --no-stream says otherwise"
      )
    }
  }

  /// The rows of a source as encoded ones in a file.
  func dataset(
    _ stream: RowStream, encodedBy encoding: RowEncoding, _ input: InputConfiguration,
    in cache: RowCache, needsTarget: Bool
  ) throws -> (Dataset, notes: [String]) {
    var reading = JSONObject()
    for (key, value) in input.members where InputConfiguration.keysOfReading.contains(key) {
      reading[key] = value
    }
    let facts: JSONObject = [
      "content": .string(try stream.contentDigest()), "reading": .object(reading),
      "encoding": encoding.metadata,
    ]
    return try stream.dataset(
      encodedBy: encoding, in: cache,
      key: SHA256.digits(of: Array(try JSONValue.object(facts).text(.canonical).utf8)),
      needsTarget: needsTarget)
  }
}
