// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Figure1Results {
  /// The rates that the paper draws, beside the formula's.
  func section(_ evidence: ReportEvidence) -> ReportSection {
    ReportSection(
      title: "Figure 1: a neuron and two activations",
      source: "The paper's figure 1 (section 2.1) draws the firing rate of a leaky"
        + " integrate-and-fire neuron against its input current, and tanh beside the logistic"
        + " function. It gives the formula and no constants; those here give its drawing.",
      rows: rates.map { rate in
        ReportSection.Row(
          "firing rate at \(NumberText.fixed(rate.current, decimals: 1)) nA",
          published: "\(NumberText.fixed(rate.published, decimals: 0)) Hz",
          place: "figure 1, left (read off, ± 1 Hz)",
          ours: "\(NumberText.fixed(rate.rate, decimals: 1)) Hz", evidence: evidence)
      },
      figures: [
        Reproduction.figure1.figure(
          svg, "Firing rate against input current; tanh and the logistic function")
      ],
      evidence: evidence)
  }
}
