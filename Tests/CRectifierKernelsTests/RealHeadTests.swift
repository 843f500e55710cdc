// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

/// Pre-activations with targets, and what a link makes of them.
private struct RealHeadFixture {
  let rows: Int
  let outputs: Int
  let link: rectifier_activation
  let output: KernelBuffer<Float>
  let targets: KernelBuffer<Float>
  /// One an output; nil for none.
  let weights: KernelBuffer<Float>?

  var stride: Int { Shape.padded(outputs) }

  /// Pre-activations within `scale`; targets from 0 to 1.
  init(
    rows: Int, outputs: Int, link: rectifier_activation, scale: Float = 4, weights: [Float]? = nil
  ) {
    self.rows = rows
    self.outputs = outputs
    self.link = link
    self.weights = weights.map { weights in
      let buffer = KernelBuffer<Float>(count: Shape.padded(outputs))
      for o in 0..<outputs { buffer[o] = weights[o % weights.count] }
      return buffer
    }
    output = KernelBuffer(count: rows * Shape.padded(outputs))
    targets = KernelBuffer(count: rows * Shape.padded(outputs))
    var random = PseudoRandom(outputs)
    for place in 0..<output.count where place % Shape.padded(outputs) < outputs {
      output[place] = random.value() * scale
      targets[place] = (random.value() + 1) / 2
    }
  }

  func job(into result: RealHeadResult) -> rectifier_real_head {
    rectifier_real_head(
      output: output.pointer, stride: stride, row_count: rows, output_count: outputs, link: link,
      targets: targets.pointer, values: result.values.pointer, delta: result.delta.pointer,
      loss: result.loss.pointer, weights: weights.map { UnsafePointer($0.pointer) })
  }

  /// Everything at once, values without targets, the loss alone: always the twin's bits.
  @discardableResult
  func expectTwin(sourceLocation: SourceLocation = #_sourceLocation) -> RealHeadResult {
    let expected = RealHeadResult(self)
    var twin = job(into: expected)
    rectifier_real_head_rows_reference(&twin)
    for set in KernelSet.available {
      let what = "\(KernelSet.name(set)), link \(link.rawValue), \(rows) × \(outputs)"
      let (all, part) = (RealHeadResult(self), RealHeadResult(self))
      var job = job(into: all)
      rectifier_real_head_rows(set, &job)
      (job.values, job.delta, job.loss) = (nil, nil, part.loss.pointer)
      rectifier_real_head_rows(set, &job)
      (job.targets, job.values, job.loss) = (nil, part.values.pointer, nil)
      rectifier_real_head_rows(set, &job)
      for (found, name) in [(all.values, "values"), (part.values, "values alone")] {
        found.expectBits(of: expected.values, "\(name), \(what)", sourceLocation: sourceLocation)
      }
      all.delta.expectBits(of: expected.delta, "delta, \(what)", sourceLocation: sourceLocation)
      for (found, name) in [(all.loss, "loss"), (part.loss, "loss alone")] {
        found.expectBits(of: expected.loss, "\(name), \(what)", sourceLocation: sourceLocation)
      }
    }
    return expected
  }
}

private struct RealHeadResult {
  let values: KernelBuffer<Float>
  let delta: KernelBuffer<Float>
  let loss: KernelBuffer<Float>

  init(_ fixture: RealHeadFixture) {
    values = KernelBuffer(count: fixture.output.count, byte: 0xFF)
    delta = KernelBuffer(count: fixture.output.count, byte: 0xFF)
    loss = KernelBuffer(count: fixture.rows, byte: 0xFF)
  }
}

@Suite("Heads of independent outputs")
struct RealHeadTests {
  static let links = [
    RECTIFIER_ACTIVATION_IDENTITY, RECTIFIER_ACTIVATION_RECTIFIER, RECTIFIER_ACTIVATION_SOFTPLUS,
    RECTIFIER_ACTIVATION_LOGISTIC,
  ]

  @Test("Give the twin's bits", arguments: [1, 10, 15, 16, 17, 127, 128, 129, 250])
  func twin(outputs: Int) {
    for link in Self.links {
      for rows in [0, 1, 2, 9] {
        RealHeadFixture(rows: rows, outputs: outputs, link: link).expectTwin()
      }
      RealHeadFixture(rows: 3, outputs: outputs, link: link, scale: 200).expectTwin()
    }
  }

