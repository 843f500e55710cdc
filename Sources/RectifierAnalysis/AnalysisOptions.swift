// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// What an analysis measures, and on how many samples.
public struct AnalysisOptions: Hashable, Sendable {
  /// What is measured.
  public var claims: Set<AnalysisClaim>
  /// Samples that are drawn, at most, where the network runs many times (disentangling, separability,
  /// robustness); nil for the default of each.
  public var sampleCount: Int?
  /// Decides whatever is drawn.
  public var seed: Seed

  /// Everything, on the default number of samples.
  public init(
    claims: Set<AnalysisClaim> = Set(AnalysisClaim.allCases), sampleCount: Int? = nil,
    seed: Seed = Seed(1)
  ) {
    self.claims = claims
    self.sampleCount = sampleCount
    self.seed = seed
  }
}
