// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Reads the bytes as a table, fits a schema to its first column and encodes the table by it; the first
/// byte chooses options. Whatever the bytes are, this ends in an error of one line or in a data set.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let choices = start[0]
  var options = TableOptions()
  options.hasHeader = choices & 1 == 0
  options.replacesInvalidUTF8 = choices & 2 != 0
  if choices & 4 != 0 { options.separator = UInt8(ascii: ",") }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  do {
    let table = try Table(reading: ContentSource(bytes: bytes, name: "fuzz"), options: options)
    let isLearned = choices & 8 != 0
    let schema = try Schema.fit(
      table, SchemaOptions(target: isLearned ? table.columns[0].name : nil))
    let (dataset, _) = try schema.dataset(table, needsTarget: isLearned)
    guard dataset.rowCount == table.rowCount, dataset.featureCount == schema.featureCount else {
      fatalError("\(dataset.rowCount) × \(dataset.featureCount) of \(table.rowCount) rows")
    }
  } catch {
    let message = "\(error)"
    if message.isEmpty || message.utf8.contains(10) { fatalError("message: \(message)") }
  }
  return 0
}
