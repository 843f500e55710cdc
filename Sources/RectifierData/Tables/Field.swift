// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Where one field of a record lies in the buffer, without its quotes.
struct Field {
  enum Form: UInt8 {
    /// No quotes around it.
    case plain
    /// In quotes.
    case quoted
    /// In quotes, with quotes inside that are still written twice.
    case doubled
  }

  var start: Int32
  var end: Int32
  var form: Form
}
