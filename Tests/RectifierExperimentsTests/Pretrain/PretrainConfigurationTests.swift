// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct PretrainConfigurationTests {
  private var changed: PretrainConfiguration {
    var configuration = PretrainConfiguration(data: "mnist")
    configuration.training.hiddenWidths = [30, 20]
    configuration.training.activations = [.tanh, .rectifier]
    configuration.training.activationL1 = [0.001, 0]
    configuration.training.learningRate = 0.003
    configuration.training.epochCount = 7
    configuration.training.seed = 5
    configuration.training.hasSignMask = true
    configuration.reconstructions = [.linear, .logistic]
    configuration.corruptions = [.saltAndPepper(zeros: 0.8, ones: 0.005), .masking(level: 0.5)]
    configuration.tiesWeights = true
    configuration.decoderBiases = .mean
    return configuration
  }

  @Test func theDocumentIsReadBack() throws {
    for configuration in [PretrainConfiguration(data: "mnist"), changed] {
      let json = configuration.json
      #expect(try PretrainConfiguration(json: json, place: "configuration") == configuration)
    }
    let short = try PretrainConfiguration(json: ["data": "mnist"], place: "configuration")
    #expect(short == PretrainConfiguration(data: "mnist"))
    #expect(short.training.learningRate == 0.01)
  }

  @Test func aKeyOfTrainThatHasNoMeaningIsRefused() {
    let error = #expect(throws: ConfigurationError.self) {
      try PretrainConfiguration(json: ["data": "mnist", "optimizer": "adam"], place: "place")
    }
    guard case .unknownKey("place", "optimizer", _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func eachLayerHasItsOwnOptions() {
    let options = changed.autoencoderOptions
    #expect(options.map(\.reconstruction) == [.linear, .logistic])
    #expect(options.map(\.decoderBiases) == [.mean, .mean])
    #expect(options.map(\.training.corruption) == changed.corruptions)
    #expect(options.map(\.training.activationL1) == [[0.001], [0]])
    #expect(options.map(\.training.tiesWeights) == [true, true])
    #expect(options.map(\.training.epochCount) == [7, 7])
    #expect(options[0].training.seed != options[1].training.seed)
    var same = PretrainConfiguration(data: "mnist")
    same.training.hiddenWidths = [3, 3, 3]
    #expect(
      same.autoencoderOptions.map(\.training.corruption)
        == [Corruption](repeating: .masking(level: 0.25), count: 3))
  }

  @Test func whatDoesNotGoTogetherIsRefused() {
    let changes: [(inout PretrainConfiguration) -> Void] = [
      { $0.training.hiddenWidths = [] }, { $0.reconstructions = [.linear, .linear, .linear] },
      { $0.corruptions = [.none, .none, .none] }, { $0.reconstructions = [.softplus] },
      { $0.training.activations = [.identity, .rectifier] }, { $0.training.batchSize = 0 },
      { $0.training.learningRate = -1 },
    ]
    for (number, change) in changes.enumerated() {
      var configuration = changed
      change(&configuration)
      #expect(throws: ConfigurationError.self, "change \(number)") { try configuration.check() }
    }
    #expect(throws: Never.self) { try changed.check() }
  }

  @Test func listsAreParsed() throws {
    #expect(
      try PretrainConfiguration.reconstructions(parsing: "softplus,linear-pre-activation")
        == [.softplus, .linearPreActivation])
    #expect(
      try PretrainConfiguration.corruptions(parsing: "none,salt-and-pepper:0.8/0.005,gaussian:0.1")
        == [.none, .saltAndPepper(zeros: 0.8, ones: 0.005), .gaussian(deviation: 0.1)])
    let decoder = #expect(throws: ConfigurationError.self) {
      try PretrainConfiguration.reconstructions(parsing: "softplus,softmx")
    }
    #expect(decoder?.description == "--decoder: unknown name 'softmx'; did you mean 'softplus'?")
    let level = #expect(throws: ConfigurationError.self) {
      try PretrainConfiguration.corruptions(parsing: "masking:2")
    }
    #expect(
      level?.description
        == "--corruption: expected a probability from 0 to 1 after masking, found '2'")
    #expect(throws: ConfigurationError.self) {
      try PretrainConfiguration.corruptions(parsing: "blur")
    }
  }
}
