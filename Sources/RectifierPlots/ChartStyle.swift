// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The look of charts: the colours of Okabe and Ito, which colour-blind people can tell apart, and
/// with each a dash and a marker of its own, so that grey prints can be read too.
enum ChartStyle {
  /// Series that look different; more begin again.
  static let count = 6
  private static let colors = ["0072b2", "d55e00", "009e73", "cc79a7", "b8860b", "666666"]
  private static let colorsInDark = ["56b4e9", "e69f00", "2ec4a0", "f0a6cc", "f0e442", "aaaaaa"]
  private static let dashes = ["", "7 4", "2 3", "9 3 2 3", "4 2", "1 2"]

  private static let font = #"11px system-ui, "Helvetica Neue", Arial, sans-serif"#
  private static let shapes = """
    .title { font-weight: bold; font-size: 12px }
    .axis { stroke: #888888; stroke-width: 1 }
    .grid { stroke: #888888; stroke-width: 1; stroke-opacity: 0.25 }
    .curve { fill: none; stroke-width: 1.8; stroke-linejoin: round }
    """

  /// The sheet of a drawing on its own.
  static let sheet: String = {
    let series = (0..<count).map { number in
      let dash = dashes[number].isEmpty ? "" : "; stroke-dasharray: \(dashes[number])"
      return """
        .s\(number) { stroke: #\(colors[number])\(dash) }
        .m\(number) { fill: #\(colors[number]) }
        """
    }
    let dark = (0..<count).map { number in
      "  .s\(number) { stroke: #\(colorsInDark[number]) } .m\(number) { fill: #\(colorsInDark[number]) }"
    }
    return """
      <style>
      text { font: \(font); fill: #707070 }
      \(shapes)
      \(series.joined(separator: "\n"))
      .bar { fill: none; stroke-width: 1.4; stroke-dasharray: none }
      .faint { fill-opacity: 0.6 }
      @media (prefers-color-scheme: dark) {
        text { fill: #bbbbbb }
      \(dark.joined(separator: "\n"))
      }
      </style>
      """
  }()

  /// The rules of drawings within a page, whose colours are the page's variables.
  static let pageRules: String = {
    let series = (0..<count).map { number in
      let dash = dashes[number].isEmpty ? "" : "; stroke-dasharray: \(dashes[number])"
      return """
        .s\(number) { stroke: var(--series-\(number))\(dash) }
        .m\(number) { fill: var(--series-\(number)) }
        """
    }
    return """
      svg text { font: \(font); fill: var(--faint) }
      \(shapes)
      \(series.joined(separator: "\n"))
      """
  }()

  /// The variables of the series' colours: `--series-0: #0072b2; …`.
  static func variables(isDark: Bool) -> String {
    (isDark ? colorsInDark : colors).enumerated().map { "--series-\($0): #\($1)" }
      .joined(separator: "; ")
  }

  /// A small shape around a point: circle, square, diamond, triangle, and again.
  static func marker(
    _ number: Int, _ x: Double, _ y: Double, isFaint: Bool = false
  ) -> String {
    let kind = "m\(number % count)" + (isFaint ? " faint" : "")
    func points(_ offsets: [(Double, Double)]) -> String {
      let text = offsets.map {
        "\(SVGText.coordinate(x + $0.0)),\(SVGText.coordinate(y + $0.1))"
      }.joined(separator: " ")
      return "<polygon class=\"\(kind)\" points=\"\(text)\"/>"
    }
    switch number % 4 {
    case 0:
      return "<circle class=\"\(kind)\" cx=\"\(SVGText.coordinate(x))\""
        + " cy=\"\(SVGText.coordinate(y))\" r=\"3\"/>"
    case 1: return points([(-2.7, -2.7), (2.7, -2.7), (2.7, 2.7), (-2.7, 2.7)])
    case 2: return points([(0, -3.8), (3.8, 0), (0, 3.8), (-3.8, 0)])
    default: return points([(0, -3.8), (3.4, 2.6), (-3.4, 2.6)])
    }
  }
}
