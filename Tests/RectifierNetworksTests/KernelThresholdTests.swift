// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierNetworks

@Suite struct KernelThresholdTests {
  @Test(arguments: InstructionSet.available, KernelThreshold.Product.allCases)
  func aThresholdIsADensityAndIsMeasuredOnce(
    set: InstructionSet, product: KernelThreshold.Product
  ) {
    for rowCount in [1, 7] {
      let density = KernelThreshold.density(of: product, rowCount: rowCount, instructionSet: set)
      #expect(0.05...1 ~= density)
      // A second measurement would hardly give the same bits.
      #expect(
        density == KernelThreshold.density(of: product, rowCount: 1, instructionSet: set))
    }
  }

  @Test func theSparseKernelIsTheOneToTakeForFewEntriesAndNeverForLess() {
    for product in KernelThreshold.Product.allCases {
      let calibration = KernelCalibration(rowCount: 16, instructionSet: .selected)
      let density = calibration.breakEvenDensity(of: product)
      #expect(density > 0.1, "\(product): a tenth of the work took longer than all of it")
    }
  }
}
