// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Reads the bytes as svmlight rows, then again as a further file of the same data; the first byte
/// chooses options. Whatever the bytes are, this ends in an error of one line or in a data set.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSvmlight(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let choices = Int(start[0])
  let bases = SvmlightOptions.IndexBase.allCases
  let options = SvmlightOptions(
    indexBase: bases[choices % bases.count], featureCount: choices & 8 == 0 ? nil : choices / 16,
    hasLabelSets: choices & 4 != 0)
  let source = ContentSource(
    bytes: Array(UnsafeBufferPointer(start: start + 1, count: count - 1)), name: "fuzz")
  do {
    let file = try SvmlightFile(reading: source, options: options)
    let encoding = file.encoding(try? file.target())
    let again = try SvmlightFile(reading: source, options: SvmlightOptions(encoding))
    let target = try file.target()
    let dataset = try again.dataset(target)
    guard again.features == file.features, dataset.rowCount == file.features.rowCount else {
      fatalError("\(again.features.rowCount) rows, then \(file.features.rowCount)")
    }
  } catch {
    let message = "\(error)"
    if message.isEmpty || message.utf8.contains(10) { fatalError("message: \(message)") }
  }
  return 0
}
