// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// Numbers of the standard normal distribution, many at once, by the operations of
/// `RandomStream.normal()`.
enum BoxMuller {
  /// Turns u and 2πv into √(−2 log u) · cos 2πv, where u was; 2πv is lost.
  static func transform(
    _ values: UnsafeMutablePointer<Float>, cosines: UnsafeMutablePointer<Float>, count: Int,
    instructionSet: InstructionSet
  ) {
    rectifier_map(instructionSet.code, RECTIFIER_LOG, 0, values, values, count)
    rectifier_map(instructionSet.code, RECTIFIER_COS, 0, cosines, cosines, count)
    for i in 0..<count { values[i] = (-2 * values[i]).squareRoot() * cosines[i] }
  }
}

extension RandomStream {
  /// Writes the numbers that as many calls of `normal()` answer from the beginning of the stream on;
  /// the stream stays where it is.
  ///
  /// The bytes are the same on every instruction set.
  package func copyNormals(
    into output: UnsafeMutableBufferPointer<Float>, instructionSet: InstructionSet
  ) {
    guard let values = output.baseAddress else { return }
    let chunk = 1024
    let uniforms = AlignedBuffer<Float>(count: 2 * min(chunk, output.count))
    let cosines = AlignedBuffer<Float>(count: min(chunk, output.count))
    for begin in stride(from: 0, to: output.count, by: chunk) {
      let count = min(chunk, output.count - begin)
      // Two numbers each, and four of them a block.
      copyUniforms(
        fromBlock: UInt64(begin / 2),
        into: UnsafeMutableBufferPointer(start: uniforms.pointer, count: 2 * count),
        instructionSet: instructionSet)
      for i in 0..<count {
        values[begin + i] = 1 - uniforms.pointer[2 * i]
        cosines.pointer[i] = 2 * .pi * uniforms.pointer[2 * i + 1]
      }
      BoxMuller.transform(
        values + begin, cosines: cosines.pointer, count: count, instructionSet: instructionSet)
      for i in begin..<begin + count { values[i] += 0 }
    }
  }
}
