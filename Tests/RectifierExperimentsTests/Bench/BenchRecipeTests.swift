// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierNumerics
import Testing

@Suite struct BenchRecipeTests {
  @Test func listsAreRead() throws {
    #expect(try BenchRecipe.zeroFractions(parsing: "0.9,0,0.5,0.9") == [0, 0.5, 0.9])
    #expect(try BenchRecipe.batchSizes(parsing: "128,1") == [1, 128])
    #expect(try BenchRecipe.threadCounts(parsing: "1,1024,1") == [1, 1024])
    #expect(try BenchRecipe.threadCounts(parsing: "all") == [Execution.processorCount])
    #expect(try BenchRecipe.inputZeroFraction(parsing: "0.81") == 0.81)
  }

  @Test(arguments: ["1", "-0.1", "nan", "", "0.5,", "half"])
  func fractionsAreBelowOne(text: String) {
    #expect(throws: ConfigurationError.self) { try BenchRecipe.zeroFractions(parsing: text) }
    #expect(throws: ConfigurationError.self) { try BenchRecipe.inputZeroFraction(parsing: text) }
  }

  @Test(arguments: ["0", "-1", "65537", "1.5", ""])
  func countsAreInRange(text: String) {
    #expect(throws: ConfigurationError.self) { try BenchRecipe.batchSizes(parsing: text) }
    #expect(throws: ConfigurationError.self) { try BenchRecipe.threadCounts(parsing: text) }
  }

  @Test func theRecipeIsChecked() throws {
    try BenchRecipe().check()
    var noTime = BenchRecipe()
    noTime.budgetSeconds = 0
    #expect(throws: ConfigurationError.self) { try noTime.check() }
    var noLayer = BenchRecipe()
    noLayer.hiddenWidths = []
    #expect(throws: ConfigurationError.self) { try noLayer.check() }
    var tooLarge = BenchRecipe()
    tooLarge.hiddenWidths = [9_000_000, 9_000_000]
    #expect(throws: ConfigurationError.self) { try tooLarge.check() }
  }
}
