// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@Suite struct NetworkLogitsTests {
  @Test(arguments: OutputHead.all(outputCount: 3))
  func logitsAreWhatTheHeadTakesIn(head: OutputHead) throws {
    let network = Network.drawn(
      try Architecture(
        inputCount: 5, hiddenWidths: [6], activations: [.tanh], hasSignMask: true, head: head))
    var stream = Seed(2).stream("batch")
    let batch = stream.rows(4, 5)
    let logits = Predictor(network.givingLogits).predict(batch)
    let outputs = Predictor(network).predict(batch)
    for (n, row) in batch.doubleRows.enumerated() {
      let trace = DoubleNetwork(network).trace(row)
      for o in 0..<3 {
        #expect(abs(Double(logits[n, o]) - trace.preActivations.last![o]) < 1e-5)
        #expect(abs(Double(outputs[n, o]) - trace.inputs.last![o]) < 1e-5)
      }
    }
    #expect(network.givingLogits.parameters == network.parameters)
  }
}
