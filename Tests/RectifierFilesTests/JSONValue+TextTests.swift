// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierFiles

@Suite struct JSONTextTests {
  @Test func canonicalTextSortsKeysByTheirBytes() throws {
    // U+FF5E sorts before U+1F600 in UTF-8, after it in UTF-16.
    let value: JSONValue = ["b": [1, .number(2), "x"], "é": .null, "😀": true, "～": [:], "B": []]
    #expect(try value.text() == #"{"B":[],"b":[1,2.0,"x"],"é":null,"～":{},"😀":true}"#)
  }

  @Test func indentedTextKeepsTheGivenOrder() throws {
    let value: JSONValue = ["b": [1, .number(0.5)], "d": [[1], []], "a": ["c": []], "e": [:]]
    let expected = """
      {
        "b": [1, 0.5],
        "d": [
          [1],
          []
        ],
        "a": {
          "c": []
        },
        "e": {}
      }
      """
    #expect(try value.text(.indented) == expected)
    #expect(try value.text(.compact) == #"{"b":[1,0.5],"d":[[1],[]],"a":{"c":[]},"e":{}}"#)
    #expect(try JSONValue.parse(Array(expected.utf8), path: "a.json") == value)
  }

  @Test func escapesWhatTheGrammarDemandsAndNothingElse() throws {
    let shortForms: [Int: String] = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"]
    var controls = ""
    var escaped = ""
    for code in 0..<0x20 {
      controls.unicodeScalars.append(Unicode.Scalar(UInt8(code)))
      escaped += shortForms[code] ?? (code < 16 ? "\\u000" : "\\u00") + String(code, radix: 16)
    }
    let value = JSONValue.string(controls + " \"\\/\u{7F}\u{2028}é")
    let text = try value.text()
    #expect(text == "\"" + escaped + " \\\"\\\\/\u{7F}\u{2028}é\"")
    #expect(try JSONValue.parse(Array(text.utf8), path: "a.json") == value)
  }

  @Test(arguments: [
    (JSONValue(Float(0.1)), "0.1"), (JSONValue(0.1), "0.1"),
    (JSONValue(Float(1) / 3), "0.33333334"),
    (JSONValue(1.0 / 3), "0.3333333333333333"), (JSONValue(Float(16_777_216)), "16777216.0"),
    (JSONValue(Float(1e20)), "1e+20"), (JSONValue(Float.leastNonzeroMagnitude), "1e-45"),
    (JSONValue(Float.greatestFiniteMagnitude), "3.4028235e+38"), (JSONValue(-0.0), "-0.0"),
    (JSONValue(-7), "-7"), (JSONValue([Float(0.1), 2]), "[0.1,2.0]"),
  ])
  func numbersTakeTheirShortestForm(_ value: JSONValue, _ text: String) throws {
    #expect(try value.text() == text)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func nonFiniteNumbersAreRefusedUnlessTheCallerChoosesNull(_ value: Float) throws {
    let document: JSONValue = ["loss": [1, ["value": JSONValue(value)]]]
    let error = #expect(throws: JSONError.self) { try document.text() }
    #expect(error == .unwritable(member: "loss[1].value", found: value.description))
    #expect(try document.text(nonFinite: .null) == #"{"loss":[1,{"value":null}]}"#)
    #expect(throws: JSONError.self) { try JSONValue(value).text(.indented) }
  }

  @Test func whatNoReaderAcceptsIsNotWritten() {
    var value: JSONValue = .null
    for _ in 0..<65 { value = [value] }
    #expect(throws: JSONError.self) { try value.text() }
  }
}
