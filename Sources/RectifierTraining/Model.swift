// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks

/// A network with all that is needed to use it on data, and how it came about.
public struct Model: Equatable, Sendable {
  /// What computes outputs from features.
  public let network: Network
  /// What stored features go through.
  public let preprocessing: Preprocessing
  /// The extent of the images that samples are, if they are.
  public let imageShape: ImageShape?
  /// Class names in class order; empty without classes.
  public let labels: [String]
  /// What made the model, and how good it was.
  public let facts: TrainingFacts

  /// - Precondition: For softmax, as many labels as classes.
  public init(
    network: Network, preprocessing: Preprocessing, imageShape: ImageShape?, labels: [String],
    facts: TrainingFacts
  ) {
    if case .softmax(let classCount) = network.architecture.head, labels.count != classCount {
      fatalError("model: \(labels.count) labels for \(classCount) classes")
    }
    self.network = network
    self.preprocessing = preprocessing
    self.imageShape = imageShape
    self.labels = labels
    self.facts = facts
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
    guard data.preprocessing == preprocessing else {
      throw .preprocessingDiffers(
        data: data.name, expected: preprocessing.divisor, found: data.preprocessing.divisor)
    }
  }

  /// The data with their classes numbered as the model's.
  ///
  /// - Throws: `ModelError`: features that do not fit, targets of another kind, unknown classes.
  public func fitted(_ data: Dataset) throws(ModelError) -> Dataset {
    try checkFeatures(of: data)
    switch (network.architecture.head, data.targets) {
    case (.softmax, .classes):
      do throws(DatasetError) {
        return try data.numberingClasses(as: labels)
      } catch {
        throw .data(error)
      }
    case (.identity(let count), .reals(let targets)) where targets.columnCount == count:
      return data
    case (.softmax, _):
      throw .targetsDiffer(data: data.name, expected: "classes")
    case (.identity(let count), _):
      throw .targetsDiffer(data: data.name, expected: "\(count) real numbers")
    }
  }
}
