// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTraining

/// A disturbance whose numbers are drawn.
enum DrawnDisturbance {
  case silenced([Int])
  case noisy(deviation: Float, Seed)

  /// Changes the outputs of one row.
  ///
  /// - Parameters:
  ///   - noise: Room for as many numbers.
  ///   - number: Of the row in the data.
  func apply(
    to outputs: UnsafeMutableBufferPointer<Float>, noise: UnsafeMutableBufferPointer<Float>,
    number: Int, instructionSet: InstructionSet
  ) {
    switch self {
    case .silenced(let units): for unit in units { outputs[unit] = 0 }
    case .noisy(let deviation, let seed):
      seed.stream("row", epoch: number).copyNormals(into: noise, instructionSet: instructionSet)
      for unit in outputs.indices { outputs[unit] = outputs[unit] + deviation * noise[unit] + 0 }
    }
  }
}
