// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension TrainingOptions {
  /// Whether task and class weights go with a head.
  func checkTask(_ head: OutputHead) throws(TrainingError) {
    if let task, let flaw = task.flaw(head: head) {
      throw .invalidOption(
        name: "task \(task.name)", expected: flaw.expected, found: flaw.found)
    }
    if let flaw = Self.classWeightFlaw(classWeights, head: head) {
      throw .invalidOption(name: "class weights", expected: flaw.expected, found: flaw.found)
    }
  }

  /// What a class's weight may be, for messages.
  package static let classWeightRange = penaltyRange

  /// Whether samples of a class can weigh so much.
  package static func isValid(classWeight: Float) -> Bool { isValid(penalty: classWeight) }

  /// What is wrong with class weights for a head; nil where nothing is, or where there are none.
  package static func classWeightFlaw(
    _ weights: [Float], head: OutputHead
  ) -> (expected: String, found: String)? {
    if weights.isEmpty { return nil }
    switch head {
    case .softmax, .logistic: break
    case .identity, .softplus, .rectifier: return ("a head of classes", head.name)
    }
    guard weights.count == head.outputCount else {
      return ("one for each of \(head.outputCount) classes", "\(weights.count)")
    }
    if let weight = weights.first(where: { !isValid(classWeight: $0) }) {
      return (classWeightRange, "\(weight)")
    }
    guard weights.contains(where: { $0 > 0 }) else { return ("one above 0", "none") }
    return nil
  }

  /// Weights that let each class count for as much as any other, though it has fewer samples:
  ///
  ///     weight[c] = n / (k · n[c]),   n = Σ n[c],   k = classes that have samples
  ///
  /// so that the weights of all samples have the mean 1. A class without samples weighs 1.
  ///
  /// - Parameter counts: Samples of each class, or with each label: `Dataset.classCounts`.
  public static func balancedClassWeights(counts: [Int]) -> [Float] {
    let sampleCount = counts.reduce(0, +)
    let presentCount = counts.count { $0 > 0 }
    return counts.map { count in
      count == 0 ? 1 : Float(Double(sampleCount) / (Double(presentCount) * Double(count)))
    }
  }
}
