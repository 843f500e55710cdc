// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct ElasticFieldsTests {
  private static let fields = ElasticFields.shared

  private func values(tenth: Int, index: Int) -> [Float] {
    let field = Self.fields.field(tenth: tenth, index: index)
    return Array(UnsafeBufferPointer(start: field, count: 2 * GlyphImage.count))
  }

  /// Uniform noise has variance 1/3; a blur multiplies it by the sum of its squared weights.
  @Test(arguments: 1...7)
  func displacementsSpreadAsTheBlurSays(tenth: Int) {
    let k = Elementary.pow(Float(tenth) / 10, 1 / 3)
    let weights = GaussianKernel.weights(sigma: 10 - 7 * k, width: 1.5 * (10 - 7 * k))
    let power = weights.reduce(0) { $0 + $1 * $1 }
    let expected = 100 * k * k / 3 * power * power
    let all = (0..<ElasticFields.countPerTenth).flatMap { values(tenth: tenth, index: $0) }
    let mean = all.reduce(0, +) / Float(all.count)
    let variance = all.reduce(0) { $0 + $1 * $1 } / Float(all.count)
    #expect(abs(mean) < 0.05)
    #expect(abs(variance / expected - 1) < 0.15)
    #expect(all.allSatisfy { abs($0) <= 10 * k })
  }

  @Test func theBorderMovesAsMuchAsTheMiddle() {
    let fields = (0..<50).map { values(tenth: 5, index: $0) }
    let border = fields.flatMap { $0[0..<32] }.reduce(0) { $0 + $1 * $1 }
    let middle = fields.flatMap { $0[512..<544] }.reduce(0) { $0 + $1 * $1 }
    #expect((0.7...1.4).contains(border / middle))
  }

  @Test func allFieldsDiffer() {
    let starts = (1...7).flatMap { tenth in
      (0..<50).map { values(tenth: tenth, index: $0)[0...3].map(\.bitPattern) }
    }
    #expect(Set(starts).count == 350)
  }

  @Test func complexityIsRoundedDownToTenths() {
    let complexities: [Float] = [0, 0.0999, 0.1, 0.15, 0.6999, 0.7, 1]
    #expect(complexities.map(ElasticFields.tenth) == [0, 0, 1, 1, 6, 7, 7])
  }

  @Test func aSeedGivesTheSameFields() {
    let again = ElasticFields(seed: GlyphRecipe.seed)
    withExtendedLifetime(again) {
      let field = UnsafeBufferPointer(start: again.field(tenth: 3, index: 7), count: 2048)
      #expect(values(tenth: 3, index: 7) == Array(field))
    }
  }
}
