// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

/// Logits with targets, and what softmax makes of them.
private struct SoftmaxFixture {
  let rows: Int
  let classes: Int
  let logits: KernelBuffer<Float>
  let targets: KernelBuffer<Int32>
  /// One a class; nil for none.
  let weights: KernelBuffer<Float>?

  var stride: Int { Shape.padded(classes) }

  init(rows: Int, classes: Int, scale: Float = 3, weights: [Float]? = nil) {
    self.rows = rows
    self.classes = classes
    self.weights = weights.map { weights in
      let buffer = KernelBuffer<Float>(count: classes)
      for o in 0..<classes { buffer[o] = weights[o % weights.count] }
      return buffer
    }
    logits = KernelBuffer(count: rows * Shape.padded(classes))
    targets = KernelBuffer(count: rows)
    var random = PseudoRandom(classes)
    for row in 0..<rows {
      targets[row] = Int32(random.bits() % UInt64(classes))
      for o in 0..<classes { logits[row * Shape.padded(classes) + o] = random.value() * scale }
    }
  }

  func job(into result: SoftmaxResult) -> rectifier_softmax {
    rectifier_softmax(
      logits: logits.pointer, stride: stride, row_count: rows, class_count: classes,
      targets: targets.pointer, probabilities: result.probabilities.pointer,
      delta: result.delta.pointer, loss: result.loss.pointer, predicted: result.predicted.pointer,
      weights: weights.map { UnsafePointer($0.pointer) })
  }

  @discardableResult
  func expectTwin(sourceLocation: SourceLocation = #_sourceLocation) -> SoftmaxResult {
    let expected = SoftmaxResult(self)
    var twin = job(into: expected)
    rectifier_softmax_rows_reference(&twin)
    for set in KernelSet.available {
      let result = SoftmaxResult(self)
      var job = job(into: result)
      rectifier_softmax_rows(set, &job)
      result.expect(
        expected, "\(KernelSet.name(set)), \(classes) classes", sourceLocation: sourceLocation)
    }
    return expected
  }
}

private struct SoftmaxResult {
  let probabilities: KernelBuffer<Float>
  let delta: KernelBuffer<Float>
  let loss: KernelBuffer<Float>
  let predicted: KernelBuffer<Int32>

  init(_ fixture: SoftmaxFixture) {
    probabilities = KernelBuffer(count: fixture.logits.count, byte: 0xFF)
    delta = KernelBuffer(count: fixture.logits.count, byte: 0xFF)
    loss = KernelBuffer(count: fixture.rows, byte: 0xFF)
    predicted = KernelBuffer(count: fixture.rows, byte: 0xFF)
  }

  func expect(
    _ expected: SoftmaxResult, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    probabilities.expectBits(
      of: expected.probabilities, "probabilities, \(what)", sourceLocation: sourceLocation)
    delta.expectBits(of: expected.delta, "delta, \(what)", sourceLocation: sourceLocation)
    loss.expectBits(of: expected.loss, "loss, \(what)", sourceLocation: sourceLocation)
    #expect(classes == expected.classes, "\(what)", sourceLocation: sourceLocation)
    #expect(predicted.isBorderIntact, "\(what)", sourceLocation: sourceLocation)
  }

  var classes: [Int32] { (0..<predicted.count).map { predicted[$0] } }
}

@Suite("Softmax")
struct SoftmaxTests {
  @Test(
    "Gives the twin's bits",
    arguments: [1, 2, 3, 10, 15, 16, 17, 31, 32, 33, 127, 128, 129, 130])
  func twin(classes: Int) {
    for rows in [0, 1, 2, 9] {
      let fixture = SoftmaxFixture(rows: rows, classes: classes)
      let result = fixture.expectTwin()
      for row in 0..<rows {
        let places = row * fixture.stride..<row * fixture.stride + classes
        let total = places.reduce(0.0) { $0 + Double(result.probabilities[$1]) }
        #expect(abs(total - 1) < 1e-5)
        let p = Double(result.probabilities[places.lowerBound + Int(fixture.targets[row])])
        let fromLoss = exponential(-Double(result.loss[row]))
        #expect(abs(p - fromLoss) < 1e-5)
      }
    }
  }

