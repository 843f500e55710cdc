// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GlyphRecipeDatasetTests {
  /// Bytes of every variant's first 93 training samples and their classes. What changes a picture
  /// changes these numbers, and every result on glyphs with them.
  @Test(
    arguments: [
      (.standard, "crc32:3dec3186"), (.digits, "crc32:0164eeaf"), (.clean, "crc32:ec9810bc"),
      (.noisy, "crc32:b6d22038"),
    ] as [(GlyphRecipe.Variant, String)])
  func bytesAreTheSameOnEveryMachine(variant: GlyphRecipe.Variant, checksum: String) {
    let recipe = GlyphRecipe(variant: variant, sampleCount: 93)
    for threadCount in [1, 2, 7] {
      let execution = Execution(threadCount: threadCount)
      #expect(recipe.dataset(.train, execution: execution).checksum == checksum)
    }
  }

  @Test(arguments: GlyphRecipe.Variant.allCases)
  func everyPartIsBalanced(variant: GlyphRecipe.Variant) {
    let recipe = GlyphRecipe(variant: variant)
    for part in [Part.validation, .test] {
      let dataset = recipe.dataset(part)
      #expect(dataset.classCounts == recipe.labels.map { _ in 100 })
      #expect(dataset.labels == recipe.labels)
      #expect(dataset.imageShape == ImageShape(height: 32, width: 32))
      #expect(dataset.preprocessing.divisor == 255)
      #expect(dataset.name == "\(recipe.name) \(part.rawValue)")
    }
  }

  @Test func bytesAreRoundedInk() {
    let image = GlyphImage { row, column in Float(row * 32 + column) / 1023 }
    image.pixels[0] = -0.5
    image.pixels[1] = 1.5
    var bytes = [UInt8](repeating: 7, count: GlyphImage.count)
    bytes.withUnsafeMutableBufferPointer { image.writeBytes(to: $0) }
    #expect(bytes[0...1] == [0, 255])
    for index in 2..<GlyphImage.count {
      #expect(bytes[index] == UInt8((255 * image.pixels[index]).rounded(.toNearestOrEven)))
    }
  }

  @Test func rowsAreTheSamplesInOrder() {
    let recipe = GlyphRecipe(variant: .digits, sampleCount: 23)
    let dataset = recipe.dataset(.train, execution: Execution(threadCount: 3))
    guard case .bytes(let rows) = dataset.features, case .classes(let classes) = dataset.targets
    else {
      Issue.record("no bytes or no classes")
      return
    }
    let workspace = GlyphWorkspace()
    var bytes = [UInt8](repeating: 0, count: GlyphImage.count)
    for sample in [22, 0, 7] {
      recipe.draw(sample, part: .train, into: workspace)
      bytes.withUnsafeMutableBufferPointer { workspace.image.writeBytes(to: $0) }
      #expect(rows.withRow(sample) { Array($0) } == bytes)
      #expect(classes[sample] == Int32(sample % 10))
    }
  }

  @Test func allPartsTogetherKeepTheirOrder() {
    let recipe = GlyphRecipe(variant: .digits, sampleCount: 5)
    let all = recipe.dataset(.all)
    #expect(all.name == "glyphs-digits all")
    #expect(all.rowCount == 2005)
    #expect(all.checksum == recipe.parts()[.all]?.checksum)
    #expect(all.subset(0..<5).checksum == recipe.dataset(.train).checksum)
  }
}

extension GlyphRecipeDatasetTests {
  /// A stream has no last sample, and its ranges are those of the whole.
  @Test func rangesGoOnWithoutEnd() {
    let recipe = GlyphRecipe(variant: .digits, sampleCount: 40)
    let whole = recipe.dataset(.train)
    #expect(recipe.dataset(.train, samples: 7..<29).checksum == whole.subset(7..<29).checksum)
    let beyond = recipe.dataset(.train, samples: 1_000_000_003..<1_000_000_005)
    #expect(beyond.rowCount == 2)
    #expect(beyond.classCounts == [0, 0, 0, 1, 1, 0, 0, 0, 0, 0])
  }
}
