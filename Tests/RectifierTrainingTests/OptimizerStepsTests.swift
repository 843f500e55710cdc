// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Runs with an optimizer, a schedule and weight L2 against the same steps in `Double`.
@Suite struct OptimizerStepsTests {
  /// Optimizers with the learning rates that suit the tests' problems.
  static let optimizers: [(optimizer: Optimizer, rate: Float)] = [
    (.sgd, 0.1), (.momentum(), 0.03), (.momentum(coefficient: 0.75, isNesterov: true), 0.03),
    (.adam(), 0.01), (.adam(firstDecay: 0.5, secondDecay: 0.75, epsilon: 0.001), 0.01),
  ]
  static let schedules: [LearningRateSchedule] = [.constant, .exponential(0.5), .cosine]

  /// Every optimizer with every schedule, without and with weight L2, for so many epochs.
  static let choices: [TrainingOptions] = optimizers.flatMap { choice in
    schedules.flatMap { schedule in
      [Float(0), 0.125].map { weightL2 in
        TrainingOptions(
          activationL1: [0.0625, 0.125], weightL2: weightL2, optimizer: choice.optimizer,
          learningRate: choice.rate, schedule: schedule, batchSize: 23, epochCount: 6)
      }
    }
  }

  private func flat(_ network: Network) -> [Float] {
    network.architecture.widths.indices.dropLast().flatMap { layer in
      network.parameters.weights(ofLayer: layer) + network.parameters.biases(ofLayer: layer)
    }
  }

  private func run(_ problem: GradientProblem, _ options: TrainingOptions) throws -> TrainingRun {
    let labels = (0..<problem.network.architecture.head.outputCount).map { "class \($0)" }
    let data = try Dataset(
      name: "drawn", features: .floats(problem.batch), targets: problem.targets, labels: labels)
    return try TrainingRun(
      problem.network, training: data, validation: data, options: options,
      execution: Execution(threadCount: 2))
  }

  /// Six steps with the whole data: the largest difference of a parameter is some units in the last
  /// place of the way that parameters went.
  @Test(arguments: choices.indices)
  func stepsAreThoseOfTheOracle(index: Int) throws {
    let options = Self.choices[index]
    let example = GradientCase(
      activations: [.softplus(sharpness: 2), .tanh], head: .softmax(classCount: 3),
      activationL1: [0.0625, 0.125], hasSignMask: true)
    let problem = try example.problem(
      inputCount: 11, hiddenWidths: [20, 17], rowCount: 23, margin: 1e-4)
    let run = try run(problem, options)
    var network = problem.oracle
    var oracle = OptimizerOracle(options)
    for _ in 0..<6 {
      _ = try run.step()
      let gradient = network.gradient(of: problem.batch.doubleRows, problem.oracleTargets).exact
      oracle.step(&network, gradient, epochStepCount: 1)
    }
    let exact = network.layers.flatMap { $0.weights + $0.biases }
    let way = zip(exact, flat(problem.network)).map { abs($0 - Double($1)) }.max()!
    let error = zip(flat(run.last.network), exact).map { abs(Double($0) - $1) }.max()!
    #expect(error <= 1e-5 * way, "\(options.optimizer) \(options.schedule): \(error / way)")
    #expect(way > 0.01)
  }

  /// The numbers are PyTorch's: Golden/make_optimizer_steps.py.
  @Test(arguments: goldenOptimizerSteps.indices)
  func stepsAreThoseOfPyTorch(index: Int) throws {
    let golden = goldenOptimizerSteps[index]
    let problem = try GoldenProblem.problem(activation: "softplus", head: "softmax")
    let options = TrainingOptions(
      activationL1: problem.activationL1, weightL2: golden.weightL2, optimizer: golden.optimizer,
      learningRate: golden.rate, schedule: golden.schedule, batchSize: 3,
      epochCount: golden.rates.count)
    let run = try run(problem, options)
    for (step, rate) in golden.rates.enumerated() {
      let found = options.learningRate(epoch: step + 1, step: 1, stepCount: 1)
      #expect(found.ulps(from: rate, measure: rate) <= 4, "step \(step + 1)")
      _ = try run.step()
      guard let expected = golden.parameters[step + 1] else { continue }
      for (value, exact) in zip(flat(run.last.network), expected) {
        #expect(abs(Double(value) - exact) <= 1e-6 * max(1, abs(exact)), "step \(step + 1)")
      }
    }
    #expect(golden.parameters.count == 2)
  }

  /// Batches that leave some inputs at zero, on any number of threads, sets and kernels.
  @Test(arguments: choices.indices)
  func executionsGiveTheSameBytes(index: Int) throws {
    var options = Self.choices[index]
    options.activationL1 = [0.001, 0]
    (options.batchSize, options.epochCount) = (5, 2)
    let data = try SmallTraining.data()
    var expected: [UInt32]?
    for execution in NetworkGradientTests.executions {
      let run = try TrainingRun(
        SmallTraining.network(), training: data, validation: data, options: options,
        execution: execution)
      while try run.epoch() != nil {}
      let state = run.checkpoint().optimizerState
      let moments = [state.firstMoment, state.secondMoment].compactMap { $0 }
      #expect(moments.count == options.optimizer.momentCount)
      let bits =
        flat(run.last.network).map(\.bitPattern)
        + (moments.flatMap { $0.weights(ofLayer: 1) + $0.biases(ofLayer: 2) }).map(\.bitPattern)
      expected = expected ?? bits
      #expect(bits == expected, "\(execution)")
    }
  }

  /// A moment that overflows freezes parameters instead of spoiling them: it is not swallowed.
  @Test func aMomentThatIsNotFiniteEndsTheRun() throws {
    var options = SmallTraining.options(batchSize: 23)
    (options.optimizer, options.activationL1) = (.adam(), [])
    let data = try SmallTraining.data(scale: 1e30)
    let run = try TrainingRun(
      SmallTraining.network([]), training: data, validation: data, options: options)
    let error = TrainingError.diverged(epoch: 1, step: 1, layer: "output")
    #expect(throws: error) { try run.step() }
    let weights = run.last.network.parameters.weights(ofLayer: 0)
    #expect(weights.allSatisfy { $0.isFinite })
  }
}
