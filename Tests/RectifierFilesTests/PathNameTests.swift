// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierFiles

@Suite struct PathNameTests {
  @Test(
    arguments: [
      ("", ".", ""), ("a", ".", "a"), ("a/", ".", "a"), ("a/b", "a", "b"), ("a/b//", "a", "b"),
      ("/a", "/", "a"), ("/", "/", ""), ("/a/b.gz", "/a", "b.gz"),
    ] as [(String, String, String)])
  func componentsOf(path: String, folder: String, name: String) {
    #expect(PathName.folder(of: path) == folder)
    #expect(PathName.lastComponent(of: path) == name)
  }

  @Test func joinPutsOneSeparator() {
    #expect(PathName.join("a", "b") == "a/b")
    #expect(PathName.join("a/", "b") == "a/b")
    #expect(PathName.join("", "b") == "b")
    #expect(PathName.join("/", "b") == "/b")
  }

  @Test func quotedPathsStayOnOneLine() {
    #expect(PathName.quoted("data/für dich") == "'data/für dich'")
    #expect(PathName.quoted("a\nb\u{1B}[0m") == "'a\\nb\\u{1B}[0m'")
  }
}
