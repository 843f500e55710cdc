// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

/// Measures of every task against scikit-learn: Golden/make_measures.py.
@Suite struct TaskScorerTests {
  private static let (rowCount, inputCount, outputCount) = (60, 4, 3)

  private static let rows = Matrix.fractions(rowCount, inputCount, (43, 71), 67, 33, 16)
  private static let weights = Matrix.fractions(outputCount, inputCount, (37, 61), 97, 48, 32)
  private static let biases = Matrix.fractions(1, outputCount, (0, 29), 31, 15, 64)

  /// The network's pre-activations, exact in Float.
  private static let outputs: [[Float]] = (0..<rowCount).map { (n: Int) -> [Float] in
    (0..<outputCount).map { (o: Int) -> Float in
      (0..<inputCount).reduce(biases[0, o]) { (sum: Float, i: Int) -> Float in
        sum + rows[n, i] * weights[o, i]
      }
    }
  }

  private static let classes: [Int32] = (0..<rowCount).map { (n: Int) -> Int32 in
    let most = outputs[n].indices.max { outputs[n][$0] < outputs[n][$1] }!
    return Int32(n % 3 == 0 ? most : (7 * n + n / 5) % 3)
  }

  private static func evaluate(
    _ head: OutputHead, _ targets: Dataset.Targets, task: LearningTask?,
    classWeights: [Float] = [], rankingDepth: Int = LabelRanking.defaultDepth,
    execution: Execution = .default
  ) throws -> Evaluation {
    let used = head.outputCount
    let network = try Network(
      Architecture(inputCount: inputCount, hiddenWidths: [], head: head),
      tensors: [
        NamedTensor(
          name: "output.weight", shape: [used, inputCount],
          values: (0..<used).flatMap { weights.row($0) }),
        NamedTensor(
          name: "output.bias", shape: [used], values: Array(biases.row(0).prefix(used))),
      ])
    let isReal = if case .reals = targets { true } else { false }
    let labels = isReal ? [] : ["x", "y", "z"]
    let data = try Dataset(
      name: "sixty", features: .floats(rows), targets: targets, labels: labels)
    let facts = DataFacts(rowCount: 60, checksum: "crc32:00000000")
    let model = Model(
      network: network, preprocessing: Preprocessing(divisor: 1), imageShape: nil, labels: labels,
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: [], task: task, classWeights: classWeights),
        training: facts, validation: facts, epoch: 0, validationErrorRate: nil,
        validationLoss: nil, zeroFraction: [], deadUnitCount: []))
    return try Evaluation.evaluate(
      model, on: data, rankingDepth: rankingDepth, execution: execution)
  }

  private static func sets() -> ClassSets {
    ClassSets(
      (0..<rowCount).map { (n: Int) -> [Int32] in
        (0..<Int32(3)).filter { (k: Int32) -> Bool in
          n % 3 == 0 ? outputs[n][Int(k)] > 0 : (5 * n + 3 * Int(k)) % 7 < 3
        }
      })
  }

  private static func result(_ name: String) throws -> Evaluation {
    switch name {
    case "ordinal":
      try evaluate(
        .softmax(classCount: 3), .classes(classes), task: .ordinal(levels: [1, 2.5, 5]))
    case "regression":
      try evaluate(
        .identity(outputCount: 1),
        .reals(
          Matrix(
            rows: (0..<rowCount).map { n in
              [outputs[n][0] + Matrix.fractions(rowCount, 1, (19, 23), 41, 20, 16)[n, 0]]
            })),
        task: .regression(mean: 3.5, deviation: 0.75))
    case "multi-label":
      try evaluate(.logistic(outputCount: 3), .sets(sets()), task: .multiLabel)
    default:
      try evaluate(
        .softmax(classCount: 3), .classes(classes), task: nil, classWeights: [0.5, 2, 1.25])
    }
  }

  @Test(arguments: goldenMeasures.map(\.name))
  func agreesWithScikitLearn(name: String) throws {
    let golden = try #require(goldenMeasures.first { $0.name == name })
    let result = try Self.result(name)
    #expect(Set(result.measures.keys.map(\.rawValue)) == Set(golden.measures.map(\.key)))
    for (key, value, interval) in golden.measures {
      let found = try #require(result.measures[Measure(rawValue: key)!], "\(key)")
      #expect(abs(found.value - value) < 2e-6, "\(key)")
      #expect((found.interval95 == nil) == (interval == nil), "\(key)")
      guard let interval, let ends = found.interval95 else { continue }
      #expect(abs(ends.lowerBound - interval.lowerBound) < 5e-6, "\(key)")
      #expect(abs(ends.upperBound - interval.upperBound) < 5e-6, "\(key)")
    }
  }

  @Test func rankingsAgreeWithScikitLearn() throws {
    let ranking = try #require(try Self.result("multi-label").ranking)
    #expect(ranking.hitCounts.count == 3 && ranking.sampleCount < 60)
    for (k, golden) in zip(1..., zip(goldenPrecisions, goldenRecalls)) {
      #expect(abs(ranking.precision(at: k)!.value - golden.0) < 1e-12)
      #expect(abs(ranking.recall(at: k)!.value - golden.1) < 1e-12)
    }
  }

  @Test func balancedWeightsAgreeWithScikitLearn() {
    let counts = (0..<Int32(3)).map { number in Self.classes.count { $0 == number } }
    let weights = TrainingOptions.balancedClassWeights(counts: counts)
    for (weight, golden) in zip(weights, goldenBalancedWeights) {
      #expect(abs(Double(weight) - golden) < 1e-6)
    }
    #expect(TrainingOptions.balancedClassWeights(counts: [3, 0, 1]) == [2.0 / 3, 1, 2])
  }

  /// Of classes without levels the ranking is what fastText would say.
  @Test func aSingleLabelsPrecisionIsItsAccuracy() throws {
    let result = try Self.evaluate(
      .softmax(classCount: 3), .classes(Self.classes), task: nil)
    let ranking = try #require(result.ranking)
    #expect(result.measures.isEmpty && ranking.sampleCount == 60 && ranking.labelCount == 60)
    let accuracy = 1 - result.errorRate!
    #expect(ranking.measures[.precisionAt1]?.value == accuracy)
    #expect(ranking.measures[.recallAt1]?.value == accuracy)
    #expect(ranking.recall(at: 3)?.value == 1)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 3), (9, 3)])
  func labelsRankAsDeepAsIsAskedFor(depth: Int, count: Int) throws {
    let result = try Self.evaluate(
      .softmax(classCount: 3), .classes(Self.classes), task: nil, rankingDepth: depth)
    #expect(result.ranking?.hitCounts.count == count)
  }

  @Test(arguments: goldenMeasures.map(\.name))
  func theWeightOfAClassMultipliesItsLosses(name: String) throws {
    guard name == "multi-label" || name == "weighted" else { return }
    let isMulti = name == "multi-label"
    let head: OutputHead = isMulti ? .logistic(outputCount: 3) : .softmax(classCount: 3)
    let targets: Dataset.Targets = isMulti ? .sets(Self.sets()) : .classes(Self.classes)
    func loss(_ weights: [Float]) throws -> Double {
      try Self.evaluate(head, targets, task: nil, classWeights: weights).loss
    }
    let (plain, twice) = (try loss([]), try loss([2, 2, 2]))
    let parts = try [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map(loss)
    #expect(twice == 2 * plain)
    #expect(abs(parts.reduce(0, +) - plain) < 1e-6 && parts.allSatisfy { $0 > 0 })
    #expect(abs(try loss([1, 2, 0.5]) - (parts[0] + 2 * parts[1] + parts[2] / 2)) < 1e-6)
  }

  @Test func noExecutionShowsInMeasures() throws {
    let sets = Self.sets()
    let results = try NetworkGradientTests.executions.map { execution in
      try Self.evaluate(
        .logistic(outputCount: 3), .sets(sets), task: .multiLabel, execution: execution)
    }
    #expect(results.allSatisfy { $0 == results[0] })
  }
}
