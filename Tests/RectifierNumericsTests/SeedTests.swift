// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

@Suite struct SeedTests {
  private func words(_ stream: RandomStream, count: Int = 8) -> [UInt32] {
    var stream = stream
    return (0..<count).map { _ in stream.nextWord() }
  }

  /// The published hashes of FNV-1a 64, and two with an epoch from Golden/make_random_streams.py.
  @Test(
    arguments: [
      ("", nil, 0xcbf2_9ce4_8422_2325), ("a", nil, 0xaf63_dc4c_8601_ec8c),
      ("foobar", nil, 0x8594_4171_f739_67e8), ("shuffle", 3, 0xf674_d0a2_ec5b_ce4d),
      ("shuffle", -1, 0x0035_9b94_7895_7ce6),
    ] as [(String, Int?, UInt64)])
  func streamNamesHash(name: String, epoch: Int?, hash: UInt64) {
    let seed = Seed(0xfedc_ba98_7654_3210)
    #expect(
      words(seed.stream(name, epoch: epoch)) == words(RandomStream(key: seed.value, stream: hash)))
  }

  @Test func sameNamesGiveTheSameStream() {
    #expect(
      words(Seed(7).stream("shuffle", epoch: 2)) == words(Seed(7).stream("shuffle", epoch: 2)))
    #expect(words(Seed(7).stream("initialization")) == words(Seed(7).stream("initialization")))
  }

  @Test func streamsDiffer() {
    let streams = [
      Seed(1).stream("shuffle"), Seed(1).stream("shuffle", epoch: 0),
      Seed(1).stream("shuffle", epoch: 1), Seed(1).stream("shuffle", epoch: 256),
      Seed(1).stream("shuffle", epoch: -1), Seed(1).stream("Shuffle"), Seed(1).stream(""),
      Seed(2).stream("shuffle"), Seed(1 << 32).stream("shuffle"), Seed(.max).stream("shuffle"),
    ]
    #expect(Set(streams.map { words($0) }).count == streams.count)
  }

  @Test func derivedSeedsAreTheFirstWordsOfTheirStream() {
    for (name, number) in [("autoencoder", 0), ("autoencoder", 1), ("trial", 0)] {
      let first = words(Seed(7).stream(name, epoch: number), count: 2).map(UInt64.init)
      #expect(Seed(7).derived(name, number: number).value == first[0] | first[1] << 32)
    }
  }
}
