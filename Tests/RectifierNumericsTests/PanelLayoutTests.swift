// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierNumerics

@Suite struct PanelLayoutTests {
  static let shapes = [1, 2, 5].flatMap { inputs in
    [1, 15, 16, 17, 127, 128, 129, 144, 145, 256, 300].map { (inputs, $0) }
  }

  @Test(arguments: [(0, 0), (1, 16), (15, 16), (16, 16), (17, 32), (128, 128), (129, 144)])
  func padding(count: Int, padded: Int) {
    #expect(PanelLayout.padded(count) == padded)
  }

  @Test(arguments: shapes)
  func panelsCoverTheOutputs(inputs: Int, outputs: Int) {
    let layout = PanelLayout(inputCount: inputs, outputCount: outputs)
    let widths = (0..<layout.panelCount).map { layout.width(ofPanel: $0) }
    #expect(widths.dropLast().allSatisfy { $0 == 128 })
    #expect(widths.allSatisfy { $0 % 16 == 0 && $0 > 0 && $0 <= 128 })
    #expect(widths.reduce(0, +) == layout.biasCount)
    #expect(layout.biasCount >= outputs && layout.biasCount < outputs + 16)
    #expect(layout.weightCount == inputs * layout.biasCount)
  }

  @Test func offsetsByHand() {
    let layout = PanelLayout(inputCount: 3, outputCount: 140)
    #expect(layout.offset(input: 0, output: 0) == 0)
    #expect(layout.offset(input: 0, output: 127) == 127)
    #expect(layout.offset(input: 1, output: 0) == 128)
    #expect(layout.offset(input: 2, output: 5) == 261)
    #expect(layout.offset(input: 0, output: 128) == 384)
    #expect(layout.offset(input: 1, output: 139) == 384 + 16 + 11)
  }

  @Test(arguments: shapes)
  func everyWeightHasAPlaceOfItsOwn(inputs: Int, outputs: Int) {
    let layout = PanelLayout(inputCount: inputs, outputCount: outputs)
    let offsets = (0..<inputs).flatMap { input in
      (0..<outputs).map { layout.offset(input: input, output: $0) }
    }
    #expect(Set(offsets).count == inputs * outputs)
    #expect(offsets.allSatisfy { $0 >= 0 && $0 < layout.weightCount })
  }

  @Test(arguments: shapes)
  func packingAndUnpacking(inputs: Int, outputs: Int) {
    let layout = PanelLayout(inputCount: inputs, outputCount: outputs)
    let weights = (0..<inputs * outputs).map { Float($0 + 1) }
    let panels = AlignedBuffer<Float>(count: layout.weightCount)
    layout.pack(weights, into: panels.pointer)
    #expect(layout.unpack(panels.pointer) == weights)
    let held = (0..<panels.count).count { panels.pointer[$0] != 0 }
    #expect(held == weights.count, "padding has been written")
  }

  @Test func aWrongCountEndsTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let panels = AlignedBuffer<Float>(count: 64)
      PanelLayout(inputCount: 2, outputCount: 3).pack([1, 2, 3], into: panels.pointer)
    }
    #expect(result.says("panels: 3 weights for 3 × 2"))
  }
}
