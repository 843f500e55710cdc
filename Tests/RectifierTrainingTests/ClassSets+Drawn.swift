// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

extension ClassSets {
  /// Sets of which each has each class with probability 1/2; some are empty.
  static func drawn(_ stream: inout RandomStream, count: Int, classCount: Int) -> ClassSets {
    var sets: [[Int32]] = []
    for _ in 0..<count {
      sets.append((0..<Int32(classCount)).filter { _ in stream.integer(below: 2) == 1 })
    }
    return ClassSets(sets)
  }

  /// One row a sample, with 1 for each of its classes and 0 for the others.
  func indicators(count classCount: Int) -> [[Double]] {
    (0..<count).map { sample in (0..<classCount).map { self[sample].contains(Int32($0)) ? 1 : 0 } }
  }
}
