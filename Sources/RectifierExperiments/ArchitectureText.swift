// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// An architecture on one line: `784-1000-10, rectifier, sign mask`.
package enum ArchitectureText {
  package static func line(_ architecture: Architecture) -> String {
    let widths = architecture.widths.map(\.description).joined(separator: "-")
    let names = architecture.activations.map(\.name)
    let activations = Set(names).count > 1 ? names : Array(names.prefix(1))
    let mask = architecture.hasSignMask ? ["sign mask"] : []
    return ([widths] + activations + mask).joined(separator: ", ")
  }
}
