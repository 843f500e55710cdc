// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension TrialRecord {
  /// A number that was observed; nil where it was not, or is none.
  func observed(_ key: String) -> Double? { observed?[key]?.doubleValue }

  /// A number a hidden layer.
  func observedLayers(_ key: String) -> [Double?] { Self.numbers(observed?[key]) }

  /// That of the last hidden layer.
  func observedLast(_ key: String) -> Double? { observedLayers(key).last ?? nil }

  /// Of the last hidden layer, the number at the place where `places` has `value`.
  func observedLast(_ key: String, at value: Double, of places: String) -> Double? {
    let rows = observed?[key]?.arrayValue
    return number(Self.numbers(rows?.last), at: value, of: places)
  }

  /// The number at the place where `places` has `value`.
  func observed(_ key: String, at value: Double, of places: String) -> Double? {
    number(observedLayers(key), at: value, of: places)
  }

  /// The members that were observed after the last epoch that was looked at.
  func observedEpoch(_ epoch: ObservedEpoch, _ key: String) -> [Double?] {
    let epochs = observed?["epochs"]?.arrayValue ?? []
    let found = epoch == .first ? epochs.first : epochs.count > 1 ? epochs.last : nil
    return Self.numbers(found?[key])
  }

  private func number(_ numbers: [Double?], at value: Double, of places: String) -> Double? {
    guard let place = observedLayers(places).firstIndex(of: value), numbers.indices.contains(place)
    else { return nil }
    return numbers[place]
  }

  private static func numbers(_ value: JSONValue?) -> [Double?] {
    (value?.arrayValue ?? []).map(\.doubleValue)
  }
}

/// When a network in training was looked at.
enum ObservedEpoch {
  /// Before training.
  case first
  /// After the last epoch.
  case last
}
