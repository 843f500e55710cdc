// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a cell looks like.
enum CellKind: Equatable {
  case missing
  case number(Float)
  /// Infinite, beyond `Float`, or "nan" where that does not stand for what is missing.
  case notFinite
  case word

  /// Looks at the bytes of a cell, spaces around it left out.
  @inline(__always)
  static func of(_ cell: UnsafeBufferPointer<UInt8>, missing: MissingCells) -> CellKind {
    if let number = DecimalNumber.float(cell) {
      if missing.contains(number) { return .missing }
      return number.isFinite ? .number(number) : .notFinite
    }
    return cell.isEmpty ? .missing : ofOther(cell, missing: missing)
  }

  private static func ofOther(
    _ cell: UnsafeBufferPointer<UInt8>, missing: MissingCells
  ) -> CellKind {
    let word = String(decoding: cell, as: UTF8.self)
    if missing.contains(word) { return .missing }
    let unsigned = word.hasPrefix("-") || word.hasPrefix("+") ? word.dropFirst() : word[...]
    return ["inf", "infinity", "nan"].contains(unsigned.lowercased()) ? .notFinite : .word
  }
}
