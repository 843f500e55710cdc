// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct StorageTests {
  @Test(arguments: AnalysisCase.activations)
  func bytesAreThoseByHand(activation: String) throws {
    let storage = try Storage.measure(AnalysisCase.model(activation), on: AnalysisCase.data())
    #expect(storage.sampleCount == 40)
    for (layer, golden) in zip(storage.layers, goldenAnalysis[activation]!) {
      let bytes = CodeForm.allCases.map { Double(layer.byteCount($0)) }
      #expect(bytes == golden["byteCounts"])
      let smallest = bytes.firstIndex(of: bytes.min()!)!
      #expect(layer.smallestForm == CodeForm.allCases[smallest])
      #expect(layer.activeUnitCount.isNear(golden["activeUnitCount"]!))
      for form in CodeForm.allCases {
        // All but where the last row ends.
        let rest = form == .positions ? 8.0 : 0
        let each = (Double(layer.byteCount(form)) - rest) / 40
        let estimate = layer.bytesPerSample(form)
        #expect(abs(estimate.value - each) < 1e-9 && estimate.interval95!.contains(each))
      }
    }
  }
}
