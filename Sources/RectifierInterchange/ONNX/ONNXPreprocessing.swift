// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// What a graph does to features before its first layer.
enum ONNXPreprocessing: Equatable {
  /// The graph begins at what the first layer takes.
  case none
  /// x / divisor.
  case divided(by: Float)
  /// (x − mean) / deviation, one of each a column.
  case standardized(means: [Float], deviations: [Float])

  /// What a model's preprocessing is as nodes.
  ///
  /// Of the rows of files, numbers are standardised in the graph where none was missing in training;
  /// words and texts become features before it.
  init(_ preprocessing: Preprocessing) {
    if preprocessing.divisor != 1 {
      self = .divided(by: preprocessing.divisor)
      return
    }
    var (means, deviations) = ([Float](), [Float]())
    guard case .columns(let schema)? = preprocessing.encoding else {
      self = .none
      return
    }
    for column in schema.columns {
      guard case .number(let number) = column.encoding, !number.hasMissingIndicator else {
        self = .none
        return
      }
      means.append(number.isStandardized ? number.mean : 0)
      deviations.append(number.isStandardized ? number.deviation : 1)
    }
    let isNothing = means.allSatisfy { $0 == 0 } && deviations.allSatisfy { $0 == 1 }
    self = isNothing ? .none : .standardized(means: means, deviations: deviations)
  }
}

extension ONNXPreprocessing: CustomStringConvertible {
  /// For messages.
  var description: String {
    switch self {
    case .none: "features as they are"
    case .divided(let divisor): "features divided by \(divisor)"
    case .standardized(let means, _): "\(means.count) standardised features"
    }
  }
}
