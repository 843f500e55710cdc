// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks

extension TrainingRun {
  /// Validation data number their classes as the training data do.
  static func numbered(
    _ validation: Dataset, as training: Dataset
  ) throws(TrainingError) -> Dataset {
    if training.labels.isEmpty { return validation }
    do throws(DatasetError) {
      return try validation.numberingClasses(as: training.labels)
    } catch {
      throw .data(error)
    }
  }

  /// Whether the data fit the network, and there is something to learn in them.
  func check() throws(TrainingError) {
    do throws(DatasetError) {
      try task?.checkTraining(training)
    } catch {
      throw .data(error)
    }
    let head = network.architecture.head
    guard head.labelCounts.contains(training.labels.count) else {
      let error: ModelError =
        head.labelCounts == [0]
        ? .targetsDiffer(data: training.name, expected: Model.expectedReals(head))
        : .classCountDiffers(
          data: training.name, expected: head.outputCount, found: training.labels.count)
      throw .model(error)
    }
    do throws(ModelError) {
      _ = try last.fitted(training)
      _ = try last.fitted(validation)
    } catch {
      throw .model(error)
    }
  }

  /// What is kept of each epoch's validation beside loss and error rate; that of ordinal classes
  /// decides which epoch is the best, and so does the weighted error of others.
  package var epochMeasures: [Measure] {
    LearningTask.epochMeasures(task, hasClassWeights: !options.classWeights.isEmpty)
  }
}

extension LearningTask {
  /// What is kept of each epoch beside loss and error rate.
  package static func epochMeasures(_ task: LearningTask?, hasClassWeights: Bool) -> [Measure] {
    let weighted: [Measure] = hasClassWeights ? [.weightedErrorRate] : []
    switch task {
    case .classification: return weighted
    case .ordinal: return [.rootMeanSquareError] + weighted
    case .regression: return [.rootMeanSquareError]
    case .multiLabel: return [.microF1]
    case nil: return []
    }
  }

  /// Whether there is something to learn in the targets.
  fileprivate func checkTraining(_ data: Dataset) throws(DatasetError) {
    switch self {
    case .classification, .ordinal: try data.checkClassesForTraining()
    case .multiLabel: try data.checkSetsForTraining()
    case .regression: try data.checkRealsForTraining()
    }
  }
}
