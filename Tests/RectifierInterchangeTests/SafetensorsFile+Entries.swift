// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

@testable import RectifierInterchange

extension SafetensorsFile {
  /// All tensors as they can be written again.
  func entries() throws -> [Safetensors.Entry] {
    try tensors.map {
      Safetensors.Entry(name: $0.name, shape: $0.shape, values: try values($0.name))
    }
  }
}
