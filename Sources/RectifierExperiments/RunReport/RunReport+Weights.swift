// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierPlots

extension RunReport {
  /// As many units are shown.
  private static let shownUnitLimit = 64

  /// What the units of the first layer look for, as images.
  var weightSection: HTMLPage.Section {
    let title = "Weights of the first layer"
    guard let shape = model.imageShape, PictureDrawing.isDrawable(shape) else {
      return HTMLPage.Section(
        "weights", title: title,
        [.paragraph("They can be looked at where samples are images; these are not.")])
    }
    let units = strongestUnits
    let colors =
      shape.channels == 3
      ? "Grey is 0; each image is scaled to the largest weight of its unit."
      : "Orange is above 0, blue below, white 0; each image is scaled to the largest weight of its"
        + " unit."
    let all = model.network.architecture.widths[1]
    let which =
      units.count < all
      ? "The \(units.count) units of \(NumberText.grouped(all)) with the largest norm, the largest"
        + " first." : "All \(units.count) units, those with the largest norm first."
    return HTMLPage.Section(
      "weights", title: title,
      [
        .paragraph("\(which) \(colors)"),
        PictureList(units.map { item($0, shape: shape) }, isLarge: false).html,
      ])
  }

  private struct Unit {
    let number: Int
    let norm: Double
    let weights: [Float]
  }

  /// By the root of the sum of squares, added in Double in the order of the inputs.
  private var strongestUnits: [Unit] {
    let weights = model.network.parameters.weights(ofLayer: 0)
    let inputCount = model.network.architecture.inputCount
    let units = (0..<weights.count / inputCount).map { number in
      let own = Array(weights[(number * inputCount)..<((number + 1) * inputCount)])
      let norm = own.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
      return Unit(number: number, norm: norm, weights: own)
    }
    let sorted = units.sorted { ($1.norm, $0.number) < ($0.norm, $1.number) }
    return Array(sorted.prefix(Self.shownUnitLimit))
  }

  private func item(_ unit: Unit, shape: ImageShape) -> PictureList.Item {
    let isOutput = model.network.architecture.hiddenWidths.isEmpty
    let name =
      isOutput && unit.number < model.labels.count ? model.labels[unit.number] : "\(unit.number)"
    return PictureList.Item(
      png: PictureDrawing.png(ofWeights: unit.weights, shape: shape),
      description: "Weights of unit \(name), norm \(NumberText.fixed(unit.norm, decimals: 2))",
      lines: [name])
  }
}
