// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

extension RandomStream {
  /// Writes the numbers that as many calls of `uniform()` answer from the beginning of a block on; the
  /// stream stays where it is.
  ///
  /// The bytes are the same on every instruction set.
  ///
  /// - Parameters:
  ///   - block: The number of the block, four words a block.
  ///   - instructionSet: What the numbers are made with.
  package func copyUniforms(
    fromBlock block: UInt64, into output: UnsafeMutableBufferPointer<Float>,
    instructionSet: InstructionSet
  ) {
    guard let base = output.baseAddress, !output.isEmpty else { return }
    var stream = rectifier_stream(
      key: (key[0], key[1]), stream: (self.stream[0], self.stream[1]))
    rectifier_uniform(instructionSet.code, &stream, block, base, output.count)
  }
}
