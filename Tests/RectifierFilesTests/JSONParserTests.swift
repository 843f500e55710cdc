// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierFiles

private func parse(_ text: String) throws(JSONError) -> JSONValue {
  try JSONValue.parse(Array(text.utf8), path: "a.json")
}

private let end = "the end of the text"
private let quote = "'\"' or a character above U+001F"

private let accepted: [(String, JSONValue)] = [
  ("null", .null), (" true\r\n", true), ("\tfalse", false),
  ("0", 0), ("-12", -12), ("9223372036854775807", .integer(.max)),
  ("-9223372036854775808", .integer(.min)),
  ("1.0", .number(1)), ("1e2", .number(100)), ("-2.5E-1", .number(-0.25)), ("1E+2", .number(100)),
  ("5e-324", .number(.leastNonzeroMagnitude)), ("1e-400", .number(0)),
  (#""""#, ""), (#""aé€😀""#, "aé€😀"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
  (#""\u0041\u00e9\u20AC\ud83d\uDE00""#, "Aé€😀"), (#""\u0000""#, "\0"),
  ("[]", []), ("{ }", [:]), ("[1 , [2],{\"a\":[]}]", [1, [2], ["a": []]]),
  (#" {"b" : 1, "a":{"":null}} "#, ["b": 1, "a": ["": .null]]),
]

private let refused: [(String, Int, String, String)] = [
  ("", 0, "a value", end), ("  ", 2, "a value", end), ("'a'", 0, "a value", "'''"),
  ("\u{FEFF}1", 0, "a value", "byte 0xef"), ("nul", 0, "null", "another word"),
  ("True", 0, "a value", "'T'"), ("NaN", 0, "a value", "'N'"), ("Infinity", 0, "a value", "'I'"),
  ("1 2", 2, end, "'2'"), ("01", 1, end, "'1'"), ("0x10", 1, end, "'x'"),
  ("-", 1, "a digit", end), ("+1", 0, "a value", "'+'"), ("-Infinity", 1, "a digit", "'I'"),
  (".5", 0, "a value", "'.'"), ("1.", 2, "a digit", end), ("1.e3", 2, "a digit", "'e'"),
  ("1e", 2, "a digit", end), ("1e+", 3, "a digit", end),
  ("1e309", 0, "a number in the range of Double", "a larger one"),
  ("[-1e309]", 1, "a number in the range of Double", "a larger one"),
  ("9223372036854775808", 0, "a whole number of at most 63 bits", "one of 19 characters"),
  ("[", 1, "a value", end), ("[1,]", 3, "a value", "']'"), ("[1 2]", 3, "',' or ']'", "'2'"),
  ("[1}", 2, "',' or ']'", "'}'"), ("{", 1, "a key in quotes", end),
  ("{1:2}", 1, "a key in quotes", "'1'"), (#"{"a" 1}"#, 5, "':'", "'1'"),
  (#"{"a":}"#, 5, "a value", "'}'"), (#"{"a":1,}"#, 7, "a key in quotes", "'}'"),
  (#"{"a":1"#, 6, "',' or '}'", end), (#"{"a":1,"a":1}"#, 7, "each key once", #""a" again"#),
  (#"{"a":1,"\u0061":1}"#, 7, "each key once", #""a" again"#),
  (#"{"\u00e9":1,"e\u0301":1}"#, 12, "each key once", "\"e\u{301}\" again"),
  (#"["a]"#, 4, quote, end), ("\"a\nb\"", 2, quote, "byte 0x0a"),
  (#""\x""#, 2, #"one of "\/bfnrtu after a backslash"#, "'x'"),
  (#""\u12g4""#, 5, "a hexadecimal digit", "'g'"), (#""\u12"#, 5, "a hexadecimal digit", end),
  (#""\ud800""#, 1, "a surrogate pair", "a lone surrogate"),
  (#""a\udc00""#, 2, "a surrogate pair", "a lone surrogate"),
  (#""\ud800\ud800""#, 1, "a surrogate pair", "a lone surrogate"),
  (#""\ud800\u0041""#, 1, "a surrogate pair", "a lone surrogate"),
  (#""\ud800A""#, 1, "a surrogate pair", "a lone surrogate"),
]

@Suite struct JSONParserTests {
  @Test(arguments: accepted)
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: refused)
  func refuses(_ text: String, offset: Int, expected: String, found: String) {
    #expect(
      throws: JSONError.damaged(path: "a.json", offset: offset, expected: expected, found: found)
    ) {
      try parse(text)
    }
  }

  @Test(
    arguments: [
      ([0x80], 0), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0x61, 0xED, 0xA0, 0x80], 1),
      ([0xC3, 0xA9, 0xF4, 0x90, 0x80, 0x80], 2), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0),
      ([0xE2, 0x82], 0), ([0xFF], 0),
    ] as [([UInt8], Int)])
  func refusesInvalidUTF8(_ text: [UInt8], offset: Int) {
    let bytes = [0x22] + text + [0x22]
    #expect(
      throws: JSONError.damaged(
        path: "a.json", offset: 1 + offset, expected: "UTF-8", found: "bytes that are not")
    ) {
      try JSONValue.parse(bytes, path: "a.json")
    }
  }

  @Test func nestsAtMost64Levels() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try parse(deepest).text() == deepest)
    #expect(throws: JSONError.self) { try parse("{\"a\":" + deepest + "}") }
    let endless = String(repeating: "[", count: 200_000)
    #expect(
      throws: JSONError.damaged(
        path: "a.json", offset: 64, expected: "at most 64 levels", found: "one more")
    ) {
      try parse(endless)
    }
    let wide = "[" + Array(repeating: "[]", count: 200).joined(separator: ",") + "]"
    #expect(try parse(wide).arrayValue?.count == 200)
  }

  @Test func everyTruncationIsRefused() throws {
    let text = #"{"a":[-1.5e3,true,null,"é\u00e9\ud83d\ude00"],"b":{"c":false,"d":[]}}"#
    let bytes = Array(text.utf8)
    #expect(try JSONValue.parse(bytes, path: "a.json")["b"] == ["c": false, "d": []])
    for count in 0..<bytes.count {
      #expect(throws: JSONError.self, "\(count) bytes") {
        try JSONValue.parse(Array(bytes[..<count]), path: "a.json")
      }
    }
  }

  /// Whatever replaces a byte, the outcome is an error or a value that writes and reads back.
  @Test func everySubstitutionIsReadOrRefused() throws {
    let bytes = Array(#"{"a":[-1.5e3,"\u00e9"],"b":0}"#.utf8)
    var refusedCount = 0
    for index in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[index] = byte
        guard let value = try? JSONValue.parse(changed, path: "a.json") else {
          refusedCount += 1
          continue
        }
        #expect(try JSONValue.parse(Array(value.text().utf8), path: "a.json") == value)
      }
    }
    #expect(refusedCount > bytes.count * 128)
  }

  @Test func offsetsCountFromTheStartOfTheFile() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue.parse(Array("[1,]".utf8), path: "m.safetensors", baseOffset: 8)
    }
    #expect(
      error?.description
        == "reading JSON: 'm.safetensors': byte 11: expected a value, found ']'"
        + "; correct the text there")
  }
}
