// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct NetworkCodesTests {
  /// Against the oracle's hidden layer, bytes and numbers alike, for more rows than a batch has.
  @Test(arguments: [Activation.rectifier, .tanh], [false, true])
  func codesAreTheHiddenLayersOutputs(activation: Activation, hasSignMask: Bool) throws {
    let network = Network.drawn(
      try Architecture(
        inputCount: 12, hiddenWidths: [20], activations: [activation], hasSignMask: hasSignMask,
        head: .linear(12)))
    var stream = Seed(3).stream("bytes")
    let bytes = (0..<300 * 12).map { _ in UInt8(truncatingIfNeeded: stream.nextWord()) }
    let rows = Matrix(
      rows: (0..<300).map { row in (0..<12).map { Float(bytes[row * 12 + $0]) / 255 } })
    let features: [Dataset.Features] = [
      .floats(rows), .bytes(ByteRows(bytes: bytes, rowCount: 300, columnCount: 12)),
    ]
    let oracle = DoubleNetwork(network)
    for features in features {
      let data = try Dataset(name: "data", features: features, targets: .none)
      let (codes, before) = (network.codes(of: data), network.preActivations(of: data))
      for row in [0, 255, 256, 299] {
        let trace = oracle.trace(rows.doubleRows[row])
        for unit in 0..<20 {
          #expect(abs(Double(codes[row, unit]) - trace.inputs[1][unit]) < 1e-5)
          #expect(abs(Double(before[row, unit]) - trace.preActivations[0][unit]) < 1e-5)
        }
      }
      if activation == .rectifier {
        #expect((0..<300).contains { codes.row($0).contains(0) })
      }
    }
  }
}

extension OutputHead {
  fileprivate static func linear(_ count: Int) -> OutputHead { .identity(outputCount: count) }
}
