// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierPlots

extension Figure2Results {
  /// The active paths on the left, the rectifier and softplus on the right.
  package var svg: String {
    let network = NetworkDiagram(
      title: "Paths that one input activates",
      layers: namedLayers.map { layer in
        NetworkDiagram.Layer(layer.name, isActive: layer.values.map { $0 != 0 })
      })
    return ChartGrid(
      title: "Active paths, and two activations",
      rows: [[.network(network), .chart(activations.chart)]]
    )
    .svg()
  }
}
