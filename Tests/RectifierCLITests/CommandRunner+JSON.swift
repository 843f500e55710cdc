// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

extension CommandRunner {
  /// The document that a line prints, which is to succeed.
  func json(_ line: String, environment: [String: String] = [:]) throws -> JSONValue {
    let result = try run(line, environment: environment)
    #expect(result.status == 0, "\(result)")
    return try JSONValue.parse(Array(result.output.utf8), path: "standard output")
  }
}
