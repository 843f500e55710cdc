// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct StudentDistributionTests {
  /// SciPy 1.17: t.ppf(0.975, ν).
  @Test(arguments: [
    (1, 12.7062047), (1.5, 6.0166631), (2, 4.3026527), (4.3, 2.7016949), (10, 2.2281389),
    (33, 2.0345153), (197, 1.9720791), (2000, 1.9611508),
  ])
  func theQuantileIsThatOfTables(degreesOfFreedom: Double, expected: Double) {
    let found = StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile975
    #expect(abs(found / expected - 1) < 2e-4, "\(found)")
  }
}
