// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("ABC", "abc", 0),
    ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "abcd", 1), ("abc", "acb", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("rectifer", "rectifier", 1),
  ])
  func distance(a: String, b: String, distance: Int) {
    #expect(NearestName.distance(a, b) == distance)
    #expect(NearestName.distance(b, a) == distance)
  }

  @Test(
    arguments: [
      ("rectifer", "rectifier"), ("Tanh", "tanh"), ("tnah", "tanh"), ("soft-plus", "softplus"),
      ("logistics", "logistic"), ("sgd", nil), ("", nil), ("xyzzyxyzzy", nil),
    ] as [(String, String?)])
  func nearest(name: String, expected: String?) {
    let names = ["rectifier", "softplus", "tanh", "logistic", "identity"]
    #expect(NearestName.of(name, among: names) == expected)
  }

  @Test func tiesGoToTheFirstInTheAlphabet() {
    #expect(NearestName.of("bat", among: ["rat", "cat", "hat"]) == "cat")
    #expect(NearestName.of("bat", among: []) == nil)
  }
}
