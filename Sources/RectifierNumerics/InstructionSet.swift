// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which of the kernels' builds is used. All give the same bits; they differ in speed.
public enum InstructionSet: String, CaseIterable, Codable, Sendable {
  /// Plain code: one fused multiply-add at a time, slow, for CPUs that have none of the others.
  case portable
  /// AVX2 with FMA, on x86-64.
  case avx2
  /// AVX-512 F, DQ, BW and VL, on x86-64.
  case avx512
  /// NEON, on arm64.
  case neon

  package var code: rectifier_isa {
    switch self {
    case .portable: RECTIFIER_PORTABLE
    case .avx2: RECTIFIER_AVX2
    case .avx512: RECTIFIER_AVX512
    case .neon: RECTIFIER_NEON
    }
  }

  /// Whether this CPU runs the set.
  public var isAvailable: Bool { rectifier_isa_available(code) }

  /// The sets that this CPU runs, slowest first.
  public static var available: [InstructionSet] { allCases.filter(\.isAvailable) }

  /// The set used unless another is asked for: that of `RECTIFIER_ISA`, else the fastest.
  ///
  /// Ends the program where `RECTIFIER_ISA` names a set that cannot be had: a command checks it
  /// first with requested(_:).
  public static let selected: InstructionSet = {
    do throws(InstructionSetError) {
      return try requested(getenv("RECTIFIER_ISA").map { String(cString: $0) })
    } catch {
      fatalError(error.description)
    }
  }()

  /// The set with a name, or the fastest where none is named.
  public static func requested(_ name: String?) throws(InstructionSetError) -> InstructionSet {
    guard let name, !name.isEmpty else { return available.last ?? .portable }
    guard let set = InstructionSet(rawValue: name) else { throw .unknown(name: name) }
    guard set.isAvailable else { throw .unavailable(set) }
    return set
  }
}

/// Why an instruction set cannot be used.
public enum InstructionSetError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknown(name: String)
  case unavailable(InstructionSet)

  /// One line: what was expected and what was found.
  public var description: String {
    let available = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    switch self {
    case .unknown(let name):
      return "RECTIFIER_ISA: expected one of \(available), found \"\(name)\""
    case .unavailable(let set):
      return "RECTIFIER_ISA: this CPU does not run \(set.rawValue); it runs \(available)"
    }
  }
}
