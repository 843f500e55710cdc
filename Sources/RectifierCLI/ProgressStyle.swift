// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// How progress is shown.
enum ProgressStyle: String, CaseIterable {
  /// A bar where the terminal can redraw a line, else a line an epoch.
  case auto
  /// A bar inside each epoch, and a line an epoch.
  case bar
  /// A line an epoch.
  case plain
  case none

  /// What `auto` means here, and what `--quiet` leaves.
  func resolved(isQuiet: Bool, canRedraw: Bool) -> ProgressStyle {
    if isQuiet { return .none }
    return self == .auto ? (canRedraw ? .bar : .plain) : self
  }

  /// The style that goes by a name; automatic where none was given.
  static func named(_ name: String?) throws(ConfigurationError) -> ProgressStyle {
    guard let name else { return .auto }
    return try TrainConfiguration.value(named: name, option: "--progress")
  }
}
