// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct GradientTraceTests {
  @Test(arguments: OutputHead.all(outputCount: 3))
  func theGradientIsTheNetworksOwn(head: OutputHead) throws {
    let problem = try GradientCase(activations: [.rectifier, .tanh], head: head, hasSignMask: true)
      .problem(inputCount: 9, hiddenWidths: [20, 7], rowCount: 11, margin: 0)
    let data = try Dataset(
      name: "rows", features: .floats(problem.batch), targets: problem.targets,
      labels: head.classCount == nil ? [] : ["a", "b", "c"])
    let expected = problem.network.gradient(of: problem.batch, targets: problem.targets).gradient
    for kernels in Execution.Kernels.allCases {
      let trace = GradientTrace(
        problem.network, on: data, execution: Execution(threadCount: 2, kernels: kernels))
      #expect(trace.gradient == expected && trace.rowCount == 11)
    }
  }

  /// The gradient by a bias is the mean of its deltas.
  @Test func deltasAreThoseOfSamples() throws {
    let problem = try GradientCase(
      activations: [.rectifier, .logistic], head: .softmax(classCount: 3)
    ).problem(inputCount: 9, hiddenWidths: [20, 7], rowCount: 11, margin: 0)
    let data = try Dataset(
      name: "rows", features: .floats(problem.batch), targets: problem.targets,
      labels: ["a", "b", "c"])
    let trace = GradientTrace(problem.network, on: data, execution: .default)
    for (layer, layout) in problem.network.parameters.layers.enumerated() {
      let biases = trace.gradient.biases(ofLayer: layer)
      for output in 0..<layout.outputCount {
        let sum = (0..<11).reduce(0.0) { sum, row in
          sum + Double(trace.deltas[layer].pointer[row * layout.biasCount + output])
        }
        #expect(abs(Double(biases[output]) - sum / 11) < 1e-6)
      }
    }
  }
}
