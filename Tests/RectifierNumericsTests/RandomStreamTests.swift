// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierNumerics

/// Golden numbers: Golden/make_random_streams.py.
@Suite struct RandomStreamTests {
  @Test func goldenWords() {
    var stream = Seed(0x0123_4567_89ab_cdef).stream("test")
    let expected: [UInt32] = [
      0x9e8e_3e8f, 0x6e47_2749, 0x93b3_27b1, 0x92fe_29f9, 0xc4d7_8c73, 0x164c_e8da, 0x623a_b695,
      0x25ae_e8bb, 0xb562_5078, 0xbd62_35b8,
    ]
    #expect(expected.map { _ in stream.nextWord() } == expected)
  }

  @Test func aPairOfWordsIsTheLowOneFirst() {
    var words = Seed(3).stream("test")
    var pairs = words
    let low = words.nextWord()
    #expect(pairs.next() == UInt64(low) | UInt64(words.nextWord()) << 32)
  }

  @Test func goldenUniforms() {
    var stream = Seed(1).stream("test")
    let expected: [Float] = [
      0.20423084497451782, 0.7937870621681213, 0.5247868895530701, 0.8803714513778687,
      0.9178971648216248, 0.08661377429962158,
    ]
    #expect(expected.map { _ in stream.uniform() } == expected)
  }

