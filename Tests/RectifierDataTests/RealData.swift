// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// The folder of real data that `RECTIFIER_DATA` names.
enum RealData {
  private static let folder = ProcessInfo.processInfo.environment["RECTIFIER_DATA"]

  /// Whether a file or folder is there.
  static func has(_ name: String) -> Bool {
    folder.map { FileManager.default.fileExists(atPath: $0 + "/" + name) } ?? false
  }

  /// The path of a file that is there.
  static func path(_ name: String) -> String { (folder ?? "") + "/" + name }
}
