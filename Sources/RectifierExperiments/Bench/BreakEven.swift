// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// From which fraction of zeros on the sparse kernels are faster than the dense ones.
package enum BreakEven: Equatable, Sendable {
  /// They already are at the least fraction measured.
  case always
  /// At this one, 0…1, interpolated between two that were measured.
  case at(Double)
  /// Not even at the largest.
  case never

  /// The first crossing of 1 by the ratio of sparse to dense time, whose logarithm is taken to be
  /// straight between neighbours.
  ///
  /// - Parameter points: Ascending fractions, at least one.
  package init(_ points: [(zeroFraction: Double, sparseToDense: Double)]) {
    guard let first = points.first else { fatalError("break-even: of no point") }
    if first.sparseToDense <= 1 {
      self = .always
      return
    }
    for (a, b) in zip(points, points.dropFirst()) where b.sparseToDense <= 1 {
      let (from, to) = (log(a.sparseToDense), log(b.sparseToDense))
      self = .at(a.zeroFraction + (b.zeroFraction - a.zeroFraction) * from / (from - to))
      return
    }
    self = .never
  }
}
