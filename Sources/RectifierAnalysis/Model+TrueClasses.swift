// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierTraining

extension Model {
  /// The true class of each row, numbered as the model's; nil where targets are no classes, or the
  /// model predicts none.
  ///
  /// - Throws: `ModelError` for features that do not fit and for unknown classes.
  func trueClasses(of data: Dataset) throws(ModelError) -> [Int32]? {
    guard network.architecture.head.classCount != nil, case .classes = data.targets,
      case .classes(let classes) = try fitted(data).targets
    else { return nil }
    return classes
  }
}
