// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

@Suite struct PanelLayoutTranspositionTests {
  static let counts = [1, 15, 16, 17, 127, 128, 129, 300]

  private func panels(_ layout: PanelLayout, _ weights: [Float]) -> AlignedBuffer<Float> {
    let buffer = AlignedBuffer<Float>(count: layout.weightCount)
    layout.pack(weights, into: buffer.pointer)
    return buffer
  }

  @Test(arguments: counts, counts)
  func everyWeightFindsItsPlace(inputCount: Int, outputCount: Int) {
    let layout = PanelLayout(inputCount: inputCount, outputCount: outputCount)
    let weights = (0..<inputCount * outputCount).map(Float.init)
    let source = panels(layout, weights)
    for threadCount in [1, 3] {
      let execution = Execution(threadCount: threadCount)
      let target = AlignedBuffer<Float>(count: layout.transposed.weightCount)
      layout.transpose(source.pointer, into: target.pointer, adding: false, execution: execution)
      // [outputs × inputs] of the transposed layout is [inputs × outputs] of this one.
      let found = layout.transposed.unpack(target.pointer)
      let expected = (0..<inputCount).flatMap { i in
        (0..<outputCount).map { weights[$0 * inputCount + i] }
      }
      #expect(found == expected)
      layout.transpose(source.pointer, into: target.pointer, adding: true, execution: execution)
      #expect(layout.transposed.unpack(target.pointer) == expected.map { 2 * $0 })
      // Padding stays zero, and so does the one weight that is.
      let padding = target.count - inputCount * outputCount
      #expect((0..<target.count).count { target.pointer[$0] == 0 } == padding + 1)
    }
  }
}