  /// e^x for x <= 0, by a Taylor series of a 1024th of x.
  private func exponential(_ x: Double) -> Double {
    let small = x / 1024
    var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4 * (1 + small / 5))))
    for _ in 0..<10 { power *= power }
    return power
  }

  @Test("Large logits neither overflow nor lose the loss", arguments: [2, 10, 130])
  func largeLogits(classes: Int) {
    let fixture = SoftmaxFixture(rows: 4, classes: classes, scale: 1e4)
    for (row, target) in [(0, 1), (1, 0), (2, classes - 1), (3, 0)] {
      fixture.targets[row] = Int32(target)
    }
    (fixture.logits[0], fixture.logits[1]) = (1e4, -1e4)
    for o in 2..<max(2, classes) { fixture.logits[o] = -1e4 }
    let result = fixture.expectTwin()
    #expect(result.loss[0] == 2e4)
    #expect(result.probabilities[0] == 1)
    #expect(result.probabilities[1].bitPattern == 0)
    #expect((0..<result.loss.count).allSatisfy { result.loss[$0].isFinite })
  }

  @Test("Weights of classes give the twin's bits", arguments: [1, 2, 10, 16, 17, 33, 128, 130])
  func weighted(classes: Int) {
    for rows in [0, 1, 9] {
      SoftmaxFixture(rows: rows, classes: classes, weights: [0.3, 2, 0, 1e-38, 7]).expectTwin()
    }
  }

  @Test("A weight of 1 is none; another multiplies loss and delta of its class's rows")
  func weightsAreFactors() {
    func result(_ weights: [Float]?) -> SoftmaxResult {
      SoftmaxFixture(rows: 9, classes: 17, weights: weights).expectTwin()
    }
    let fixture = SoftmaxFixture(rows: 9, classes: 17)
    let plain = result(nil)
    result([1]).expect(plain, "a weight of 1")
    let weighted = result([4, 0])
    weighted.probabilities.expectBits(of: plain.probabilities, "probabilities under weights")
    for row in 0..<9 {
      let weight: Float = fixture.targets[row] % 2 == 0 ? 4 : 0
      #expect(weighted.loss[row] == plain.loss[row] * weight)
      let places = row * fixture.stride..<(row + 1) * fixture.stride
      #expect(places.allSatisfy { weighted.delta[$0] == plain.delta[$0] * weight })
      #expect(places.allSatisfy { weighted.delta[$0].bitPattern != 0x8000_0000 })
    }
  }

  @Test("Of equal logits the lowest class wins")
  func ties() {
    let fixture = SoftmaxFixture(rows: 3, classes: 20)
    for o in 0..<20 { fixture.logits[o] = -1 }
    for o in [7, 11, 19] { fixture.logits[fixture.stride + o] = 50 }
    for o in [16, 17] { fixture.logits[2 * fixture.stride + o] = 60 }
    #expect(fixture.expectTwin().classes == [0, 7, 16])
  }

  @Test("A NaN or +inf logit makes its row NaN, and only it", arguments: [Float.nan, .infinity])
  func notANumber(value: Float) {
    for place in [0, 5, 19] {
      let fixture = SoftmaxFixture(rows: 3, classes: 20)
      fixture.logits[fixture.stride + place] = value
      let result = fixture.expectTwin()
      #expect(result.loss[1].isNaN && result.loss[0].isFinite && result.loss[2].isFinite)
      #expect(result.classes[1] == Int32(place))
      #expect((0..<20).contains { result.probabilities[fixture.stride + $0].isNaN })
    }
  }

  @Test("Logits of -inf have probability 0")
  func negativeInfinity() {
    let fixture = SoftmaxFixture(rows: 2, classes: 17)
    fixture.logits[4] = -.infinity
    fixture.targets[0] = 3
    for o in 0..<17 { fixture.logits[fixture.stride + o] = -.infinity }
    let result = fixture.expectTwin()
    #expect(result.probabilities[4].bitPattern == 0)
    #expect(result.loss[0].isFinite && result.loss[1].isNaN)
  }

  @Test("Probabilities may take the logits' place, and every result is optional")
  func inPlace() {
    let fixture = SoftmaxFixture(rows: 9, classes: 17)
    let expected = fixture.expectTwin()
    for set in KernelSet.available {
      let result = SoftmaxResult(fixture)
      let logits = KernelBuffer(copying: fixture.logits)
      var job = fixture.job(into: result)
      job.logits = UnsafePointer(logits.pointer)
      job.probabilities = logits.pointer
      rectifier_softmax_rows(set, &job)
      logits.expectBits(of: expected.probabilities, "in place on \(KernelSet.name(set))")
      result.delta.expectBits(of: expected.delta, "in place on \(KernelSet.name(set))")
      let bare = SoftmaxResult(fixture)
      var bareJob = fixture.job(into: bare)
      (bareJob.targets, bareJob.delta, bareJob.loss, bareJob.predicted) = (nil, nil, nil, nil)
      rectifier_softmax_rows(set, &bareJob)
      bare.probabilities.expectBits(of: expected.probabilities, KernelSet.name(set))
    }
  }
}
