// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles

/// A file of scalars that TensorBoard reads, and grows event by event.
///
/// Every process makes a file of its own in the folder; TensorBoard puts those of one folder together.
public final class ScalarFile {
  /// What names of such files begin with.
  static let namePrefix = "events.out.tfevents."

  /// Where the file lies.
  public let path: String
  private let file: AppendedFile

  /// Makes a file in a folder, which is made too.
  ///
  /// - Throws: `FileError`.
  public init(folder: String) throws {
    try Folder.create(folder)
    let wallTime = Date().timeIntervalSince1970
    let name = "\(Self.namePrefix)\(Int(wallTime)).rectifier"
    file = try AppendedFile(in: folder, name: name)
    path = file.path
    try file.append(ScalarEvent.version(wallTime: wallTime))
  }

  /// Whether a folder holds such files.
  public static func exists(in folder: String) -> Bool {
    let names = try? Folder.list(folder, doing: "looking for scalars")
    return names?.contains { $0.hasPrefix(namePrefix) } ?? false
  }

  /// Adds the numbers of an epoch; they are in the file when the call returns.
  ///
  /// - Throws: `FileError`.
  public func append(_ scalars: [(tag: String, value: Float)], step: Int) throws {
    let event = ScalarEvent(
      wallTime: Date().timeIntervalSince1970, step: step, scalars: scalars)
    try file.append(event.record)
  }
}
