// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct NetworkAutoencoderTests {
  private func network(
    _ widths: [Int] = [9, 6], activations: [Activation] = [.rectifier, .tanh],
    hasSignMask: Bool = true, seed: UInt64 = 1
  ) throws -> Network {
    Network.drawn(
      try Architecture(
        inputCount: 11, hiddenWidths: widths, activations: activations, hasSignMask: hasSignMask,
        head: .softmax(classCount: 3)), seed: seed)
  }

  private func values(_ network: Network, _ name: String) -> [Float]? {
    network.tensors().first { $0.name == name }?.values
  }

  @Test(arguments: [0, 1])
  func anAutoencoderBeginsAsItsLayer(layer: Int) throws {
    let network = try network()
    let autoencoder = network.autoencoder(
      ofHiddenLayer: layer, reconstruction: .logistic, seed: Seed(8))
    let (inputCount, width) = ([11, 9][layer], [9, 6][layer])
    #expect(autoencoder.architecture.widths == [inputCount, width, inputCount])
    #expect(autoencoder.architecture.activations == [[.rectifier, .tanh][layer]])
    #expect(autoencoder.architecture.head == .logistic(outputCount: inputCount))
    for part in ["weight", "bias", "sign"] {
      #expect(
        values(autoencoder, "hidden.0.\(part)") == values(network, "hidden.\(layer).\(part)"))
    }
    let decoder = try #require(values(autoencoder, "output.weight"))
    let radius = (6 / Float(inputCount + width)).squareRoot()
    var stream = Seed(8).stream("decoder")
    #expect(decoder == decoder.map { _ in (2 * stream.uniform() - 1) * radius })
    #expect(values(autoencoder, "output.bias")?.allSatisfy { $0 == 0 } == true)
  }

  @Test func layersComeFromAutoencoders() throws {
    let (network, other) = (try network(), try self.network(seed: 2))
    let learned = (0..<2).map {
      other.autoencoder(ofHiddenLayer: $0, reconstruction: .linear, seed: Seed(1))
    }
    let result = try network.replacingHiddenLayers(with: learned)
    for tensor in result.tensors() {
      let source = tensor.name.hasPrefix("hidden") ? other : network
      #expect(tensor.values == values(source, tensor.name))
    }
    let first = try network.replacingHiddenLayers(with: [learned[0]])
    #expect(values(first, "hidden.0.weight") == values(other, "hidden.0.weight"))
    #expect(values(first, "hidden.1.weight") == values(network, "hidden.1.weight"))
    #expect(try network.replacingHiddenLayers(with: []) == network)
  }

  @Test func layersOfAnotherKindAreRefused() throws {
    let network = try network()
    let others = [
      (try self.network([9, 7]), 1, "9-7 tanh, sign mask"),
      (try self.network(activations: [.rectifier]), 1, "9-6 rectifier, sign mask"),
      (try self.network(hasSignMask: false), 0, "11-9 rectifier"),
      (
        try self.network([9, 6, 4], activations: [.rectifier, .tanh, .tanh]), 2,
        "6-4 tanh, sign mask"
      ),
    ]
    for (other, layer, found) in others {
      let learned = other.architecture.hiddenWidths.indices.map {
        other.autoencoder(ofHiddenLayer: $0, reconstruction: .linear, seed: Seed(1))
      }
      let error = #expect(throws: PretrainingError.self) {
        try network.replacingHiddenLayers(with: learned)
      }
      guard case .layersDiffer(layer, _, found) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(error?.description.contains("hidden.\(layer)") == true)
    }
  }
}
