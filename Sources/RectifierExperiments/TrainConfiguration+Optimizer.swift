// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

extension TrainConfiguration {
  /// Chooses the optimizer by its parts; a part that is nil stays as it was.
  ///
  /// - Parameters:
  ///   - momentum: The coefficient.
  ///   - place: The object of a file that the parts are from, for messages; nil for flags.
  /// - Throws: `ConfigurationError.conflict` where there is a part that the optimizer lacks.
  package mutating func setOptimizer(
    named name: String?, momentum: Float?, isNesterov: Bool?, place: String? = nil
  ) throws(ConfigurationError) {
    if let name {
      let chosen = try Self.optimizer(named: name)
      if chosen.name != optimizer.name { optimizer = chosen }
    }
    guard case .momentum(let coefficient, let wasNesterov) = optimizer else {
      let given = [("momentum", momentum != nil), ("nesterov", isNesterov != nil)]
        .filter(\.1).map { (place.map { "\($0)." } ?? "--") + $0.0 }
      guard given.isEmpty else {
        throw .conflict(
          options: given,
          reason: "only with the optimizer momentum, not with \(optimizer.name); leave out")
      }
      return
    }
    optimizer = .momentum(
      coefficient: momentum ?? coefficient, isNesterov: isNesterov ?? wasNesterov)
  }

  /// The coefficient of momentum; nil with another optimizer.
  var momentum: Float? {
    if case .momentum(let coefficient, _) = optimizer { coefficient } else { nil }
  }

  /// Whether the optimizer is Nesterov's momentum.
  var isNesterov: Bool {
    if case .momentum(_, let isNesterov) = optimizer { isNesterov } else { false }
  }

  func checkSteps() throws(ConfigurationError) {
    guard learningRate > 0, learningRate.isFinite else {
      throw .invalidValue(
        option: "--learning-rate", expected: "a finite number above 0", found: "\(learningRate)")
    }
    if let (name, expected, found) = optimizer.invalidConstant {
      throw .invalidValue(option: "--\(name)", expected: expected, found: found)
    }
    guard weightL2 >= 0, weightL2.isFinite else {
      throw .invalidValue(
        option: "--weight-l2", expected: "a finite number from 0 on", found: "\(weightL2)")
    }
  }
}
