// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The version of the package, as `rectifier --version` prints it and run.json records it.
package enum RectifierVersion {
  package static let text = "0.1.0"
}
