// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How work is carried out: on how many threads, with which instructions, by which kernels.
///
/// None of it shows in a result: every choice gives the same bits.
public struct Execution: Sendable, Equatable {
  /// Which products a layer takes.
  public enum Kernels: String, Sendable, CaseIterable {
    /// By the density of each batch, for each layer.
    case automatic
    /// Always over active lists.
    case sparse
    /// Always over all inputs.
    case dense
  }

  /// How many ranges work is cut into, to run at once.
  public var threadCount: Int {
    didSet { Self.check(threadCount) }
  }
  /// Which build of the kernels runs.
  public var instructionSet: InstructionSet
  /// Which products layers take.
  public var kernels: Kernels

  /// An execution; what is left out is chosen for speed.
  ///
  /// - Precondition: `threadCount` is positive.
  public init(
    threadCount: Int = Execution.processorCount, instructionSet: InstructionSet = .selected,
    kernels: Kernels = .automatic
  ) {
    Self.check(threadCount)
    self.threadCount = threadCount
    self.instructionSet = instructionSet
    self.kernels = kernels
  }

  private static func check(_ threadCount: Int) {
    guard threadCount > 0 else { fatalError("execution: \(threadCount) threads") }
  }

  /// All processors, the selected instruction set, kernels by density.
  public static var `default`: Execution { Execution() }

  /// Processors that are online.
  public static let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Cuts 0 ..< `count` into at most `threadCount` ranges of near-equal length and runs `body`
  /// on each, all at once, with the range's number.
  package func forEachRange(of count: Int, _ body: (Int, Range<Int>) -> Void) {
    let blockCount = min(threadCount, count)
    guard blockCount > 1 else {
      if count > 0 { body(0, 0..<count) }
      return
    }
    WorkerTeam.shared.run(blockCount: blockCount) { block in
      body(block, Self.range(block, of: blockCount, in: count))
    }
  }

  /// Range number `block` of `blockCount` near-equal ones: from ⌊block·count/blockCount⌋ on.
  package static func range(_ block: Int, of blockCount: Int, in count: Int) -> Range<Int> {
    block * count / blockCount..<(block + 1) * count / blockCount
  }
}
