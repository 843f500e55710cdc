// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

/// A drawing or page is the one in `Snapshots/`. After a wanted change: run with
/// `RECTIFIER_WRITE_SNAPSHOTS=1` and look at it.
func expectSnapshot(_ text: String, _ name: String, _ form: String = "svg") throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots/\(name).\(form)")
  if ProcessInfo.processInfo.environment["RECTIFIER_WRITE_SNAPSHOTS"] != nil {
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  #expect(text == (try String(contentsOf: file, encoding: .utf8)))
}
