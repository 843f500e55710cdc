// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierData
import RectifierNetworks
import RectifierNumerics

/// What the output head makes of a batch: each sample's loss and predicted class, and the deltas of
/// the last weight layer.
///
/// With class weights w a sample's loss and deltas are multiplied by that of its class,
///
///     loss(n) = −w[c] · log p[c],   δ[o] = (p[o] − 1[o = c]) · w[c],   c the class of n
///
/// and of sets each label's term is: loss(n) = Σₒ w[o] · (log(1 + e^{yₒ}) − tₒ·yₒ).
final class HeadPass {
  private let head: OutputHead
  private let classes: AlignedBuffer<Int32>
  private let reals: AlignedBuffer<Float>
  /// One a class; nil for 1 throughout.
  private let classWeights: AlignedBuffer<Float>?
  /// One a row, in nats (softmax, logistic) or squared units.
  let losses: AlignedBuffer<Float>
  /// One a row; softmax only.
  let predictedClasses: AlignedBuffer<Int32>

  /// - Precondition: Class weights are none, or one an output of softmax or logistic.
  init(head: OutputHead, classWeights: [Float] = [], rowCapacity: Int) {
    if let flaw = TrainingOptions.classWeightFlaw(classWeights, head: head) {
      fatalError("head: expected \(flaw.expected) as class weights, found \(flaw.found)")
    }
    self.head = head
    self.classWeights = classWeights.isEmpty ? nil : Self.padded(classWeights)
    classes = AlignedBuffer(count: rowCapacity)
    reals = AlignedBuffer(count: rowCapacity * PanelLayout.padded(head.outputCount))
    losses = AlignedBuffer(count: rowCapacity)
    predictedClasses = AlignedBuffer(count: rowCapacity)
  }

  private static func padded(_ weights: [Float]) -> AlignedBuffer<Float> {
    let buffer = AlignedBuffer<Float>(count: PanelLayout.padded(weights.count))
    for (o, weight) in weights.enumerated() { buffer.pointer[o] = weight }
    return buffer
  }

  /// Copies the targets of the rows named of data.
  func gather(
    _ data: Dataset, rows: UnsafeBufferPointer<Int32>, instructionSet: InstructionSet
  ) {
    guard case .features = data.targets, head.link != nil else {
      return gather(data.targets, rows: rows)
    }
    data.copyFeatures(
      rows: rows, into: reals.pointer, stride: PanelLayout.padded(head.outputCount),
      instructionSet: instructionSet)
  }

  /// Copies the targets of the rows named; of sets, 1 for each class of a row and 0 for the others.
  ///
  /// - Precondition: They are of the head's kind, and not the features of data.
  func gather(_ targets: Dataset.Targets, rows: UnsafeBufferPointer<Int32>) {
    switch (targets, head.link) {
    case (.classes(let all), nil):
      for (n, row) in rows.enumerated() { classes.pointer[n] = all[Int(row)] }
    case (.reals(let matrix), _?):
      matrix.withUnsafePointer { from in
        for (n, row) in rows.enumerated() {
          (reals.pointer + n * matrix.stride).update(
            from: from + Int(row) * matrix.stride, count: matrix.stride)
        }
      }
    case (.sets(let sets), .logistic?):
      let stride = PanelLayout.padded(head.outputCount)
      for (n, row) in rows.enumerated() {
        let target = reals.pointer + n * stride
        target.update(repeating: 0, count: stride)
        for found in sets[Int(row)] { target[Int(found)] = 1 }
      }
    case (.classes, _?), (.reals, nil), (.sets, _), (.features, _), (.none, _):
      fatalError("head: \(head.name) with targets of another kind")
    }
  }

  /// Computes losses and, where they are wanted, the derivative of each by its row's outputs, and the
  /// outputs' values as a `Predictor` gives them; both `[rows × padded outputs]`.
  func run(
    _ outputs: AlignedBuffer<Float>, delta: AlignedBuffer<Float>?,
    values: AlignedBuffer<Float>? = nil, rowCount: Int, instructionSet: InstructionSet
  ) {
    let weights = classWeights.map { UnsafePointer($0.pointer) }
    if let link = head.link {
      var job = head.realJob(outputs, link: link, rowCount: rowCount)
      job.targets = UnsafePointer(reals.pointer)
      job.values = values?.pointer
      job.weights = weights
      job.delta = delta?.pointer
      job.loss = losses.pointer
      rectifier_real_head_rows(instructionSet.code, &job)
    } else {
      var job = head.softmaxJob(outputs, rowCount: rowCount)
      job.targets = UnsafePointer(classes.pointer)
      job.probabilities = values?.pointer
      job.weights = weights
      job.delta = delta?.pointer
      job.loss = losses.pointer
      job.predicted = predictedClasses.pointer
      rectifier_softmax_rows(instructionSet.code, &job)
    }
  }

  /// Adds the first `rowCount` losses to a sum, in Double, one after another: the order of samples
  /// alone decides the bits, not how they were cut into batches.
  func addLosses(to sum: inout Double, rowCount: Int) {
    for n in 0..<rowCount { sum += Double(losses.pointer[n]) }
  }

  /// The sum of the first `rowCount` losses.
  func lossSum(rowCount: Int) -> Double {
    var sum = 0.0
    addLosses(to: &sum, rowCount: rowCount)
    return sum
  }

  /// How many of the first `rowCount` predictions are wrong; softmax only.
  func errorCount(rowCount: Int) -> Int {
    guard case .softmax = head else { return 0 }
    return (0..<rowCount).count { classes.pointer[$0] != predictedClasses.pointer[$0] }
  }

  /// Calls `body` with the true and the predicted class of each of the first `rowCount` rows.
  func forEachPrediction(rowCount: Int, _ body: (_ truth: Int, _ predicted: Int) -> Void) {
    guard case .softmax = head else { return }
    for n in 0..<rowCount { body(Int(classes.pointer[n]), Int(predictedClasses.pointer[n])) }
  }
}
