// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The version of the package, as `rectifier --version` prints it and run.json records it.
public enum RectifierVersion {
  /// Major, minor and patch, as in "1.2.0".
  public static let text = "0.1.0"
}
