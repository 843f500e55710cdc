// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// A run against the same epochs by hand: gradients of the shuffled batches, applied one by one.
@Suite struct TrainingRunGradientTests {
  static let rate: Float = 0.02
  static let seed = Seed(17)

  private func dataset(_ problem: GradientProblem) throws -> Dataset {
    var labels: [String] = []
    if case .softmax(let count) = problem.network.architecture.head {
      labels = (0..<count).map { "class \($0)" }
    }
    return try Dataset(
      name: "drawn", features: .floats(problem.batch), targets: problem.targets, labels: labels)
  }

  private func options(
    _ problem: GradientProblem, batchSize: Int, epochCount: Int
  ) -> TrainingOptions {
    let hiddenWidths = problem.network.architecture.hiddenWidths
    return TrainingOptions(
      activationL1: problem.activationL1.isEmpty
        ? hiddenWidths.map { _ in 0 } : problem.activationL1,
      learningRate: Self.rate, batchSize: batchSize, epochCount: epochCount, seed: Self.seed)
  }

  private func batch(_ problem: GradientProblem, _ rows: ArraySlice<Int32>) -> GradientProblem {
    let targets: Dataset.Targets
    switch problem.targets {
    case .classes(let classes): targets = .classes(rows.map { classes[Int($0)] })
    case .reals(let reals): targets = .reals(Matrix(rows: rows.map { reals.row(Int($0)) }))
    default: targets = .none
    }
    return GradientProblem(
      network: problem.network, batch: Matrix(rows: rows.map { problem.batch.row(Int($0)) }),
      targets: targets, activationL1: problem.activationL1)
  }

  /// w ← fma(−rate, gradient, w) for all parameters.
  private func descended(_ network: Network, _ gradient: Parameters) throws -> Network {
    func descend(_ values: [Float], _ slopes: [Float]) -> [Float] {
      zip(values, slopes).map { $0.addingProduct(-Self.rate, $1) }
    }
    let tensors = network.tensors().map { tensor in
      guard !tensor.name.hasSuffix("sign") else { return tensor }
      let layer = network.architecture.tensorShapes.prefix { $0.name != tensor.name }
        .count { $0.name.hasSuffix("bias") }
      let slopes =
        tensor.name.hasSuffix("bias")
        ? gradient.biases(ofLayer: layer) : gradient.weights(ofLayer: layer)
      return NamedTensor(
        name: tensor.name, shape: tensor.shape, values: descend(tensor.values, slopes))
    }
    return try Network(network.architecture, tensors: tensors)
  }

  private func bits(_ network: Network) -> [UInt32] {
    network.tensors().flatMap { $0.values.map(\.bitPattern) }
  }

  /// Two epochs of five batches, the last of them short.
  @Test(arguments: GradientCase.all.filter { $0.hasSignMask })
  func epochsByHand(_ example: GradientCase) throws {
    let problem = try example.problem(
      inputCount: 11, hiddenWidths: [20, 17], rowCount: 23, margin: 0)
    let data = try dataset(problem)
    let execution = Execution(threadCount: 2)
    let run = try TrainingRun(
      problem.network, training: data, validation: data,
      options: options(problem, batchSize: 5, epochCount: 2), execution: execution)
    var network = problem.network
    for epoch in 1...2 {
      var order = (0..<Int32(23)).map { $0 }
      var stream = Self.seed.stream("shuffle", epoch: epoch)
      stream.shuffle(&order)
      for begin in stride(from: 0, to: 23, by: 5) {
        let batch = batch(problem, order[begin..<min(begin + 5, 23)])
        let (gradient, loss) = network.gradient(
          of: batch.batch, targets: batch.targets, activationL1: problem.activationL1,
          execution: execution)
        let report = try run.step()
        #expect(report.loss == loss && report.epoch == epoch)
        #expect(report.sampleCount == batch.batch.rowCount)
        network = try descended(network, gradient)
        #expect(bits(run.last.network) == bits(network))
      }
    }
    #expect(run.isFinished)
  }
}
