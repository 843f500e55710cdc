// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierNetworks
import RectifierTraining
import Testing

@Suite struct TrainConfigurationTests {
  @Test func defaultsAreThoseOfTheCommand() throws {
    let text = try TrainConfiguration(data: "mnist").json.text(.canonical)
    #expect(
      text == """
        {"activation":["rectifier"],"activationL1":[0.0],"batchSize":10,"binary":false,\
        "categorical":[],"classWeights":"equal","data":"mnist","dataDir":null,"dropout":[0.0],\
        "epochSamples":null,"epochTies":null,"epochs":20,"fitOn":"training","fold":null,"format":null,\
        "header":true,"hidden":[1000,1000,1000],"ignore":[],"indexBase":"auto","initFrom":null,\
        "initializer":"glorot-uniform","inputDropout":0.0,"invert":false,"learningRate":0.1,\
        "lowercase":true,"minDocuments":1,"missing":["","NA","NaN","nan","null","?"],\
        "momentum":null,"nesterov":false,"ngrams":1,"numeric":[],"optimizer":"sgd","patience":0,\
        "replaceInvalid":false,"resize":null,"schedule":"constant","seed":1,"signMask":false,\
        "standardize":true,"stream":null,"target":null,"targetZeros":null,"task":"auto",\
        "test":null,"text":[],"threads":null,"trainSamples":null,"validation":null,\
        "validationDraw":"last","vocabulary":20000,"weightL2":0.0,"weighting":"presence"}
        """)
  }

  @Test func aFoldSurvivesJSON() throws {
    var configuration = TrainConfiguration(data: "some/folder")
    configuration.fold = Fold(number: 3, count: 10)
    #expect(try TrainConfiguration(json: configuration.json, place: "x") == configuration)
    configuration.test = "t"
    #expect(throws: ConfigurationError.self) { try configuration.check() }
  }

  @Test func everyOptionSurvivesJSON() throws {
    var configuration = TrainConfiguration(data: "some/folder")
    configuration.dataDirectory = "d"
    configuration.test = "t"
    configuration.validationDraw = .random
    configuration.trainSampleCount = 9
    configuration.hiddenWidths = [5, 7]
    configuration.activations = [.softplus(sharpness: 2.5), .tanh]
    configuration.hasSignMask = true
    configuration.initializer = .constant(0.01)
    configuration.pretrained = "layers"
    configuration.activationL1 = [0.0001, 0.1]
    configuration.weightL2 = 0.25
    configuration.inputDropout = 0.2
    configuration.dropout = [0.5, 0]
    configuration.optimizer = .momentum(coefficient: 0.75, isNesterov: true)
    configuration.learningRate = 0.015
    configuration.schedule = .exponential(0.95)
    configuration.batchSize = 3
    configuration.epochCount = 4
    configuration.epochSampleCount = 30
    configuration.patience = 2
    configuration.epochTies = .loss
    configuration.seed = 99
    configuration.threadCount = 2
    let choices: [ValidationChoice?] = [nil, .count(12), .fraction(0.25), .source("0.5x")]
    for choice in choices {
      configuration.validation = choice
      let text = try configuration.json.text(.indented)
      let read = try TrainConfiguration(
        json: JSONValue.parse(Array(text.utf8), path: "run.json"), place: "configuration")
      #expect(read == configuration)
    }
  }

  @Test func everyKeyIsWrittenAndKnown() {
    let written = TrainConfiguration(data: "x").json.objectValue?.keys
    #expect(written.map(Set.init) == Set(TrainConfiguration.keys))
  }

  @Test func missingKeysHaveTheirDefaults() throws {
    let read = try TrainConfiguration(json: ["data": "mnist"], place: "configuration")
    #expect(read == TrainConfiguration(data: "mnist"))
  }

  @Test(
    arguments: [
      (["data": "x", "learnRate": 0], "unknown key 'learnRate'; did you mean 'learningRate'?"),
      (["data": 3], "configuration.data: expected a text, found 3"),
      ([:], "configuration.data: expected a text, found nothing"),
      (["data": "x", "hidden": ["a"]], "configuration.hidden: expected an array of whole numbers"),
      (["data": "x", "validation": 1], "configuration.validation: expected a count from 2 on"),
      (["data": "x", "seed": -1], "configuration.seed: expected a whole number from 0 on"),
      (["data": "x", "optimizer": "sdg"], "unknown name 'sdg'; did you mean 'sgd'?"),
      (
        ["data": "x", "optimizer": "adam", "momentum": 1],
        "configuration.momentum: only with the optimizer momentum, not with adam; leave out"
      ),
      (
        ["data": "x", "nesterov": true], "configuration.nesterov: only with the optimizer momentum"
      ),
      (["data": "x", "schedule": "cosign"], "unknown name 'cosign'; did you mean 'cosine'?"),
      (["data": "x", "weightL2": "1"], "configuration.weightL2: expected a number"),
      (["data": "x", "dropout": 1], "configuration.dropout: expected an array of numbers"),
      (
        ["data": "x", "dropout": [1]], "configuration.dropout: expected a rate from 0 on and below"
      ),
      (["data": "x", "inputDropout": 1], "configuration.inputDropout: expected a rate from 0 on"),
      (["data": "x", "batchSize": 0], "configuration.batchSize: expected a whole number from 1"),
      (["data": "x", "activation": ["rectifer"]], "did you mean 'rectifier'?"),
    ] as [(JSONValue, String)])
  func aWrongObjectIsRefused(json: JSONValue, message: String) {
    let error = #expect(throws: (any Error).self) {
      try TrainConfiguration(json: json, place: "configuration")
    }
    #expect(error.map { "\($0)".contains(message) } == true, "\(String(describing: error))")
  }

  @Test func aTargetOfZerosSurvivesJSON() throws {
    var configuration = TrainConfiguration(data: "x")
    configuration.targetZeros = 0.85
    configuration.activationL1 = [1e-5]
    let read = try TrainConfiguration(json: configuration.json, place: "configuration")
    #expect(read == configuration && read.trainingOptions.targetZeros == 0.85)
    #expect(configuration.json["targetZeros"]?.floatValue == 0.85)
  }

  /// What cannot have zeros, or leaves nothing to adapt, is refused.
  @Test func aTargetOfZerosNeedsSilentUnitsOnePenaltyAndTime() throws {
    func conflict(_ change: (inout TrainConfiguration) -> Void) throws -> [String] {
      var configuration = TrainConfiguration(data: "x")
      configuration.targetZeros = 0.85
      try configuration.check()
      change(&configuration)
      let error = #expect(throws: ConfigurationError.self) { try configuration.check() }
      guard case .conflict(let options, _) = error else { return ["\(String(describing: error))"] }
      return options
    }
    for activation in Activation.all where !activation.hasSilentRange {
      #expect(
        try conflict { $0.activations = [.rectifier, activation, .rectifier] }
          == ["--target-zeros", "--activation"])
    }
    #expect(
      try conflict { $0.activationL1 = [0, 0, 1e-5] } == ["--target-zeros", "--activation-l1"])
    #expect(try conflict { $0.epochCount = 1 } == ["--target-zeros", "--epochs"])
    #expect(try conflict { $0.hiddenWidths = [] } == ["--target-zeros"])
  }

  private typealias Change = @Sendable (inout TrainConfiguration) -> Void

  private static let changesOutOfRange: [(option: String, change: Change)] = [
    ("--hidden", { $0.hiddenWidths = [3, 0] }),
    ("--activation", { $0.activations = [.tanh, .tanh] }),
    ("--activation-l1", { $0.activationL1 = [.nan] }),
    ("--activation-l1", { $0.activationL1 = [0, 0] }),
    ("--learning-rate", { $0.learningRate = 0 }),
    ("--learning-rate", { $0.learningRate = .infinity }),
    ("--learning-rate", { $0.learningRate = .leastNonzeroMagnitude }),
    ("--activation-l1", { $0.activationL1 = [.leastNonzeroMagnitude] }),
    ("--weight-l2", { $0.weightL2 = -1 }),
    ("--weight-l2", { $0.weightL2 = .leastNormalMagnitude.nextDown }),
    ("--input-dropout", { $0.inputDropout = 1 }),
    ("--input-dropout", { $0.inputDropout = -0.5 }),
    ("--dropout", { $0.dropout = [.nan] }),
    ("--target-zeros", { $0.targetZeros = 0 }), ("--target-zeros", { $0.targetZeros = 1 }),
    ("--target-zeros", { $0.targetZeros = 85 }), ("--target-zeros", { $0.targetZeros = .nan }),
    ("--dropout", { $0.dropout = [0, 0] }),
    ("--momentum", { $0.optimizer = .momentum(coefficient: 1) }),
    ("--momentum", { $0.optimizer = .momentum(coefficient: .leastNonzeroMagnitude) }),
    ("--batch-size", { $0.batchSize = 0 }),
    ("--train-samples", { $0.trainSampleCount = 0 }),
    ("--epochs", { $0.epochCount = 0 }),
    ("--epoch-samples", { $0.epochSampleCount = 0 }),
    ("--epoch-samples", { $0.epochSampleCount = $0.batchSize - 1 }),
    ("--epoch-samples", { $0.epochSampleCount = 1 << 31 }),
    ("--patience", { $0.patience = -1 }),
    ("--threads", { $0.threadCount = 0 }),
  ]

  @Test(arguments: changesOutOfRange.indices)
  func valuesOutOfRangeNameTheirOption(index: Int) {
    let (option, change) = Self.changesOutOfRange[index]
    var configuration = TrainConfiguration(data: "x")
    change(&configuration)
    let error = #expect(throws: ConfigurationError.self) { try configuration.check() }
    guard case .invalidValue(option, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func theLeastNormalNumberIsInRange() throws {
    let least = Float.leastNormalMagnitude
    var configuration = TrainConfiguration(data: "x")
    configuration.learningRate = least
    configuration.activationL1 = [least]
    configuration.weightL2 = least
    configuration.optimizer = .momentum(coefficient: least)
    try configuration.check()
    configuration.optimizer = .momentum(coefficient: 0)
    try configuration.check()
  }

  @Test func theLearningRateFollowsTheOptimizerUntilItIsSet() throws {
    var configuration = TrainConfiguration(data: "x")
    for optimizer in Optimizer.all {
      configuration.optimizer = optimizer
      #expect(configuration.learningRate == optimizer.defaultLearningRate)
      #expect(configuration.json["learningRate"]?.floatValue == optimizer.defaultLearningRate)
      #expect(try TrainConfiguration(json: configuration.json, place: "c") == configuration)
    }
    configuration.learningRate = 0.5
    configuration.optimizer = .sgd
    #expect(configuration.trainingOptions.learningRate == 0.5)
    let adam = try TrainConfiguration(json: ["data": "x", "optimizer": "adam"], place: "c")
    #expect(adam.learningRate == 0.001 && adam.optimizer == .adam())
  }

  @Test func withoutHiddenLayersNothingDescribesThem() throws {
    var configuration = TrainConfiguration(data: "x")
    configuration.hiddenWidths = []
    try configuration.check()
    configuration.activations = []
    configuration.activationL1 = []
    configuration.inputDropout = 0.5
    try configuration.check()
    configuration.dropout = [0.5]
    configuration.activations = [.tanh, .tanh]
    configuration.hasSignMask = true
    configuration.activationL1 = [0.5]
    #expect(
      throws: ConfigurationError.conflict(
        options: ["--activation", "--sign-mask", "--activation-l1", "--dropout"],
        reason: "no meaning without hidden layers; leave out or give the default")
    ) { try configuration.check() }
  }

  @Test func oneValueServesAllLayersOrEachHasItsOwn() throws {
    var configuration = TrainConfiguration(data: "x")
    configuration.hiddenWidths = [3, 4]
    configuration.activationL1 = [0.5]
    #expect(configuration.trainingOptions.activationL1 == [0.5, 0.5])
    configuration.activationL1 = [0.5, 0.25]
    try configuration.check()
    #expect(configuration.trainingOptions.activationL1 == [0.5, 0.25])
    #expect(configuration.trainingOptions.dropout == .none)
    configuration.dropout = [0.5]
    configuration.inputDropout = 0.25
    #expect(
      configuration.trainingOptions.dropout == Dropout(input: 0.25, hidden: [0.5, 0.5]))
    configuration.dropout = [0, 0]
    #expect(configuration.trainingOptions.dropout == Dropout(input: 0.25))
    configuration.hiddenWidths = []
    configuration.dropout = [0]
    configuration.activationL1 = [0]
    try configuration.check()
    #expect(configuration.trainingOptions.activationL1 == [])
  }
}
