// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A fully connected network and what one input sets off in it: active units are filled, the paths
/// between them strong, everything else faint.
package struct NetworkDiagram: Equatable, Sendable {
  package struct Layer: Equatable, Sendable {
    package var name: String
    /// Whether each unit is other than zero.
    package var isActive: [Bool]

    package init(_ name: String, isActive: [Bool]) {
      self.name = name
      self.isActive = isActive
    }
  }

  package var title: String
  /// From the input, which is drawn lowest, to the output.
  package var layers: [Layer]

  package init(title: String, layers: [Layer]) {
    self.title = title
    self.layers = layers
  }

  /// The drawing's elements, one a line: faint paths, strong ones over them, then the units.
  func lines(width: Double, height: Double) -> [String] {
    let places = places(width: width, height: height)
    let strong = paths(between: places) { $0 && $1 }
    let faint = paths(between: places) { !($0 && $1) }
    return [SVGText.text(title, width / 2, 18, anchor: .middle, kind: "title")]
      + legend + names(places)
      + faint.map { SVGText.line("grid", $0.from.x, $0.from.y, $0.to.x, $0.to.y) }
      + strong.map { SVGText.line("curve s0", $0.from.x, $0.from.y, $0.to.x, $0.to.y) }
      + zip(layers, places).flatMap { layer, places in
        zip(layer.isActive, places).map { Self.unit(isActive: $0, at: $1) }
      }
  }

  private struct Place {
    var x: Double
    var y: Double
  }

  /// Room for the names of the layers, for the title and the legend, and around the units.
  private static let left = 76.0
  private static let top = 66.0
  private static let margin = 24.0
  private static let radius = 6.0

  /// The middles of all units: layers one above another, units as far apart in each.
  private func places(width: Double, height: Double) -> [[Place]] {
    let widest = layers.map(\.isActive.count).max() ?? 0
    let step = (width - Self.left - Self.margin) / Double(max(1, widest))
    let middle = (Self.left + width - Self.margin) / 2
    let rise = (height - Self.top - Self.margin) / Double(max(1, layers.count - 1))
    return layers.enumerated().map { number, layer in
      let first = middle - step * Double(layer.isActive.count - 1) / 2
      return layer.isActive.indices.map {
        Place(
          x: first + step * Double($0), y: height - Self.margin - rise * Double(number))
      }
    }
  }

  /// The paths from one layer to the next whose ends are as wanted; they end where units begin.
  private func paths(
    between places: [[Place]], where isWanted: (Bool, Bool) -> Bool
  ) -> [(from: Place, to: Place)] {
    layers.indices.dropLast().flatMap { below in
      layers[below].isActive.indices.flatMap { start in
        layers[below + 1].isActive.indices.compactMap { end in
          guard isWanted(layers[below].isActive[start], layers[below + 1].isActive[end]) else {
            return nil
          }
          return Self.shortened(from: places[below][start], to: places[below + 1][end])
        }
      }
    }
  }

  private static func shortened(from: Place, to: Place) -> (from: Place, to: Place) {
    let (x, y) = (to.x - from.x, to.y - from.y)
    let share = radius / (x * x + y * y).squareRoot()
    return (
      Place(x: from.x + share * x, y: from.y + share * y),
      Place(x: to.x - share * x, y: to.y - share * y)
    )
  }

  private static func unit(isActive: Bool, at place: Place) -> String {
    let kind = isActive ? "class=\"m0\"" : "class=\"axis\" fill=\"none\""
    return "<circle \(kind) cx=\"\(SVGText.coordinate(place.x))\""
      + " cy=\"\(SVGText.coordinate(place.y))\" r=\"\(SVGText.coordinate(radius))\"/>"
  }

  private func names(_ places: [[Place]]) -> [String] {
    zip(layers, places).compactMap { layer, places in
      places.first.map { SVGText.text(layer.name, 14, $0.y + 4) }
    }
  }

  private var legend: [String] {
    let y = 36.0
    return [
      SVGText.line("curve s0", Self.left, y, Self.left + 24, y),
      Self.unit(isActive: true, at: Place(x: Self.left + 12, y: y)),
      SVGText.text("active", Self.left + 29, y + 4),
      SVGText.line("grid", Self.left + 86, y, Self.left + 96, y),
      SVGText.line("grid", Self.left + 108, y, Self.left + 118, y),
      Self.unit(isActive: false, at: Place(x: Self.left + 102, y: y)),
      SVGText.text("silent, exactly 0", Self.left + 123, y + 4),
    ]
  }
}
