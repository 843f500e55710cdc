// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// A network with all that is needed to use it on data, and how it came about.
public struct Model: Equatable, Sendable {
  /// What computes outputs from features.
  public let network: Network
  /// What stored features go through.
  public let preprocessing: Preprocessing
  /// The extent of the images that samples are, if they are.
  public let imageShape: ImageShape?
  /// Names of the classes, or of the labels that logistic outputs stand for, in output order; empty
  /// without.
  public let labels: [String]
  /// What made the model, and how good it was; of a compacted model, what made the one that it came
  /// from.
  public let facts: TrainingFacts
  /// What units were taken from it since, the earliest first; empty for a model as it was trained.
  public let compactions: [CompactionFacts]

  /// - Precondition: For softmax as many labels as classes, for logistic outputs as many or none, for
  ///   others none; a compaction has a width for each hidden layer.
  public init(
    network: Network, preprocessing: Preprocessing, imageShape: ImageShape?, labels: [String],
    facts: TrainingFacts, compactions: [CompactionFacts] = []
  ) {
    let head = network.architecture.head
    guard head.labelCounts.contains(labels.count) else {
      fatalError("model: \(labels.count) labels for \(head.outputCount) outputs of \(head.name)")
    }
    let layerCount = network.architecture.hiddenWidths.count
    for widths in compactions.map(\.hiddenWidths) where widths.count != layerCount {
      fatalError("model: \(widths.count) widths before a compaction of \(layerCount) hidden layers")
    }
    self.network = network
    self.preprocessing = preprocessing
    self.imageShape = imageShape
    self.labels = labels
    self.facts = facts
    self.compactions = compactions
  }

  /// What the outputs mean; nil for reals that stand for themselves, as those of a decoder do, and for
  /// logistic outputs without names.
  public var task: LearningTask? {
    let task = facts.options.task ?? LearningTask(head: network.architecture.head, labels: labels)
    return task == .multiLabel && labels.isEmpty ? nil : task
  }

  /// Whether the features of data are those that the network was made for.
  ///
  /// - Throws: `ModelError`: another image extent, feature count, or scale.
  public func checkFeatures(of data: Dataset) throws(ModelError) {
    if let imageShape, let found = data.imageShape, found != imageShape {
      throw .imageShapeDiffers(data: data.name, expected: imageShape, found: found)
    }
    guard data.featureCount == network.architecture.inputCount else {
      throw .featureCountDiffers(
        data: data.name, expected: network.architecture.inputCount, found: data.featureCount)
    }
    guard data.preprocessing.makesSameFeatures(as: preprocessing) else {
      throw .preprocessingDiffers(
        data: data.name, expected: preprocessing.divisor, found: data.preprocessing.divisor)
    }
  }

  /// The data with their classes numbered as the model's.
  ///
  /// - Throws: `ModelError`: features that do not fit, targets of another kind, unknown classes,
  ///   targets of a logistic head that are not from 0 to 1.
  public func fitted(_ data: Dataset) throws(ModelError) -> Dataset {
    try checkFeatures(of: data)
    let head = network.architecture.head
    switch (head, data.targets) {
    case (.softmax, .classes),
      (.logistic, .sets) where !labels.isEmpty:
      do throws(DatasetError) {
        return try data.numberingClasses(as: labels)
      } catch {
        throw .data(error)
      }
    case (.softmax, _):
      throw .targetsDiffer(data: data.name, expected: "classes")
    case (.logistic, _) where !labels.isEmpty:
      throw .targetsDiffer(data: data.name, expected: "sets of classes")
    case (_, .reals(let targets)) where targets.columnCount == head.outputCount:
      if case .logistic = head {
        try Self.check(targets.firstElement(outside: 0...1), data: data.name)
      }
      return data
    case (_, .features) where data.featureCount == head.outputCount:
      if case .logistic = head {
        try Self.check(data.firstFeature(outside: 0...1), data: data.name)
      }
      return data
    default:
      throw .targetsDiffer(data: data.name, expected: Self.expectedReals(head))
    }
  }

  /// The targets of a head without classes, for messages.
  static func expectedReals(_ head: OutputHead) -> String { "\(head.outputCount) real numbers" }

  private static func check(
    _ fault: (row: Int, column: Int, value: Float)?, data: String
  ) throws(ModelError) {
    guard let fault else { return }
    throw .targetOutOfRange(data: data, row: fault.row, column: fault.column, found: fault.value)
  }
}
