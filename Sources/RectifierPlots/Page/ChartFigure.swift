// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension LineChart {
  /// The chart within a page, as wide as there is room.
  package func figure(width: Double = 360, height: Double = 260) -> HTML {
    HTML.figure(title, width: width, height: height, lines(width: width, height: height))
  }
}

extension Histogram {
  /// The drawing within a page, as wide as there is room.
  package func figure(width: Double = 360, height: Double = 220) -> HTML {
    HTML.figure(title, width: width, height: height, lines(width: width, height: height))
  }
}

extension HTML {
  fileprivate static func figure(
    _ title: String, width: Double, height: Double, _ lines: [String]
  ) -> HTML {
    element(
      "figure",
      drawing(SVGText.fragment(width: width, height: height, title: title, body: lines)))
  }
}
