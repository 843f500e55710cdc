// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Network {
  /// The same network without its head's link: its outputs are y, the logits of softmax.
  public var givingLogits: Network {
    let linear: Architecture
    do throws(ArchitectureError) {
      linear = try Architecture(
        inputCount: architecture.inputCount, hiddenWidths: architecture.hiddenWidths,
        activations: architecture.activations, hasSignMask: architecture.hasSignMask,
        head: .identity(outputCount: architecture.head.outputCount))
    } catch {
      fatalError("logits: \(error)")
    }
    return Network(architecture: linear, parameters: parameters, signMasks: signMasks)
  }
}
