// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Table {
  /// Reads a file of separated values (RFC 4180), plain or compressed by gzip, in UTF-8.
  ///
  /// - The first line names the columns, unless the options say otherwise; one without a name is
  ///   called by its number, from 1.
  /// - Fields may stand in quotes, with separators, line breaks and quotes (written twice) inside. A
  ///   quote that is not the first of its field is text. Lines end with LF, CRLF or CR; those without any
  ///   character are no rows.
  /// - Numbers have a decimal point, no spaces inside and no hexadecimal digits, and are rounded to the
  ///   nearest `Float`. Spaces around a number or word that is not in quotes are left out.
  /// - The first 1,000 rows decide what the options leave open; a column in which a word comes later is
  ///   read a second time.
  ///
  /// - Throws: ``TableError`` with the line of the first fault. Faults of single cells can hide behind
  ///   a row of wrong length further down.
  /// - Complexity: O(bytes). Besides the table a row and a chunk lie in memory.
  public init(
    reading source: ContentSource, options: TableOptions = TableOptions()
  ) throws(TableError) {
    self = try TableSurvey(source, options: options) { _ in true }.table
  }
}
