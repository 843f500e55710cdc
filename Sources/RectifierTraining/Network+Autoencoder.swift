// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

extension Architecture {
  /// Whether there is one hidden layer and an output of real numbers for each input.
  package var isAutoencoder: Bool {
    hiddenWidths.count == 1 && head.classCount == nil && head.outputCount == inputCount
  }
}

extension Network {
  /// The autoencoder of a hidden layer: its encoder begins as the layer, its decoder is drawn by
  /// Glorot's rule.
  ///
  /// - Parameters:
  ///   - layer: From 0 on.
  ///   - reconstruction: The decoder and its loss.
  ///   - decoderBiases: One for each input of the layer; zeros unless given.
  ///   - seed: Of the decoder's weights, from the stream "decoder".
  /// - Precondition: There is such a layer.
  public func autoencoder(
    ofHiddenLayer layer: Int, reconstruction: Reconstruction, decoderBiases: [Float]? = nil,
    seed: Seed
  ) -> Network {
    guard architecture.hiddenWidths.indices.contains(layer) else {
      fatalError("autoencoder: hidden layer \(layer) of \(architecture.hiddenWidths.count)")
    }
    let layout = architecture.layers[layer]
    let head = reconstruction.head(outputCount: layout.inputCount)
    var stream = seed.stream("decoder")
    let decoder = Initializer.glorotUniform.weights(
      inputCount: layout.outputCount, outputCount: layout.inputCount, from: &stream)
    return alone(layer, head: head, output: decoder, biases: decoderBiases)
  }

  /// The network with its first hidden layers as autoencoders have learned them; the others and the
  /// output layer stay.
  ///
  /// - Throws: `PretrainingError.layersDiffer` where one of them is not of the shape, the activation
  ///   and the kind of its layer.
  public func replacingHiddenLayers(
    with autoencoders: [Network]
  ) throws(PretrainingError) -> Network {
    var (parameters, masks) = (parameters, signMasks)
    for (layer, autoencoder) in autoencoders.enumerated() {
      let found = autoencoder.architecture
      let (own, other) = (description(ofLayer: layer), autoencoder.description(ofLayer: 0))
      guard found.hiddenWidths.count == 1, own == other else {
        throw .layersDiffer(layer: layer, expected: own, found: other)
      }
      parameters.set(
        layer: layer, weights: autoencoder.parameters.weights(ofLayer: 0),
        biases: autoencoder.parameters.biases(ofLayer: 0))
      if architecture.hasSignMask { masks[layer] = autoencoder.signMasks[0] }
    }
    return Network(architecture: architecture, parameters: parameters, signMasks: masks)
  }

  /// `784-1000 rectifier`, with `, sign mask` where there is one; what layers compare by.
  private func description(ofLayer layer: Int) -> String {
    guard architecture.hiddenWidths.indices.contains(layer) else { return "no such layer" }
    let (inputs, outputs) = (architecture.widths[layer], architecture.widths[layer + 1])
    return "\(inputs)-\(outputs) \(architecture.activations[layer].name)"
      + (architecture.hasSignMask ? ", sign mask" : "")
  }

  /// A network of one hidden layer of this one and an output layer, its biases zeros unless given.
  func alone(
    _ layer: Int, head: OutputHead, output: [Float], biases: [Float]? = nil
  ) -> Network {
    let architecture: Architecture
    do throws(ArchitectureError) {
      architecture = try Architecture(
        inputCount: self.architecture.widths[layer],
        hiddenWidths: [self.architecture.hiddenWidths[layer]],
        activations: [self.architecture.activations[layer]],
        hasSignMask: self.architecture.hasSignMask, head: head)
    } catch {
      fatalError("autoencoder: \(error)")
    }
    var parameters = Parameters(zerosFor: architecture)
    parameters.set(
      layer: 0, weights: self.parameters.weights(ofLayer: layer),
      biases: self.parameters.biases(ofLayer: layer))
    parameters.set(
      layer: 1, weights: output,
      biases: biases ?? [Float](repeating: 0, count: head.outputCount))
    return Network(
      architecture: architecture, parameters: parameters,
      signMasks: self.architecture.hasSignMask ? [signMasks[layer]] : [])
  }

  /// Makes the decoder's weights the encoder's, transposed.
  mutating func tieDecoder(execution: Execution) {
    parameters.transposeWeights(ofLayer: 0, into: 1, execution: execution)
  }

  /// Whether the network is an autoencoder whose decoder has the encoder's weights, transposed.
  package var hasTiedWeights: Bool {
    guard architecture.isAutoencoder else { return false }
    var tied = self
    tied.tieDecoder(execution: Execution(threadCount: 1))
    return tied.parameters == parameters
  }
}
