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
  package var indexBase = SvmlightOptions.IndexBase.automatic
  /// Whether a feature of a svmlight file that is not 0 counts as 1.
  package var isBinary = false
  /// The rows of the training source that the columns' encodings are fitted to.
  package var fittedRows = FittedRows.training
  /// Whether rows lie in a file of encoded rows instead of memory; nil: where memory would not do.
  package var streams: Bool?
  /// How much each class counts.
  package var classWeights = ClassWeightChoice.equal

  /// Which rows encodings are fitted to.
  package enum FittedRows: String, CaseIterable, Sendable {
    /// Those that are learned from: what validates or tests has no part in it.
    case training
    /// All, so that they come out the same whichever rows are learned from. What is learned is not
    /// looked at.
    case all
  }

  package init() {}

  /// The same where nothing is learned: the column that would be, as far as it has a name, is left out.
  package var withoutTarget: InputConfiguration {
    var input = self
    if let target { input.table.ignored.append(target) }
    (input.target, input.task, input.classWeights) = (nil, .automatic, .equal)
    return input
  }

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
