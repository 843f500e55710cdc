// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The second page of the report: what the paper claims of sparse codes, measured.
struct ClaimPage {
  static let fileName = "ADVANTAGES.md"
  let claims: [Claim]

  /// The page in Markdown.
  var text: String {
    let overview = ReportSection.Table(
      "", heading: ["claim", "verdict", "because"], rows: claims.map(\.row))
    let lines =
      [
        "<!-- Made by `rectifier reproduce report` from the records in runs/; not to be edited. -->",
        "",
        "# Advantages of sparsity, measured",
        "",
        "Glorot, Bordes and Bengio, \"Deep sparse rectifier neural networks\" (2011), name advantages"
          + " of sparse codes and of rectifiers (sections 2.2 and 3.1) and measure none of them. Here"
          + " each is measured on networks of our own, which `rectifier reproduce advantages` trains"
          + " on MNIST: each number is a mean over networks that differ in their seeds alone, ± its"
          + " standard deviation or with its 95 % interval, as it says. A verdict follows from the"
          + " records by a rule that stands in its section; differences are by Welch's test at 5 %."
          + " [Analysis.md](../Documentation/Analysis.md) defines the measures.",
        "",
      ] + overview.markdown + [""] + claims.flatMap(\.markdown)
    return lines.dropLast().map { $0 + "\n" }.joined()
  }
}
