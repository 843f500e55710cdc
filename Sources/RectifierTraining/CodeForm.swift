// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How a code file writes what a hidden layer makes of data.
public enum CodeForm: String, CaseIterable, Sendable {
  /// Where each row begins, in 8 bytes; then for each output that is not zero its unit and its value,
  /// in 4 bytes each.
  case positions
  /// A bit for each output, eight a byte and each row from a byte on; then the values of those that
  /// are not zero, in 4 bytes each.
  case mask
  /// Every output in 4 bytes.
  case dense

  /// Bytes of a layer's codes, without the file's header.
  ///
  ///     positions  8(n + 1) + 8a
  ///     mask       n·⌈u/8⌉ + 4a
  ///     dense      4·n·u
  ///
  /// - Parameters:
  ///   - rowCount: n.
  ///   - unitCount: u, units of the layer.
  ///   - activeCount: a, outputs of all rows that are not zero.
  public func byteCount(rowCount: Int, unitCount: Int, activeCount: Int) -> Int {
    switch self {
    case .positions: 8 * (rowCount + 1) + 8 * activeCount
    case .mask: rowCount * ((unitCount + 7) / 8) + 4 * activeCount
    case .dense: 4 * rowCount * unitCount
    }
  }

  /// The form of the fewest bytes; of equal ones the first.
  public static func smallest(rowCount: Int, unitCount: Int, activeCount: Int) -> CodeForm {
    func byteCount(_ form: CodeForm) -> Int {
      form.byteCount(rowCount: rowCount, unitCount: unitCount, activeCount: activeCount)
    }
    return allCases.reduce(.positions) { byteCount($1) < byteCount($0) ? $1 : $0 }
  }
}
