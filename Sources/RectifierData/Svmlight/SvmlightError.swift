// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What can be wrong with a svmlight file. Lines count from 1, bytes from 0 in the content as it
/// is once inflated.
public enum SvmlightError: Error, Equatable, Sendable {
  /// The file cannot be had, or its compression is damaged.
  case content(StoredContentError)
  /// There is no row.
  case noRows(path: String)
  /// No row has an index, and how many features there are was not said.
  case noFeatures(path: String)
  /// A line of more bytes than any needs.
  case longLine(path: String, line: Int)
  /// Rows are numbered with 32 bits.
  case tooManyRows(path: String)
  /// Something on a line is not as it has to be; `found` is the text that stands there.
  case fault(Fault, path: String, line: Int, byte: Int, found: String)

  /// What can be wrong on a line.
  public enum Fault: Equatable, Sendable {
    /// The line begins with a blank or a comma, or has a comma without a label behind it.
    case emptyLabel
    /// The label is no finite number.
    case wrongLabel
    /// One of several labels has a fraction.
    case labelNotWhole
    /// What follows `qid:` is no whole number.
    case wrongQuery
    /// A query behind an entry, or a second one.
    case misplacedQuery
    /// What should be an entry has no colon.
    case noColon
    /// What stands before the colon is no whole number from 0 on.
    case wrongIndex
    /// The index is greater than any that is allowed.
    case largeIndex
    /// The index lies beyond the number of features that was said.
    case indexBeyondCount(featureCount: Int, base: SvmlightOptions.IndexBase)
    /// There is an index 0, and the first feature was said to be 1.
    case zeroIndex
    /// The same index as before.
    case repeatedIndex
    /// A lesser index than before.
    case unsortedIndex(previous: Int)
    /// Nothing stands behind the colon.
    case missingValue
    /// What stands behind the colon is no number.
    case wrongValue
    /// The value is infinite, beyond `Float`, or said to be none.
    case notFinite
  }

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    if case .content(let error) = self { error.isMissingInput } else { false }
  }
}
