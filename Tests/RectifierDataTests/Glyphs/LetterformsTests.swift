// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

/// Pictures of letters as values.
private enum Drawing {
  static func pixels(_ label: Int, _ number: Int, stream name: String = "letters") -> [Float] {
    pixels(stream: name, 62 * number + label) {
      Letterforms.draw(label: label, from: &$0, into: $1)
    }
  }

  static func pixels(
    stream name: String, _ number: Int, draw: (inout RandomStream, GlyphImage) -> Void
  ) -> [Float] {
    let image = GlyphImage()
    var stream = Seed(1).stream(name, epoch: number)
    draw(&stream, image)
    return Array(UnsafeBufferPointer(start: image.pixels, count: GlyphImage.count))
  }

  /// The rows and columns that hold ink.
  static func box(_ pixels: [Float]) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
    let inked = pixels.indices.filter { pixels[$0] > 0 }
    let columns = inked.map { $0 % GlyphImage.side }
    guard let first = inked.first, let last = inked.last, let left = columns.min(),
      let right = columns.max()
    else { return nil }
    return (first / GlyphImage.side...last / GlyphImage.side, left...right)
  }
}

@Suite struct LetterformsTests {
  @Test func theLabelsAreDigitsCapitalsAndSmallLetters() {
    let expected = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    #expect(Letterforms.labels == expected.map { String($0) })
  }

  @Test(arguments: 0..<62)
  func aStreamDrawsTheSameBitsEachTime(label: Int) {
    let pixels = Drawing.pixels(label, 0)
    #expect(pixels == Drawing.pixels(label, 0))
    #expect(pixels != Drawing.pixels(label, 1))
    #expect(pixels != Drawing.pixels(label, 0, stream: "other letters"))
    #expect(pixels != Drawing.pixels((label + 1) % 62, 0))
  }

  @Test func whatAnImageHeldBeforeDoesNotMatter() {
    let image = GlyphImage()
    for label in 0..<62 {
      var stream = Seed(1).stream("letters", epoch: label)
      Letterforms.draw(label: label, from: &stream, into: image)
      let drawn = UnsafeBufferPointer(start: image.pixels, count: GlyphImage.count)
      #expect(Drawing.pixels(label, 0) == Array(drawn))
    }
  }

  /// Two pixels of the border stay empty, and the middle of the ink is near the field's.
  @Test(arguments: 0..<62)
  func everyShapeLiesInTheField(label: Int) throws {
    for (index, form) in Letterforms.alphabet[label].forms.enumerated() {
      for number in 0..<40 {
        let pixels = Drawing.pixels(stream: "shape \(index)", number) {
          Letterforms.draw(form, from: &$0, into: $1)
        }
        #expect(pixels.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(pixels.contains { $0 > 0.6 })
        let (rows, columns) = try #require(Drawing.box(pixels))
        #expect(2...29 ~= rows.lowerBound && 2...29 ~= rows.upperBound)
        #expect(2...29 ~= columns.lowerBound && 2...29 ~= columns.upperBound)
        #expect(abs(rows.lowerBound + rows.upperBound - 31) <= 8)
        #expect(abs(columns.lowerBound + columns.upperBound - 31) <= 3)
      }
    }
  }

  /// Within five standard errors of the frequencies' shares.
  @Test(arguments: 0..<62)
  func everyShapeIsDrawnAsOftenAsItsFrequencySays(label: Int) {
    let frequencies = Letterforms.alphabet[label].forms.map(\.frequency)
    #expect(frequencies.count >= 2)
    var counts = [Int](repeating: 0, count: frequencies.count)
    var stream = Seed(1).stream("shapes", epoch: label)
    for _ in 0..<1000 { counts[Letterforms.shape(of: label, from: &stream)] += 1 }
    for (count, frequency) in zip(counts, frequencies) {
      let share = frequency / frequencies.reduce(0, +)
      let tolerance = 5 * (1000 * share * (1 - share)).squareRoot()
      #expect(abs(Float(count) - 1000 * share) < tolerance)
    }
  }

  /// Letters whose capital has the same shape keep their height on the line.
  @Test(arguments: ["C", "O", "S", "U", "V", "W", "X", "Z"])
  func smallLettersAreSmaller(capital: String) throws {
    let index = try #require(Letterforms.labels.firstIndex(of: capital))
    func meanHeight(_ label: Int) throws -> Double {
      let heights = try (0..<100).map { number in
        let box = try #require(Drawing.box(Drawing.pixels(label, number)))
        return box.rows.count
      }
      return Double(heights.reduce(0, +)) / 100
    }
    #expect(try meanHeight(index + 26) < 0.72 * meanHeight(index))
  }

  /// The mean picture of a class is nearest for most new pictures of the class.
  @Test func classesAreApart() {
    let means = (0..<62).map { label in
      let drawn = (0..<60).map { Drawing.pixels(label, $0) }
      return (0..<GlyphImage.count).map { index in drawn.reduce(0) { $0 + $1[index] } / 60 }
    }
    var hits = 0
    for label in 0..<62 {
      for number in 0..<20 {
        let pixels = Drawing.pixels(label, number, stream: "new letters")
        let distances = means.map { mean in
          zip(mean, pixels).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        hits += distances.firstIndex(of: distances.min() ?? 0) == label ? 1 : 0
      }
    }
    #expect(Double(hits) / (62 * 20) > 0.9)
  }

  /// Made by this code, to be the same on every machine and not to change unnoticed.
  @Test func theBitsArePinned() {
    let drawn = (0..<310).flatMap { Drawing.pixels($0 % 62, $0 / 62) }
    #expect(fingerprint(drawn) == 0x382b_b3eb_7409_d969)
  }
}
