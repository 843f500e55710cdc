// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct NetworkTests {
  static func masked() throws -> Architecture {
    try Architecture(
      inputCount: 20, hiddenWidths: [33, 7], hasSignMask: true, head: .softmax(classCount: 5))
  }

  /// Golden/make_initial_parameters.py.
  @Test func seedOneAlwaysDrawsTheseParameters() throws {
    let network = Network(try Self.masked(), seed: Seed(1))
    #expect(network.tensors()[0].values[..<3] == [-0x1.18b452p-6, 0x1.6088f6p-4, -0x1.d85fep-3])
    #expect(fingerprint(network.tensors().flatMap(\.values)) == 0xbfd7_caa1_7994_c871)
  }

  @Test func aSeedDecidesEverything() throws {
    let architecture = try Self.masked()
    #expect(Network(architecture, seed: Seed(4)) == Network(architecture, seed: Seed(4)))
    let (a, b) = (Network(architecture, seed: Seed(4)), Network(architecture, seed: Seed(5)))
    #expect(a.parameters != b.parameters && a.signMasks != b.signMasks)
  }

  /// A sign mask, or other activations, draw from streams of their own.
  @Test func weightsDoNotDependOnTheMask() throws {
    let plain = try Architecture(
      inputCount: 20, hiddenWidths: [33, 7], activations: [.tanh], head: .identity(outputCount: 5))
    let (a, b) = (Network(plain, seed: Seed(1)), Network(try Self.masked(), seed: Seed(1)))
    #expect(a.parameters == b.parameters && a.signMasks.isEmpty && a != b)
  }

  @Test func glorotBoundsAndMoments() throws {
    let architecture = try Architecture(
      inputCount: 100, hiddenWidths: [200, 50], head: .softmax(classCount: 10))
    let network = Network(architecture, seed: Seed(1))
    for (layer, shape) in [(100, 200), (200, 50), (50, 10)].enumerated() {
      let weights = network.parameters.weights(ofLayer: layer).map(Double.init)
      let radius = (6 / Double(shape.0 + shape.1)).squareRoot()
      let count = Double(weights.count)
      #expect(weights.count == shape.0 * shape.1)
      #expect(weights.allSatisfy { abs($0) <= radius * (1 + 0x1p-23) })
      #expect(weights.max()! > 0.95 * radius && weights.min()! < -0.95 * radius)
      // Six standard errors: r/√3 for one weight, and r²·√(4/45) for its square.
      let mean = weights.reduce(0, +) / count
      #expect(abs(mean) < 6 * radius / (3 * count).squareRoot())
      let variance = weights.reduce(0) { $0 + $1 * $1 } / count
      #expect(
        abs(variance - radius * radius / 3) < 6 * radius * radius * (4 / 45 / count).squareRoot())
      #expect(network.parameters.biases(ofLayer: layer).allSatisfy { $0.bitPattern == 0 })
    }
  }

  @Test func signsAreBalanced() throws {
    let architecture = try Architecture(
      inputCount: 1, hiddenWidths: [1000], hasSignMask: true, head: .identity(outputCount: 1))
    let signs = Network(architecture, seed: Seed(1)).signMasks[0]
    #expect(signs.count == 1000 && signs.allSatisfy { abs($0) == 1 })
    #expect(abs(signs.reduce(0, +)) < 190)
  }

  @Test func aPaddedMaskEndsInOnes() throws {
    let network = Network(try Self.masked(), seed: Seed(1))
    for (padded, mask) in zip(network.paddedSigns, network.signMasks) {
      let all = (0..<padded.count).map { padded.pointer[$0] }
      #expect(padded.count == PanelLayout.padded(mask.count))
      #expect(Array(all[..<mask.count]) == mask && all[mask.count...].allSatisfy { $0 == 1 })
    }
  }
}
