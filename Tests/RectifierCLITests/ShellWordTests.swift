// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierCLI

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("runs/mnist-1/model.safetensors", "runs/mnist-1/model.safetensors"),
    ("my runs", "'my runs'"), ("it's", "'it'\\''s'"), ("", "''"), ("$HOME", "'$HOME'"),
    ("~x", "'~x'"),
  ])
  func quoted(text: String, word: String) {
    #expect(ShellWord.quoted(text) == word)
  }
}
