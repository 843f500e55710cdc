// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a column of a file is read as.
enum ColumnRole: Equatable {
  case ignored
  /// Numbers; where the user has not said so, a word makes them words.
  case numbers(isCertain: Bool)
  /// Words; where the user has not said so, many numbers among them are a mistake.
  case words(isCertain: Bool)
  case texts
}
