// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// What noise does to rows, and what it depends on.
@Suite struct CorruptionTests {
  static let kinds: [Corruption] = [
    .masking(level: 0.25), .saltAndPepper(zeros: 0.3, ones: 0.1), .gaussian(deviation: 0.5),
  ]

  private func batch(_ rowCount: Int, _ columnCount: Int) -> Matrix {
    var stream = Seed(2).stream("batch")
    return stream.rows(rowCount, columnCount, zeroFraction: 0.2)
  }

  /// The definition, column by column, from the stream of the epoch walked through from its
  /// beginning.
  private func expected(
    _ corruption: Corruption, _ batch: Matrix, rows: [Int], seed: Seed, epoch: Int
  ) -> [UInt32] {
    let wordCount = if case .gaussian = corruption { 2 } else { 1 }
    let pieceCount = (batch.columnCount * wordCount + 3) / 4 * 4
    return rows.enumerated().flatMap { n, row in
      var stream = seed.stream("corruption", epoch: epoch)
      for _ in 0..<row * pieceCount { _ = stream.nextWord() }
      return batch.row(n).map { x in
        switch corruption {
        case .none: return x.bitPattern
        case .masking(let level): return (stream.uniform() < level ? 0 : x).bitPattern
        case .saltAndPepper(let zeros, let ones):
          let u = stream.uniform()
          return (u < zeros ? 0 : u < zeros + ones ? 1 : x).bitPattern
        case .gaussian(let deviation): return (x + deviation * stream.normal()).bitPattern
        }
      }
    }
  }

  @Test(arguments: kinds, [1, 3, 16, 21])
  func everyInputFollowsFromSeedEpochRowAndColumn(corruption: Corruption, columnCount: Int) {
    let (batch, rows) = (batch(4, columnCount), [7, 0, 41, 7])
    let bits = expected(corruption, batch, rows: rows, seed: Seed(9), epoch: 3)
    for set in InstructionSet.available {
      for threadCount in [1, 2, 3] {
        let found = corruption.corrupted(
          batch, rows: rows, seed: Seed(9), epoch: 3,
          execution: Execution(threadCount: threadCount, instructionSet: set))
        #expect(found.bits == bits)
      }
    }
  }

  @Test(arguments: kinds)
  func anotherSeedEpochOrRowIsCorruptedInAnotherWay(corruption: Corruption) {
    let batch = batch(1, 200)
    func corrupted(row: Int = 5, seed: UInt64 = 1, epoch: Int = 1) -> [UInt32] {
      corruption.corrupted(batch, rows: [row], seed: Seed(seed), epoch: epoch).bits
    }
    let all = [corrupted(), corrupted(row: 6), corrupted(seed: 2), corrupted(epoch: 2)]
    #expect(Set(all).count == 4 && !all.contains(batch.bits))
    #expect(corrupted() == all[0])
  }

  @Test func levelsAreKept() {
    let ones = Matrix(rows: [[Float](repeating: 0.5, count: 40_000)])
    func share(_ corruption: Corruption, _ value: Float) -> Double {
      let row = corruption.corrupted(ones, seed: Seed(1), epoch: 1).row(0)
      return Double(row.count { $0 == value }) / Double(row.count)
    }
    // Four standard deviations of a share of 40 000 are at most 0.01.
    #expect(abs(share(.masking(level: 0.25), 0) - 0.25) < 0.01)
    let mixed = Corruption.saltAndPepper(zeros: 0.3, ones: 0.1)
    #expect(abs(share(mixed, 0) - 0.3) < 0.01 && abs(share(mixed, 1) - 0.1) < 0.01)
    #expect(abs(share(mixed, 0.5) - 0.6) < 0.01)
    let noisy = Corruption.gaussian(deviation: 0.1).corrupted(ones, seed: Seed(1), epoch: 1)
    let noise = noisy.row(0).map { Double($0) - 0.5 }
    let mean = noise.reduce(0, +) / Double(noise.count)
    let variance = noise.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(noise.count)
    #expect(abs(mean) < 0.002 && abs(variance.squareRoot() - 0.1) < 0.002)
  }

  @Test func theEndsOfTheRange() {
    let batch = batch(3, 50)
    func bits(_ corruption: Corruption) -> [UInt32] {
      corruption.corrupted(batch, seed: Seed(1), epoch: 1).bits
    }
    for nothing: Corruption in [
      .none, .masking(level: 0), .saltAndPepper(zeros: 0, ones: 0), .gaussian(deviation: 0),
    ] {
      #expect(bits(nothing) == batch.bits)
    }
    #expect(bits(.masking(level: 1)).allSatisfy { $0 == 0 })
    #expect(bits(.saltAndPepper(zeros: 0, ones: 1)).allSatisfy { $0 == Float(1).bitPattern })
  }

  /// Noise that leaves a denormal number, or −0, leaves +0: kernels know no other zero.
  @Test func noDenormalComesOut() {
    let zeros = Matrix(rows: [[Float](repeating: 0, count: 300)])
    let row = Corruption.gaussian(deviation: .leastNormalMagnitude)
      .corrupted(zeros, seed: Seed(1), epoch: 1).row(0)
    #expect(row.allSatisfy { $0.isNormal || $0.bitPattern == 0 })
    #expect(row.contains { $0 != 0 } && row.contains { $0 == 0 })
  }
}
