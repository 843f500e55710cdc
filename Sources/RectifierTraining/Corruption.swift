// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What is done to inputs before a network in training sees them; what it is to learn stays clean.
///
/// Every choice follows from the seed, the pass over the data, the row's number in the data and the
/// column: not from the batch that a row is in, nor from who works on it. A row that comes twice in
/// one epoch, in two passes, is corrupted in two ways.
///
/// *Source:* Vincent, Larochelle, Lajoie, Bengio and Manzagol, "Stacked denoising autoencoders"
/// (2010), section 3.3; Glorot, Bordes and Bengio (2011), section 4.
public enum Corruption: Hashable, Sendable {
  /// Inputs stay as they are.
  case none
  /// Each input becomes 0 with probability `level`.
  case masking(level: Float)
  /// Each input becomes 0 with probability `zeros`, 1 with probability `ones`, and else stays.
  ///
  /// Of a level p, split evenly, both are p/2. Words that are present or absent lose a present one
  /// with probability `zeros` and gain an absent one with probability `ones`.
  case saltAndPepper(zeros: Float, ones: Float)
  /// To each input is added a number of N(0, deviation²).
  case gaussian(deviation: Float)

  /// Whether probabilities are from 0 to 1, also in sum, and a deviation is 0 or a normal number.
  package var isValid: Bool {
    switch self {
    case .none: true
    case .masking(let level): 0...1 ~= level
    case .saltAndPepper(let zeros, let ones): zeros >= 0 && ones >= 0 && zeros + ones <= 1
    case .gaussian(let deviation): deviation == 0 || (deviation.isNormal && deviation > 0)
    }
  }

  /// Random words that one input takes.
  var wordCount: Int {
    switch self {
    case .none: 0
    case .masking, .saltAndPepper: 1
    case .gaussian: 2
    }
  }
}
