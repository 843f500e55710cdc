// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierPlots
import RectifierTraining

extension RunReport {
  /// How often units fire: a table of the layers, and a histogram a layer.
  var unitSection: HTMLPage.Section {
    let title = "Hidden units"
    if model.network.architecture.hiddenWidths.isEmpty {
      return HTMLPage.Section(
        "units", title: title, [.paragraph("The network has no hidden layer.")])
    }
    let figures = withData { measurements in
      [
        .paragraph(
          "How often the units of each layer fire, that is, give another output than exactly 0, on"
            + " the \(measurements.part.rawValue) part: a unit that never fires is dead, one that"
            + " always fires does not choose between samples."),
        .beside(
          measurements.activity.activeCounts.indices.map {
            histogram(ofLayer: $0, measurements.activity).figure()
          }),
      ]
    }
    return HTMLPage.Section("units", title: title, [layerTable] + figures)
  }

  private var layerTable: HTML {
    let architecture = model.network.architecture
    let activity = measurements?.activity
    let rows = architecture.hiddenWidths.indices.map { layer in
      [
        layerName(layer), NumberText.grouped(architecture.hiddenWidths[layer]),
        architecture.activations[layer].name,
        layer < zeroFraction.count ? NumberText.percent(zeroFraction[layer], decimals: 1) : "–",
        layer < deadUnitCount.count ? NumberText.grouped(deadUnitCount[layer]) : "–",
      ] + (activity.map { Self.rateTexts(ofLayer: layer, $0) } ?? [])
    }
    let measured = ["always on", "median rate", "active a sample"]
    let part = record.results?.part ?? measurements?.part ?? .validation
    return HTMLTable(
      "Hidden layers on the \(part.rawValue) part",
      columns: [
        HTMLTable.Column("layer", .head), HTMLTable.Column("units", .number),
        HTMLTable.Column("activation"), HTMLTable.Column("zeros", .number),
        HTMLTable.Column("dead", .number),
      ] + (activity == nil ? [] : measured.map { HTMLTable.Column($0, .number) }),
      rows: rows
    ).html
  }

  /// Units that are always on, the median firing rate, and active units a sample in the mean.
  private static func rateTexts(ofLayer layer: Int, _ activity: UnitActivity) -> [String] {
    let counts = activity.activeCounts[layer].sorted()
    let middle = Double(counts[(counts.count - 1) / 2] + counts[counts.count / 2]) / 2
    let mean = Double(counts.reduce(0, +)) / Double(activity.sampleCount)
    return [
      NumberText.grouped(counts.count { $0 == activity.sampleCount }),
      NumberText.percent(middle / Double(activity.sampleCount), decimals: 1),
      NumberText.fixed(mean, decimals: 1),
    ]
  }

  private func histogram(ofLayer layer: Int, _ activity: UnitActivity) -> Histogram {
    let rates = activity.activeCounts[layer].map {
      100 * Double($0) / Double(activity.sampleCount)
    }
    return Histogram(
      title: "Firing rates, \(layerName(layer))",
      xAxis: Axis("samples that the unit fires for, %", range: 0...100),
      yAxis: Axis("units", isOfCounts: true),
      bins: Histogram.bins(of: rates, in: 0...100, count: 20))
  }
}
