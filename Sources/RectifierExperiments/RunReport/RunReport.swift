// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierPlots
import RectifierTraining

/// One run on one page: how it was made, how it went, and what its model does.
///
/// The page follows from the run folder and the data alone: the same ones give the same bytes.
package struct RunReport: Sendable {
  let contents: RunContents
  /// Nil where there are no data to measure on.
  let measurements: RunMeasurements?
  /// Why there are none.
  let absence: String?

  /// What the page is called within the run folder unless told otherwise.
  package static let fileName = "report.html"

  /// - Throws: `ModelError` where data do not fit the model.
  package init(_ contents: RunContents, data: RunReportData, execution: Execution) throws {
    self.contents = contents
    switch data {
    case .found(let data):
      measurements = try RunMeasurements(
        contents.model, on: data, contents.record.configuration.input.rowOptions,
        execution: execution)
      absence = nil
    case .absent(let reason):
      measurements = nil
      absence = reason
    }
  }

  var record: RunRecord { contents.record }
  var model: Model { contents.model }

  /// The whole page.
  package var text: String { page.text }

  var page: HTMLPage {
    HTMLPage(
      title: contents.name,
      introduction: introduction,
      sections: [
        configurationSection, curveSection, unitSection, resultSection, weightSection,
        worstSection, timeSection, sourceSection,
      ],
      footer: "Made by rectifier report from the folder of the run"
        + (measurements == nil ? "." : " and its data."))
  }

  /// What is said where a part of the page needs data.
  func withData(_ make: (RunMeasurements) -> [HTML]) -> [HTML] {
    if let measurements { return make(measurements) }
    return [.paragraph("Left out, as the data are not here: \(absence ?? "").", class: "note")]
  }

  /// What a hidden layer is called: as in model files.
  func layerName(_ layer: Int) -> String { model.network.architecture.layerName(layer) }
}
