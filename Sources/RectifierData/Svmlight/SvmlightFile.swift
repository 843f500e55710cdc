// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// A file of sparse rows in the format of svmlight and libsvm.
///
///     label[,label…] [qid:number] index:value index:value … # comment
///
/// Indices ascend, and those left out have value 0. Lines that are empty, and those that hold only a
/// comment, are no rows. A query (`qid`) is checked and otherwise passed over, since nothing here
/// learns ranks.
///
/// Source: T. Joachims, SVMlight; C.-C. Chang and C.-J. Lin, LIBSVM, README.
public struct SvmlightFile: Sendable {
  /// What the column of labels is called.
  public static let labelColumn = "label"

  /// The values, one row a line.
  public let features: SparseMatrix
  /// The labels: one column called "label", of numbers where every row has exactly one, else of sets.
  public let targets: Table
  /// The index of the first feature, as it was said or found to be; never automatic.
  public let indexBase: SvmlightOptions.IndexBase

  /// Reads a file, plain or compressed by gzip.
  ///
  /// Numbers are rounded to the nearest `Float`, denormal ones to zero.
  ///
  /// - Throws: ``SvmlightError`` with the line and the byte of the first fault.
  /// - Complexity: O(bytes). Besides the rows a line and a chunk lie in memory.
  public init(
    reading source: ContentSource, options: SvmlightOptions = SvmlightOptions()
  ) throws(SvmlightError) {
    let survey = try SvmlightSurvey(source, options: options, keepsEntries: true)
    indexBase = survey.indexBase
    features = survey.rows.matrix(base: indexBase, featureCount: survey.featureCount)
    targets = survey.targets
  }
}
