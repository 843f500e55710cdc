// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// How many bytes the codes of one hidden layer take.
public struct LayerStorage: Equatable, Sendable {
  /// Samples that were encoded.
  public let sampleCount: Int
  /// Units of the layer.
  public let unitCount: Int
  /// Outputs over all samples that are not exactly zero.
  public let activeCount: Int
  /// The same a sample, with Student's interval over samples.
  public let activeUnitCount: Estimate

  /// Bytes of all samples, without the file's header, in a form.
  public func byteCount(_ form: CodeForm) -> Int {
    form.byteCount(rowCount: sampleCount, unitCount: unitCount, activeCount: activeCount)
  }

  /// The form of the fewest bytes.
  public var smallestForm: CodeForm {
    .smallest(rowCount: sampleCount, unitCount: unitCount, activeCount: activeCount)
  }

  /// Bytes a sample in a form, with Student's interval over samples.
  ///
  ///     positions  8 + 8a,   mask  ⌈u/8⌉ + 4a,   dense  4u,   a active ones of u units
  public func bytesPerSample(_ form: CodeForm) -> Estimate {
    let (fixed, each): (Double, Double) =
      switch form {
      case .positions: (8, 8)
      case .mask: (Double((unitCount + 7) / 8), 4)
      case .dense: (Double(4 * unitCount), 0)
      }
    return Estimate(
      fixed + each * activeUnitCount.value,
      interval95: activeUnitCount.interval95.map {
        fixed + each * $0.lowerBound...fixed + each * $0.upperBound
      })
  }
}
