// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct TermTableTests {
  @Test func termsKeepTheirNumbersWhileTheTableGrows() {
    var table = TermTable()
    let terms = (0..<1_000).map { "term \($0 * $0)" }
    for (number, term) in terms.enumerated() { #expect(table.insert(term) == number) }
    for (number, term) in terms.enumerated() {
      #expect(table.insert(term) == number)
      #expect(table.term(number) == term)
    }
    #expect(table.count == 1_000)
  }

  @Test func equalHashesAreToldApartByBytes() {
    var table = TermTable()
    let terms = ["a", "b", "ab", ""].map { Array($0.utf8) }
    for _ in 0..<2 {
      for (number, term) in terms.enumerated() {
        term.withUnsafeBufferPointer { #expect(table.insert($0, hash: 7) == number) }
      }
    }
    Array("c".utf8).withUnsafeBufferPointer { #expect(table.number(of: $0, hash: 7) == nil) }
  }

  /// Source: the test vectors of FNV-1a 64.
  @Test func theHashIsFNV1a() {
    let hash = "foobar".utf8.reduce(TermTable.emptyHash) { TermTable.hash($0, followedBy: $1) }
    #expect(hash == 0x8594_4171_F739_67E8)
  }
}
