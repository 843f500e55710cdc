// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Headline numbers, each on a tile with its name and what else is to be said.
package struct TileList: Equatable, Sendable {
  package struct Tile: Equatable, Sendable {
    package var name: String
    package var value: String
    package var detail: String

    package init(_ name: String, _ value: String, _ detail: String = "") {
      self.name = name
      self.value = value
      self.detail = detail
    }
  }

  package var tiles: [Tile]

  package init(_ tiles: [Tile]) { self.tiles = tiles }

  /// The list within a page.
  package var html: HTML {
    .element(
      "dl", ["class": "tiles"],
      tiles.map { tile in
        .element(
          "div", ["class": "tile"],
          [
            .element("dt", HTML(tile.name)), .element("dd", ["class": "value"], HTML(tile.value)),
          ]
            + (tile.detail.isEmpty
              ? [] : [.element("dd", ["class": "detail"], HTML(tile.detail))]))
      })
  }
}
