// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

extension CommandRunner {
  /// The records of a sweep by their names, without what clock and machine say.
  func records(in folder: String) throws -> [String: JSONValue] {
    var records: [String: JSONValue] = [:]
    guard exists(folder) else { return [:] }
    for name in try scratch.names(in: folder) where name.hasSuffix(".json") {
      if name == "plan.json" { continue }
      var members = try #require(
        try JSONValue.parse(scratch.read("\(folder)/\(name)"), path: name).objectValue)
      #expect(members["timing"] != nil && members["host"] != nil)
      members["timing"] = nil
      members["host"] = nil
      records[name] = .object(members)
    }
    return records
  }
}
