// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The cells of a column on their way to becoming features.
enum EncodedColumn {
  case numbers([Float], NumberEncoding)
  /// For each cell a code, and for each code, the missing one first, the feature within the column.
  case words(codes: [Int32], features: [Int?])
  case texts([String], Vectorizer)

  /// Adds the features of a row that are not zero, their columns ascending from `first` on.
  ///
  /// - Returns: Whether all of them are finite.
  func append(
    row: Int, from first: UInt32, to entries: inout [(column: UInt32, value: Float)]
  ) -> Bool {
    switch self {
    case .numbers(let numbers, let encoding):
      let feature = encoding.feature(of: numbers[row])
      if feature != 0 { entries.append((first, feature)) }
      if encoding.hasMissingIndicator, numbers[row].isNaN { entries.append((first + 1, 1)) }
      return feature.isFinite
    case .words(let codes, let features):
      if let feature = features[Int(codes[row]) + 1] {
        entries.append((first + UInt32(feature), 1))
      }
    case .texts(let texts, let vectorizer):
      for (column, value) in vectorizer.entries(of: texts[row]) {
        entries.append((first + column, value))
      }
    }
    return true
  }
}
