// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

@Suite struct InstructionSetTests {
  @Test func portableIsAlwaysThere() {
    #expect(InstructionSet.available.first == .portable)
    #expect(InstructionSet.available.contains(.selected))
    #if arch(x86_64)
      #expect(!InstructionSet.neon.isAvailable)
    #elseif arch(arm64)
      #expect(InstructionSet.available == [.portable, .neon])
    #endif
  }

  @Test(arguments: [nil, ""])
  func theFastestIsTheDefault(name: String?) throws {
    #expect(try InstructionSet.requested(name) == InstructionSet.available.last)
  }

  @Test(arguments: InstructionSet.allCases)
  func aNamedSetIsTakenOrRefused(set: InstructionSet) throws {
    if set.isAvailable {
      #expect(try InstructionSet.requested(set.rawValue) == set)
    } else {
      #expect(throws: InstructionSetError.unavailable(set)) {
        try InstructionSet.requested(set.rawValue)
      }
    }
  }

  @Test(arguments: ["AVX2", "avx", " portable", "sse"])
  func unknownNamesAreRefused(name: String) {
    #expect(throws: InstructionSetError.unknown(name: name)) {
      try InstructionSet.requested(name)
    }
  }

  @Test func messages() {
    let available = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    #expect(
      InstructionSetError.unknown(name: "sse").description
        == "RECTIFIER_ISA: expected one of \(available), found \"sse\"")
    #expect(
      InstructionSetError.unavailable(.neon).description
        == "RECTIFIER_ISA: this CPU does not run neon; it runs \(available)")
  }
}
