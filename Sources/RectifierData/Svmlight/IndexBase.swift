// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// From which number on the features of svmlight files count.
public enum IndexBase: String, CaseIterable, Sendable {
  /// 0 where any row of the training file has a feature 0, else 1.
  case automatic = "auto"
  /// The first feature is 0.
  case zero = "0"
  /// The first feature is 1.
  case one = "1"
}
