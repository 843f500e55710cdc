// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import Testing

@Suite struct FoldTests {
  @Test(arguments: [("1/2", 1, 2), ("3/10", 3, 10), ("10/10", 10, 10)])
  func readsNumberAndCount(text: String, number: Int, count: Int) {
    let fold = Fold(parsing: text)
    #expect(fold == Fold(number: number, count: count))
    #expect(fold?.text == text)
  }

  @Test(arguments: ["", "3", "0/3", "4/3", "1/1", "1/2/3", "a/3", "1/", "/3", "1/99999999999"])
  func refusesWhatIsNoFold(text: String) {
    #expect(Fold(parsing: text) == nil)
  }
}
