// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// What `Disentangling` keeps of the samples, for one layer and one size of the move.
struct CodeChangeSums {
  private var overlaps: [Double] = []
  private var cosines: [Double] = []
  private var relativeChanges: [Double] = []
  private var changes: [Double] = []

  /// Adds a sample: its code, and that of the input that was moved.
  mutating func add(_ before: some Sequence<Float>, _ after: UnsafeBufferPointer<Float>) {
    var (both, either) = (0, 0)
    var (product, squaresBefore, squaresAfter, squaresOfChange) = (0.0, 0.0, 0.0, 0.0)
    for (a, b) in zip(before, after) {
      if a != 0 || b != 0 { either += 1 }
      if a != 0 && b != 0 { both += 1 }
      let (a, b) = (Double(a), Double(b))
      product += a * b
      squaresBefore += a * a
      squaresAfter += b * b
      squaresOfChange += (b - a) * (b - a)
    }
    changes.append(squaresOfChange.squareRoot())
    overlaps.append(either == 0 ? 1 : Double(both) / Double(either))
    if squaresBefore > 0 {
      relativeChanges.append((squaresOfChange / squaresBefore).squareRoot())
      if squaresAfter > 0 {
        cosines.append(product / (squaresBefore.squareRoot() * squaresAfter.squareRoot()))
      }
    }
  }

  /// - Parameters:
  ///   - size: The length of the move.
  ///   - distance: Dₕ.
  /// - Precondition: A sample was added.
  func result(size: Double, distance: Double) -> CodeChange {
    CodeChange(
      size: size, overlap: SampleMoments(overlaps)!.estimate,
      cosine: SampleMoments(cosines)?.estimate,
      relativeChange: SampleMoments(relativeChanges)?.estimate,
      distanceChange: distance > 0
        ? SampleMoments(changes.map { $0 / distance })?.estimate : nil)
  }
}
