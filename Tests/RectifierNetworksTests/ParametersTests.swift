// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierNetworks

@Suite struct ParametersTests {
  static func architecture() throws -> Architecture {
    try Architecture(inputCount: 3, hiddenWidths: [130, 2], head: .identity(outputCount: 1))
  }

  @Test func aLayerIsSetAlone() throws {
    var parameters = Parameters(zerosFor: try Self.architecture())
    let weights = (0..<260).map { Float($0 + 1) }
    parameters.set(layer: 1, weights: weights, biases: [-1, -2])
    #expect(parameters.weights(ofLayer: 1) == weights)
    #expect(parameters.biases(ofLayer: 1) == [-1, -2])
    #expect(parameters.weights(ofLayer: 0).allSatisfy { $0 == 0 })
    #expect(parameters.weights(ofLayer: 2) == [0, 0] && parameters.biases(ofLayer: 2) == [0])
  }

  @Test func everyLayerIsAligned() throws {
    let parameters = Parameters(zerosFor: try Self.architecture())
    #expect(parameters.count == 3 * 144 + 144 + 130 * 16 + 16 + 2 * 16 + 16)
    for layer in 0..<3 {
      parameters.withLayer(layer) {
        #expect(UInt(bitPattern: $0.weights) % 64 == 0 && UInt(bitPattern: $0.bias) % 64 == 0)
        #expect($0.input_count == [3, 130, 2][layer] && $0.output_count == [130, 2, 1][layer])
      }
    }
  }

  @Test func copiesAreValues() throws {
    var first = Parameters(zerosFor: try Self.architecture())
    let second = first
    #expect(first == second)
    first.withMutableLayer(2) { $0.bias[0] = 4 }
    #expect(first.biases(ofLayer: 2) == [4] && second.biases(ofLayer: 2) == [0])
    #expect(first != second)
  }

  @Test(arguments: [0, 1, 2])
  func theFirstLayerThatIsNotFinite(layer: Int) throws {
    var parameters = Parameters(zerosFor: try Self.architecture())
    #expect(parameters.firstNonFiniteLayer == nil)
    parameters.withMutableLayer(layer) { $0.weights[1] = .infinity }
    #expect(parameters.firstNonFiniteLayer == layer)
    parameters.withMutableLayer(0) { $0.bias[129] = .nan }
    #expect(parameters.firstNonFiniteLayer == 0)
  }
}
