// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct NPYHeaderTests {
  private func header(_ text: String) throws -> NPYHeader {
    try NPYHeader(text: Array(text.utf8), start: 10, place: "x")
  }

  private func file(
    _ text: String, version: [UInt8] = [1, 0], count: [UInt8]? = nil
  ) -> [UInt8] {
    [0x93] + Array("NUMPY".utf8) + version + (count ?? [UInt8(text.utf8.count), 0])
      + Array(text.utf8)
  }

  @Test(arguments: [
    "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }   \n",
    "{'shape':(3,4),'descr':\"<f4\",'fortran_order':False}",
    " { 'fortran_order' : False , 'shape' : ( 3 , 4 , ) , 'descr' : '<f4' } ",
  ])
  func spellingsMeanTheSame(text: String) throws {
    let found = try header(text)
    #expect(found.shape == [3, 4])
    #expect(found.contentByteCount == 48)
    #expect(!found.isFortranOrder)
    #expect(found.element == NPYElement(named: "<f4"))
  }

  @Test(arguments: [
    ("", "'{'"), ("{", "a key in quotes"), ("{'descr' '<f4'}", "':'"),
    ("{'descr': <f4}", "a string, True"), ("{'descr': '<f4", "the end of a string"),
    ("{'descr': '<\\x66'}", "the end of a string"), ("{'a': True 'b': True}", "',' or '}'"),
    ("{'a': True, 'a': True}", "every key once"), ("{'a': True} x", "the end of the header"),
    ("{'shape': (3 4)}", "',' or ')'"), ("{'shape': (-3,)}", "a number, or ')'"),
    ("{'shape': (9223372036854775808,)}", "below 2^63"), ("{'shape': (1,)}", "the key 'descr'"),
    ("{'descr': '<f4', 'fortran_order': 'no', 'shape': ()}", "True or False"),
    ("{'descr': '<f4', 'fortran_order': True, 'shape': '3'}", "a tuple"),
    ("{'descr': '<f4', 'fortran_order': True, 'shape': (), 'x': ()}", "no key 'x'"),
  ])
  func otherTextsAreRefused(text: String, expected: String) {
    let error = #expect(throws: NumPyError.self) { try header(text) }
    guard case .wrongHeader(place: "x", let offset, let found)? = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(found.contains(expected))
    #expect((10...(10 + text.utf8.count)).contains(offset))
  }

  @Test(arguments: ["f4", "<f2", "<c8", "|O", "<U5", "|f4", "<f16", "=f4", "|u2", "<b2", "", "<i3"])
  func otherElementsAreRefused(name: String) {
    let text = "{'descr': '\(name)', 'fortran_order': False, 'shape': (1, 1)}"
    #expect(throws: NumPyError.wrongElement(place: "x", found: "'\(name)'")) { try header(text) }
  }

  @Test func hugeClaimsAreRefused() {
    for shape in ["4611686018427387904, 4", "4294967296, 4294967296", "9223372036854775807, 1"] {
      let text = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(shape))}"
      #expect(throws: NumPyError.self) { try header(text) }
    }
    // An extent of zero makes any other harmless.
    let text = "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 9223372036854775807, 9)}"
    #expect((try? header(text))?.contentByteCount == 0)
  }

  @Test func versionsAndLengthsAreChecked() {
    let text = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1), }\n"
    for (version, major, minor) in [([0, 1], 0, 1), ([4, 0], 4, 0), ([1, 1], 1, 1)] {
      let bytes = file(text, version: version.map { UInt8($0) }) + [7]
      #expect(throws: NumPyError.unknownVersion(place: "x", major: major, minor: minor)) {
        try NPYArray(bytes, place: "x")
      }
    }
    let long = file(text, count: [0x11, 0x27]) + [7]
    #expect(throws: NumPyError.longHeader(place: "x", found: 10_001)) {
      try NPYArray(long, place: "x")
    }
    let huge = file(text, version: [2, 0], count: [255, 255, 255, 255]) + [7]
    #expect(throws: NumPyError.longHeader(place: "x", found: 4_294_967_295)) {
      try NPYArray(huge, place: "x")
    }
    #expect((try? NPYArray(file(text) + [7], place: "x"))?.byteRows() == [7])
  }
}
