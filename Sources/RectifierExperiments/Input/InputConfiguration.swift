// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// How the rows of a file are read, and how they become features and targets.
///
/// Nothing of it has a meaning for data that are stored as numbers already, as images are.
package struct InputConfiguration: Equatable, Sendable {
  /// The form of the files; nil: by their names.
  package var format: RowFormat?
  /// The column that is to be learned; nil: the only one that can be, as in files with labels.
  package var target: String?
  /// What kind of target it is.
  package var task = TaskChoice.automatic
  /// How columns are told apart.
  package var table = TableOptions()
  /// Whether numbers are brought to mean 0 and deviation 1.
  package var standardizes = true
  /// How texts become features.
  package var text = Vectorizer.Options()
  /// From which number on the features of svmlight files count.
  package var indexBase = IndexBase.automatic
  /// How much each class counts.
  package var classWeights = ClassWeightChoice.equal

  package init() {}

  /// How files are read.
  package var rowOptions: RowOptions {
    var options = RowOptions()
    (options.format, options.table, options.indexBase) = (format, table, indexBase)
    return options
  }

  /// What is fitted to training rows.
  package var schemaOptions: SchemaOptions {
    var options = SchemaOptions(target: target)
    (options.task, options.standardizes, options.text) = (task, standardizes, text)
    return options
  }
}
