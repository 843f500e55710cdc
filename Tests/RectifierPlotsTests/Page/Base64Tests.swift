// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierPlots

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func knownAnswers(text: String, expected: String) {
    #expect(Base64.text(Array(text.utf8)) == expected)
  }

  @Test func everyByteAtEveryPlace() {
    let bytes = (0..<771).map { UInt8(truncatingIfNeeded: $0 * 37) }
    for count in 765...771 {
      let some = Array(bytes.prefix(count))
      #expect(Base64.text(some) == Data(some).base64EncodedString())
    }
  }
}
