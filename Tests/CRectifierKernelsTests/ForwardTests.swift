// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Forward products")
struct ForwardTests {
  @Test("Dense and sparse give the twin's bits", arguments: Shape.table)
  func twin(shape: Shape) {
    LayerFixture(shape).expectForwardTwin(masked: (shape.inputs + shape.rows) % 2 == 0)
  }

  @Test("Every activation, with and without a sign mask", arguments: 0..<8 as Range<UInt32>)
  func activations(code: UInt32) {
    for shape in [
      Shape(inputs: 17, outputs: 130, rows: 4, density: 0.5),
      Shape(inputs: 3, outputs: 16, rows: 2, density: 1),
    ] {
      let fixture = LayerFixture(shape)
      for masked in [false, true] {
        fixture.expectForwardTwin(masked: masked) { $0.activation = rectifier_activation(code) }
      }
    }
  }

  @Test("Slopes and lists are optional")
  func optionalResults() {
    let shape = Shape(inputs: 17, outputs: 130, rows: 4, density: 0.5)
    let fixture = LayerFixture(shape)
    fixture.expectForwardTwin { $0.slope = nil }
    fixture.expectForwardTwin { $0.output_lists = nil }
    fixture.expectForwardTwin {
      $0.slope = nil
      $0.output_lists = nil
    }
  }

  @Test(
    "Any split of rows and panels gives the same bits",
    arguments: [
      Shape(inputs: 257, outputs: 250, rows: 25, density: 0.1),
      Shape(inputs: 129, outputs: 300, rows: 13, density: 0.5),
    ])
  func splits(shape: Shape) {
    let fixture = LayerFixture(shape)
    let whole = ForwardResult(shape)
    var job = fixture.forwardJob(into: whole)
    rectifier_forward_dense(RECTIFIER_PORTABLE, &job)
    let rowCuts = [0, 1, 4, shape.rows - 2, shape.rows]
    for variant in ForwardVariant.all {
      let result = ForwardResult(shape)
      var job = fixture.forwardJob(into: result)
      for (begin, end) in zip(rowCuts, rowCuts.dropFirst()) {
        for panel in (0..<shape.panels).reversed() {
          (job.first_row, job.row_count) = (begin, end - begin)
          (job.first_panel, job.panel_count) = (panel, 1)
          variant.run(job)
        }
      }
      result.expect(whole, "\(variant)")
    }
  }

  @Test("A range leaves other rows and panels alone")
  func range() {
    let shape = Shape(inputs: 17, outputs: 300, rows: 5, density: 0.5)
    LayerFixture(shape).expectForwardTwin {
      ($0.first_row, $0.row_count) = (1, 3)
      ($0.first_panel, $0.panel_count) = (1, 1)
    }
  }

  @Test("A sample alone gives the bits that it gives in a batch")
  func single() {
    let shape = Shape(inputs: 129, outputs: 140, rows: 13, density: 0.3)
    let fixture = LayerFixture(shape)
    for variant in ForwardVariant.all {
      let batch = ForwardResult(shape)
      variant.run(fixture.forwardJob(into: batch))
      for row in 0..<shape.rows {
        var one = shape
        one.rows = 1
        let alone = LayerFixture(one)  // the same weights: its seed has no rows
        alone.fillInput { _, column in fixture.input[row * shape.inputStride + column] }
        let result = ForwardResult(one)
        variant.run(alone.forwardJob(into: result))
        #expect(
          result.outputs(ofRow: 0).map(\.bitPattern) == batch.outputs(ofRow: row).map(\.bitPattern),
          "\(variant), row \(row)")
        #expect(result.lists.entries(ofRow: 0) == batch.lists.entries(ofRow: row))
      }
    }
  }

  @Test("Lists hold the non-zero outputs in order, and padding is zero and never listed")
  func lists() {
    let shape = Shape(inputs: 17, outputs: 250, rows: 3, density: 0.5)
    let fixture = LayerFixture(shape)
    for activation in [RECTIFIER_ACTIVATION_RECTIFIER, RECTIFIER_ACTIVATION_SOFTPLUS] {
      for variant in ForwardVariant.all {
        let result = ForwardResult(shape)
        var job = fixture.forwardJob(into: result)
        job.activation = activation
        variant.run(job)
        for row in 0..<shape.rows {
          let outputs = result.outputs(ofRow: row)
          let listed = result.lists.entries(ofRow: row).flatMap { $0 }
          let active = outputs.indices.filter { outputs[$0] != 0 }
          #expect(listed.map(\.column) == active.map(UInt32.init), "\(variant)")
          #expect(listed.map(\.bits) == active.map { outputs[$0].bitPattern }, "\(variant)")
          for column in shape.outputs..<shape.outputStride {
            let place = row * shape.outputStride + column
            #expect(result.output[place].bitPattern == 0, "\(variant)")
            #expect(result.slope[place].bitPattern == 0, "\(variant)")
          }
        }
      }
    }
  }
}
