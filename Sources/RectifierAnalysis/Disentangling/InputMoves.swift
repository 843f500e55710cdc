// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTraining

/// Moves the rows of a batch by given lengths, each along a direction of its own.
final class InputMoves {
  private let data: Dataset
  private let lengths: [Double]
  private let seed: Seed
  private let execution: Execution
  private let stride: Int
  private let inputs: AlignedBuffer<Float>
  private let directions: AlignedBuffer<Float>
  private let moved: AlignedBuffer<Float>
  private var rowCount = 0

  init(
    _ data: Dataset, lengths: [Double], seed: Seed, rowCapacity: Int, execution: Execution
  ) {
    self.data = data
    self.lengths = lengths
    self.seed = seed
    self.execution = execution
    stride = PanelLayout.padded(data.featureCount)
    inputs = AlignedBuffer(count: rowCapacity * stride)
    directions = AlignedBuffer(count: rowCapacity * stride)
    moved = AlignedBuffer(count: rowCapacity * stride)
  }

  /// Takes rows of the data, and draws their directions.
  func take(_ rows: UnsafeBufferPointer<Int32>) {
    rowCount = rows.count
    data.copyFeatures(
      rows: rows, into: inputs.pointer, stride: stride, instructionSet: execution.instructionSet)
    execution.forEachRange(of: rows.count) { _, range in
      for place in range { draw(place, row: Int(rows[place])) }
    }
  }

  /// The rows taken, moved by one of the lengths; they stay until the next call.
  func move(_ length: Int) -> UnsafePointer<Float> {
    let length = lengths[length]
    for place in 0..<rowCount * stride {
      moved.pointer[place] =
        Float(Double(inputs.pointer[place]) + length * Double(directions.pointer[place]))
    }
    return UnsafePointer(moved.pointer)
  }

  /// Draws a row's direction, a vector of length 1.
  private func draw(_ place: Int, row: Int) {
    let direction = UnsafeMutableBufferPointer(
      start: directions.pointer + place * stride, count: data.featureCount)
    seed.stream("disentangling directions", epoch: row)
      .copyNormals(into: direction, instructionSet: execution.instructionSet)
    let squares = direction.reduce(0.0) { $0 + Double($1) * Double($1) }
    guard squares > 0 else { return }
    let scale = 1 / squares.squareRoot()
    for i in direction.indices { direction[i] = Float(Double(direction[i]) * scale) }
  }
}
