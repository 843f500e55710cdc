// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A stream of random numbers, the same on every machine.
///
/// The generator is Philox4x32-10 with the seed as its key and the stream's hash as the upper half
/// of its counter: 2⁶⁶ words a stream.
public struct RandomStream: RandomNumberGenerator, Sendable {
  let key: SIMD2<UInt32>
  let stream: SIMD2<UInt32>
  private var position: UInt64 = 0
  private var words = SIMD4<UInt32>()
  private var usedWordCount = 4

  init(key: UInt64, stream: UInt64) {
    self.key = Self.halves(key)
    self.stream = Self.halves(stream)
  }

  /// The stream from its block number `block` on, four words a block, without drawing what is before.
  package func fromBlock(_ block: UInt64) -> RandomStream {
    var stream = self
    stream.position = block
    stream.usedWordCount = 4
    return stream
  }

  /// 32 random bits.
  public mutating func nextWord() -> UInt32 {
    if usedWordCount == 4 {
      let counter = SIMD4(lowHalf: Self.halves(position), highHalf: stream)
      words = Philox.block(counter: counter, key: key)
      position += 1
      usedWordCount = 0
    }
    defer { usedWordCount += 1 }
    return words[usedWordCount]
  }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    let low = UInt64(nextWord())
    return low | UInt64(nextWord()) << 32
  }

  /// A number in [0, 1), a multiple of 2⁻²⁴.
  public mutating func uniform() -> Float {
    Float(nextWord() >> 8) * 0x1p-24
  }

  /// A number of the standard normal distribution, at most 5.77 in magnitude and never −0.
  ///
  ///     √(−2 log u) · cos(2πv)
  ///
  /// with u uniform in (0, 1] from one word and v in [0, 1) from the next.
  ///
  /// *Source:* Box and Muller, "A note on the generation of random normal deviates" (1958).
  public mutating func normal() -> Float {
    let u = 1 - uniform()  // exact
    let v = uniform()
    let radius = (-2 * Elementary.log(u)).squareRoot()
    return radius * Elementary.cos(2 * .pi * v) + 0
  }

  /// An integer in 0 ..< `bound`, each equally likely.
  ///
  /// The high word of a product, with the few products rejected that would favour small values.
  /// *Source:* Lemire, "Fast random integer generation in an interval" (2019).
  public mutating func integer(below bound: Int) -> Int {
    guard bound > 0 else { fatalError("random integer below \(bound)") }
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Puts the elements into a random order, each order equally likely (Fisher and Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }

  private static func halves(_ value: UInt64) -> SIMD2<UInt32> {
    SIMD2(UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32))
  }
}
