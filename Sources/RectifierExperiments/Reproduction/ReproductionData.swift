// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// A data set that networks of a reproduction learn from.
package struct ReproductionData: Equatable, Sendable {
  /// What tables and figures call it.
  package var name: String
  package var data: String
  package var validation: ValidationChoice?
  package var hiddenWidths: [Int]

  package init(
    name: String, data: String, validation: ValidationChoice?, hiddenWidths: [Int]
  ) {
    self.name = name
    self.data = data
    self.validation = validation
    self.hiddenWidths = hiddenWidths
  }

  /// As in table 1.
  static let mnist = ReproductionData(.mnist)

  /// In the place of NISTP and of NORB, which cannot be had: 49,600 images drawn in the manner of
  /// NISTP, with parts of their own to validate and to test on. The widths are the paper's, section
  /// 4.1.
  static let glyphs = ReproductionData(
    name: "glyphs", data: "glyphs", validation: nil, hiddenWidths: [1000, 1000, 1000])

  /// As in table 1.
  static let norb = ReproductionData(.norb)

  /// Drawn digits and tiny networks, which show in a second whether everything works.
  static let smoke = ReproductionData(
    name: "drawn digits", data: "glyphs:digits?samples=300", validation: nil,
    hiddenWidths: [24, 24, 24])

  private init(_ column: Table1Recipe.Column) {
    self.init(
      name: column.name, data: column.data, validation: column.validation,
      hiddenWidths: column.hiddenWidths)
  }

  /// A network on these data, everything else at its defaults.
  var configuration: TrainConfiguration {
    var configuration = TrainConfiguration(data: data)
    configuration.validation = validation
    configuration.hiddenWidths = hiddenWidths
    return configuration
  }
}
