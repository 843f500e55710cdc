// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierTraining

/// Runs of autoencoders whose decoder has the encoder's weights, transposed.
@Suite struct TiedTrainingTests {
  private static let rate: Float = 0.03

  private func data(_ name: String = "training", rowCount: Int = 23) throws -> Dataset {
    var stream = Seed(5).stream(name)
    let rows = stream.fractions(rowCount, 19)
    return try Dataset(name: name, features: .floats(rows), targets: .reals(rows))
  }

  private func network() throws -> Network {
    let architecture = try Architecture(
      inputCount: 19, hiddenWidths: [33], activations: [.rectifier], hasSignMask: true,
      head: .softplus(outputCount: 19))
    return Network.drawn(architecture, seed: 4)
  }

  private func options(_ optimizer: Optimizer, weightL2: Float = 0) -> TrainingOptions {
    TrainingOptions(
      activationL1: [0.001], weightL2: weightL2, optimizer: optimizer, learningRate: Self.rate,
      batchSize: 5, epochCount: 2, seed: Seed(3), corruption: .masking(level: 0.25),
      tiesWeights: true)
  }

  private func run(
    _ optimizer: Optimizer, weightL2: Float = 0, _ execution: Execution = .default
  ) throws -> TrainingRun {
    try TrainingRun(
      network(), training: data(), validation: data("validation", rowCount: 11),
      options: options(optimizer, weightL2: weightL2), execution: execution)
  }

  private func bits(_ network: Network) -> [UInt32] {
    network.tensors().flatMap { $0.values.map(\.bitPattern) }
  }

  /// Momentum by hand: v ← fma(μ, v, g), w ← fma(−rate, v, w), for the shared weights and each bias.
  @Test(arguments: [0, 0.5] as [Float], [0, 0.01] as [Float])
  func epochsByHand(coefficient: Float, weightL2: Float) throws {
    let optimizer: Optimizer = coefficient == 0 ? .sgd : .momentum(coefficient: coefficient)
    let run = try run(optimizer, weightL2: weightL2)
    #expect(run.network == (try network().withTransposedEncoder()))
    guard case .floats(let rows) = try data().features else { return }
    var velocities: [String: [Float]] = [:]
    for epoch in 1...2 {
      var order = (0..<23).map { $0 }
      var stream = Seed(3).stream("shuffle", epoch: epoch)
      stream.shuffle(&order)
      for begin in stride(from: 0, to: 23, by: 5) {
        let numbers = Array(order[begin..<min(begin + 5, 23)])
        let clean = Matrix(rows: numbers.map { rows.row($0) })
        let batch = Corruption.masking(level: 0.25).corrupted(
          clean, rows: numbers, seed: Seed(3), epoch: epoch)
        let network = run.network
        let gradient = network.gradient(
          of: batch, targets: .reals(clean), activationL1: [0.001], weightL2: weightL2,
          tiesWeights: true
        ).gradient
        let slopes = [
          "hidden.0.weight": gradient.weights(ofLayer: 0),
          "hidden.0.bias": gradient.biases(ofLayer: 0), "output.bias": gradient.biases(ofLayer: 1),
        ]
        let tensors = network.tensors().map { tensor in
          guard let slopes = slopes[tensor.name] else { return tensor }
          let old = velocities[tensor.name] ?? slopes.map { _ in 0 }
          let velocity = zip(old, slopes).map { $1.addingProduct(coefficient, $0) }
          velocities[tensor.name] = velocity
          return NamedTensor(
            name: tensor.name, shape: tensor.shape,
            values: zip(tensor.values, velocity).map { $0.addingProduct(-Self.rate, $1) })
        }
        _ = try run.step()
        let expected = try Network(network.architecture, tensors: tensors).withTransposedEncoder()
        #expect(bits(run.network) == bits(expected))
      }
    }
    #expect(run.isFinished)
  }

  @Test(arguments: Optimizer.all)
  func noExecutionShows(optimizer: Optimizer) throws {
    let expected = try run(optimizer, HeadTrainingTests.plain)
    let networks = try expected.networks().map(bits)
    for execution in NetworkGradientTests.executions {
      #expect(try run(optimizer, execution).networks().map(bits) == networks)
    }
  }

  @Test(arguments: Optimizer.all, [1, 5, 7])
  func aStopDoesNotShow(optimizer: Optimizer, stop: Int) throws {
    let whole = try run(optimizer)
    _ = try whole.networks()
    let first = try run(optimizer)
    for _ in 0..<stop { _ = try first.step() }
    let second = try TrainingRun(
      resuming: first.checkpoint(), training: data(),
      validation: data("validation", rowCount: 11), execution: Execution(threadCount: 1))
    _ = try second.networks()
    #expect(bits(second.network) == bits(whole.network))
    #expect(second.network.hasTiedWeights)
  }

  @Test(arguments: [
    ([19, 33, 20], OutputHead.identity(outputCount: 20)),
    ([19, 19], .identity(outputCount: 19)), ([19, 33, 33, 19], .identity(outputCount: 19)),
    ([19, 33, 19], .softmax(classCount: 19)),
  ])
  func onlyAutoencodersCanBeTied(widths: [Int], head: OutputHead) throws {
    let architecture = try Architecture(
      inputCount: widths[0], hiddenWidths: Array(widths.dropFirst().dropLast()), head: head)
    var options = options(.sgd)
    options.activationL1 = widths.dropFirst().dropLast().map { _ in 0 }
    let error = #expect(throws: TrainingError.self) {
      try TrainingRun(
        Network(architecture, seed: Seed(1)), training: data(), validation: data(),
        options: options)
    }
    guard case .invalidOption("tied weights", _, let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found.hasPrefix(widths.map(String.init).joined(separator: "-")))
  }
}