  @Test("Weights of outputs give the twin's bits", arguments: [1, 10, 15, 16, 17, 127, 129])
  func weighted(outputs: Int) {
    for link in Self.links {
      for rows in [0, 1, 9] {
        RealHeadFixture(rows: rows, outputs: outputs, link: link, weights: [0.3, 2, 0, 1e-38, 7])
          .expectTwin()
      }
    }
  }

  @Test("A weight of 1 is none, and each output's term and delta take theirs", arguments: 0..<4)
  func weightsAreFactors(link: Int) {
    func result(_ weights: [Float]?) -> RealHeadResult {
      RealHeadFixture(rows: 3, outputs: 19, link: Self.links[link], weights: weights).expectTwin()
    }
    let plain = result(nil)
    let (one, four) = (result([1]), result([4, 0]))
    one.delta.expectBits(of: plain.delta, "a weight of 1")
    one.loss.expectBits(of: plain.loss, "a weight of 1")
    for row in 0..<3 {
      let places = (0..<19).map { row * 32 + $0 }
      #expect(places.allSatisfy { four.delta[$0] == plain.delta[$0] * ($0 % 2 == 0 ? 4 : 0) })
    }
    four.values.expectBits(of: plain.values, "values under weights")
  }

  @Test("Negative zeros, denormal values, underflow, NaN and infinities", arguments: 0..<4)
  func edges(link: Int) {
    let fixture = RealHeadFixture(rows: 7, outputs: 17, link: Self.links[link])
    let (output, targets) = (fixture.output, fixture.targets)
    (output[0], targets[0]) = (-0.0, 0)
    (output[32], targets[32]) = (0x1p-130, -0x1p-130)
    for o in 64..<81 { (output[o], targets[o]) = (1e-20, -1e-20) }
    output[96] = .nan
    (output[128], targets[128]) = (.infinity, .infinity)
    output[160] = -.infinity
    for (o, y) in zip(192..., [-88, -87, 87, 88, 89, -104, 1e30, -1e30] as [Float]) {
      output[o] = y
    }
    let result = fixture.expectTwin()
    #expect(result.loss[3].isNaN && result.values[96].isNaN && result.delta[96].isNaN)
    #expect(!result.loss[4].isFinite && result.loss[6].isFinite == (link == 3))
    let negativeZeros = (0..<result.delta.count).filter {
      result.delta[$0].bitPattern == 0x8000_0000 || result.values[$0].bitPattern == 0x8000_0000
    }
    #expect(negativeZeros.isEmpty)
  }

  @Test("At and below 0 the rectifier passes neither value nor gradient")
  func silent() {
    let fixture = RealHeadFixture(rows: 1, outputs: 3, link: RECTIFIER_ACTIVATION_RECTIFIER)
    for (o, y) in zip(0..., [0, -2, 3] as [Float]) {
      (fixture.output[o], fixture.targets[o]) = (y, 1)
    }
    let result = fixture.expectTwin()
    #expect((0..<3).map { result.values[$0] } == [0, 0, 3])
    #expect((0..<3).map { result.delta[$0] } == [0, 0, 4])
    #expect(result.loss[0] == 1 + 1 + 4)
  }

  @Test("Far cross-entropies neither overflow nor cancel")
  func farLogits() {
    let fixture = RealHeadFixture(rows: 4, outputs: 1, link: RECTIFIER_ACTIVATION_LOGISTIC)
    let examples: [(output: Float, target: Float, loss: Float)] = [
      (1e4, 0, 1e4), (-1e4, 1, 1e4), (60, 1, 0x1.5ae192p-87), (-60, 0, 0x1.5ae192p-87),
    ]
    for (row, example) in examples.enumerated() {
      fixture.output[row * 16] = example.output
      fixture.targets[row * 16] = example.target
    }
    let result = fixture.expectTwin()
    for (row, example) in examples.enumerated() {
      #expect(abs(result.loss[row] - example.loss) <= 2 * example.loss.ulp)
    }
  }
}
