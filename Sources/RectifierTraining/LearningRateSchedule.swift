// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// How the learning rate goes through a run: a pure function of epoch and step.
public enum LearningRateSchedule: Hashable, Sendable {
  /// Always the same.
  case constant
  /// Multiplied after each epoch by a rate from above 0 to 1.
  ///
  ///     learning rate · rate^(epoch − 1)
  ///
  /// *Source:* the values of PyTorch's ExponentialLR.
  case exponential(Float)
  /// From the full rate in the first step to nearly none in the last, along half a period.
  ///
  ///     ½ · learning rate · (1 + cos(π t / T))
  ///
  /// with t steps done of T = epochs · steps an epoch. *Source:* Loshchilov and Hutter (2017),
  /// equation 5, without restarts.
  case cosine
}

extension LearningRateSchedule: CustomStringConvertible {
  /// The name on the command line and in files: `constant`, `exponential:0.95`, `cosine`.
  public var name: String {
    switch self {
    case .constant: "constant"
    case .exponential(let rate): "exponential:\(rate)"
    case .cosine: "cosine"
    }
  }

  /// The name.
  public var description: String { name }

  /// The schedule of a name; nil where there is none, or its rate is out of range.
  public init?(name: String) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts[0], parts.count) {
    case ("constant", 1): self = .constant
    case ("cosine", 1): self = .cosine
    case ("exponential", 2):
      guard let rate = Float(parts[1]) else { return nil }
      self = .exponential(rate)
    default: return nil
    }
    guard isValid else { return nil }
  }

  /// Whether the rate is in its range.
  package var isValid: Bool {
    guard case .exponential(let rate) = self else { return true }
    return rate > 0 && rate <= 1
  }
}

extension LearningRateSchedule: Codable {
  /// Decodes a name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let schedule = LearningRateSchedule(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no schedule \"\(name)\"")
    }
    self = schedule
  }

  /// Encodes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension TrainingOptions {
  /// The learning rate of a step: a function of the options and its arguments alone, with the same
  /// bits on every system.
  ///
  /// - Parameters:
  ///   - epoch: From 1 on.
  ///   - step: In the epoch, from 1 on.
  ///   - stepCount: Steps of an epoch.
  public func learningRate(epoch: Int, step: Int, stepCount: Int) -> Float {
    switch schedule {
    case .constant: return learningRate
    case .exponential(let rate):
      return Float(Double(learningRate) * Double(rate).raised(to: epoch - 1))
    case .cosine:
      let done = Double((epoch - 1) * stepCount + step - 1) / Double(epochCount * stepCount)
      // ½ (1 + cos x) = cos² (x / 2), whose last steps do not cancel.
      let cosine = Double(Elementary.cos(Float(Double.pi / 2 * done)))
      return Float(Double(learningRate) * (cosine * cosine))
    }
  }
}
