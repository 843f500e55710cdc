// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierFiles

@Suite struct JSONValueTests {
  @Test func accessorsAnswerOnlyForTheirOwnKind() {
    let value: JSONValue = ["a": 1, "b": .number(1), "c": "x", "d": [true], "e": .null]
    #expect(value["a"]?.intValue == 1 && value["a"]?.doubleValue == 1)
    #expect(value["b"]?.intValue == nil && value["b"]?.doubleValue == 1)
    #expect(value["c"]?.stringValue == "x" && value["c"]?.doubleValue == nil)
    #expect(value["d"]?.arrayValue?.first?.boolValue == true && value["d"]?["a"] == nil)
    #expect(value["e"] == .null && value["f"] == nil)
    #expect(value.objectValue?.keys == ["a", "b", "c", "d", "e"])
    #expect(JSONValue.integer(1 << 53).doubleValue == 0x1p53)
    #expect(JSONValue.integer((1 << 53) + 1).doubleValue == nil)
  }

  @Test func objectsKeepTheGivenOrderAndCompareWithoutIt() {
    var object: JSONObject = ["b": 1, "a": 2]
    object["c"] = 3
    object["b"] = 4
    #expect(object.keys == ["b", "a", "c"] && object["b"] == 4)
    #expect(object == ["c": 3, "a": 2, "b": 4] && object != ["c": 3, "a": 2])
    object["b"] = nil
    object["z"] = nil
    #expect(object.keys == ["a", "c"] && object.count == 2)
  }

  /// Every exponent, with mantissas around the places where rounding turns.
  @Test func floatsKeepTheirBits() throws {
    let mantissas: [UInt32] = [0, 1, 2, 0x2A_AAAA, 0x3F_FFFF, 0x40_0000, 0x55_5555, 0x7F_FFFF]
    for exponent in UInt32(0)..<255 {
      for mantissa in mantissas {
        let float = Float(bitPattern: exponent << 23 | mantissa)
        let text = try JSONValue(float).text()
        #expect(Float(text)?.bitPattern == float.bitPattern)
        #expect(Double(text) == Double(float.description))
        let value = try JSONValue.parse(Array(text.utf8), path: "a.json")
        #expect(value.floatValue?.bitPattern == float.bitPattern)
      }
    }
    #expect(JSONValue(Float(-0.0)).floatValue?.bitPattern == Float(-0.0).bitPattern)
    #expect(JSONValue.number(1e39).floatValue == nil && JSONValue.string("1").floatValue == nil)
    #expect(JSONValue.integer(3).floatValue == 3)
  }

  @Test func doublesKeepTheirBits() throws {
    for exponent in UInt64(0)..<2047 {
      for mantissa: UInt64 in [0, 1, 0x5_5555_5555_5555, 0xF_FFFF_FFFF_FFFF] {
        let double = Double(bitPattern: exponent << 52 | mantissa)
        let text = try JSONValue(double).text()
        let value = try JSONValue.parse(Array(text.utf8), path: "a.json")
        #expect(value.doubleValue?.bitPattern == double.bitPattern)
      }
    }
    let zero = try JSONValue.parse(Array("-0".utf8), path: "a.json")
    #expect(zero.doubleValue?.sign == .minus)
  }

  @Test func summariesFitInAMessage() {
    #expect(JSONValue("a\nb").summary == #"the string "a\nb""#)
    #expect(JSONValue([1, 2]).summary == "an array of 2")
    #expect(JSONValue.quoted(String(repeating: "x", count: 61), limit: 3) == "\"xxx…\"")
    #expect(JSONValue.quoted("abc", limit: 3) == "\"abc\"")
  }
}