  @Test func uniformsAreUniform() {
    var stream = Seed(1).stream("uniform")
    let count = 20_000
    let values = (0..<count).map { _ in Double(stream.uniform()) }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 && $0 * 0x1p24 == ($0 * 0x1p24).rounded() })
    // Six standard errors each: √(1/12/count) and √(1/180/count).
    #expect(abs(values.reduce(0, +) / Double(count) - 0.5) < 0.0123)
    let squares = values.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / Double(count)
    #expect(abs(squares - 1 / 12.0) < 0.0032)
  }

  /// From the same words in double precision; the bits are this package's own.
  @Test func goldenNormals() {
    var stream = Seed(1).stream("test")
    let exact = [
      0.18362842546079688, 0.8911638397519884, 1.9129543499115245, -0.3825939972097857,
      0.6370611593484832, -0.45112785387568616,
    ]
    let values = exact.map { _ in stream.normal() }
    for (value, exact) in zip(values, exact) {
      #expect(abs(Double(value) - exact) < 4e-7)
    }
    #expect(
      values.map(\.bitPattern) == [
        0x3e3c_0915, 0x3f64_234b, 0x3ff4_dbb0, 0xbec3_e35e, 0x3f23_166c, 0xbee6_fa42,
      ])
    #expect(stream.nextWord() == afterWords(2 * values.count))
  }

  private func afterWords(_ count: Int) -> UInt32 {
    var stream = Seed(1).stream("test")
    for _ in 0..<count { _ = stream.nextWord() }
    return stream.nextWord()
  }

  @Test func normalsAreNormal() {
    var stream = Seed(1).stream("normal")
    let count = 40_000
    let values = (0..<count).map { _ in Double(stream.normal()) }
    let moments = (1...4).map { order in
      values.reduce(0) { sum, value in sum + (0..<order).reduce(1.0) { p, _ in p * value } }
        / Double(count)
    }
    // Six standard errors each: the variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
    for (moment, (exact, variance)) in zip(moments, [(0.0, 1.0), (1, 2), (0, 15), (3, 96)]) {
      #expect(abs(moment - exact) < 6 * (variance / Double(count)).squareRoot())
    }
    // Φ(1) − Φ(−1), with a variance of 0.2166.
    let inside = Double(values.count { abs($0) < 1 }) / Double(count)
    #expect(abs(inside - 0.682_689) < 6 * (0.2166 / Double(count)).squareRoot())
    #expect(values.allSatisfy { abs($0) < 5.78 })
    // Neighbours come from words of their own.
    let products = zip(values, values.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(products) < 6 * Double(count).squareRoot())
  }

  @Test func goldenIntegers() {
    var stream = Seed(1).stream("test")
    let bounds = [1, 2, 3, 10, 1000, 60000, .max] + [Int](repeating: 1 << 62 + 1, count: 6)
    let expected = [
      0, 1, 0, 6, 861, 38_407, 5_151_026_964_017_244_858,
      2_618_730_115_181_608_632, 3_488_465_402_111_541_906, 2_347_880_890_382_052_215,
      4_032_883_675_971_984_776, 4_006_528_791_981_065_457, 668_482_730_841_755_995,
    ]
    #expect(bounds.map { stream.integer(below: $0) } == expected)
  }

  @Test(arguments: [1, 2, 3, 7, 10])
  func integersAreUniform(bound: Int) {
    var stream = Seed(5).stream("integers")
    let count = 5_000 * bound
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<count { counts[stream.integer(below: bound)] += 1 }
    // Six standard deviations of a binomial count with mean 5000.
    #expect(counts.allSatisfy { abs($0 - 5_000) < 425 })
  }

  @Test func theLargestBoundIsReached() {
    var stream = Seed(5).stream("integers")
    let values = (0..<200).map { _ in stream.integer(below: .max) }
    #expect(values.allSatisfy { $0 >= 0 && $0 < .max })
    #expect(values.contains { $0 > .max / 8 * 7 } && values.contains { $0 < .max / 8 })
  }

  @Test func noIntegerIsBelowZero() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var stream = Seed(1).stream("test")
      _ = stream.integer(below: 0)
    }
    #expect(result.says("random integer below 0"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var stream = Seed(1).stream("test")
      _ = stream.integer(below: -1)
    }
    #expect(result.says("random integer below -1"))
  }

  @Test func goldenShuffle() {
    var stream = Seed(1).stream("shuffle", epoch: 3)
    var elements = Array(0..<20)
    stream.shuffle(&elements)
    #expect(
      elements == [11, 2, 6, 1, 9, 19, 10, 17, 7, 13, 12, 3, 4, 8, 18, 16, 5, 15, 0, 14])
  }

  @Test(arguments: [0, 1, 2, 3, 1000])
  func aShuffleIsAPermutation(count: Int) {
    var stream = Seed(9).stream("shuffle")
    var elements = (0..<Int32(count)).map { $0 }
    stream.shuffle(&elements)
    #expect(elements.sorted() == Array(0..<Int32(count)))
    #expect(count < 1000 || elements != Array(0..<Int32(count)))
  }

  @Test func everyOrderIsEquallyLikely() {
    var stream = Seed(9).stream("orders")
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6_000 {
      var elements = [0, 1, 2]
      stream.shuffle(&elements)
      counts[elements, default: 0] += 1
    }
    // Six standard deviations of a binomial count with mean 1000.
    #expect(counts.count == 6 && counts.values.allSatisfy { abs($0 - 1_000) < 174 })
  }

  @Test(arguments: [0, 1, 2, 7, 1 << 40] as [UInt64])
  func aBlockIsFoundWithoutThoseBefore(block: UInt64) {
    var begun = Seed(5).stream("blocks")
    for _ in 0..<3 { _ = begun.nextWord() }
    var found = begun.fromBlock(block)
    let words = (0..<4).map { _ in found.nextWord() }
    if block < 8 {
      var walked = Seed(5).stream("blocks")
      for _ in 0..<4 * block { _ = walked.nextWord() }
      #expect(words == (0..<4).map { _ in walked.nextWord() })
    }
    var next = begun.fromBlock(block + 1)
    #expect(found.nextWord() == next.nextWord())
    #expect(words[0] != next.nextWord())
  }

  /// Many at once are what one after another are: at every length around the 64 that a kernel makes
  /// together, and where the block's number grows past 32 bits.
  @Test(
    arguments: InstructionSet.available,
    [0, 1, 77, (1 << 32) - 20, (1 << 32) - 1, 1 << 32] as [UInt64])
  func manyAtOnceAreTheSame(set: InstructionSet, block: UInt64) {
    let stream = Seed(0x0123_4567_89AB_CDEF).stream("many", epoch: 3)
    for count in [0, 1, 3, 4, 5, 15, 16, 63, 64, 65, 127, 128, 200] {
      var found = [Float](repeating: -1, count: count + 1)
      found.withUnsafeMutableBufferPointer {
        stream.copyUniforms(
          fromBlock: block, into: UnsafeMutableBufferPointer(rebasing: $0[..<count]),
          instructionSet: set)
      }
      var walked = stream.fromBlock(block)
      let words = (0..<count).map { _ in walked.uniform() }
      #expect(found == words + [-1], "\(count)")
    }
  }
}
