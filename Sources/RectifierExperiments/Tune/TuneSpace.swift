// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// What is searched: the options that nobody has fixed, and what each is drawn from.
///
/// Values that cannot be used with the options that are fixed are not among them.
package enum TuneSpace {
  /// All that is searched where nothing is fixed, by the keys of a configuration.
  static let keys = [
    "hidden", "learningRate", "optimizer", "activationL1", "targetZeros", "ngrams", "vocabulary",
  ]

  /// - Parameters:
  ///   - base: The options that are fixed, the defaults of the others, and the data.
  ///   - isFixed: Whether an option must stay, by its key.
  ///   - format: The form of the training file; nil for data without rows.
  /// - Returns: Ranges by the keys of a configuration, none of which has one value alone.
  static func ranges(
    around base: TrainConfiguration, isFixed: (String) -> Bool, format: RowFormat?
  ) -> [(key: String, range: RandomRange)] {
    let hasText = format == .fasttext || format == .text || !base.input.table.texts.isEmpty
    var all = [("hidden", widths), ("learningRate", rates(around: base))]
    // A rate belongs to its optimizer. On words Adam is slow, since every row of the first weights
    // changes in each step, and yet the better one where texts are few: rare words learn as fast.
    if !["learningRate", "momentum", "nesterov"].contains(where: isFixed) {
      all.append(("optimizer", .choice(Optimizer.all.map { .string($0.name) })))
    }
    // Either says how many zeros there are to be.
    if !isFixed("activationL1"), !isFixed("targetZeros") {
      all += [("activationL1", penalties), ("targetZeros", targets)]
    }
    if hasText { all += [("ngrams", longestNGrams), ("vocabulary", vocabularies)] }
    return all.compactMap { key, range in
      isFixed(key) ? nil : usable(range, of: key, with: base).map { (key, $0) }
    }
  }

  /// No hidden layer, and one to three of three widths.
  private static let widths = RandomRange.choice(
    ([[], [100], [300], [1000], [300, 300], [1000, 1000], [300, 300, 300], [1000, 1000, 1000]]
      as [[Int]]).map { JSONValue($0) })

  /// A decade on either side of the optimizer's default.
  private static func rates(around base: TrainConfiguration) -> RandomRange {
    let usual = base.optimizer.defaultLearningRate
    return .logUniform(usual / 10...usual * 10)
  }

  private static let penalties = RandomRange.choice(
    ([0, 1e-5, 1e-4, 1e-3] as [Float]).map { JSONValue([$0]) })

  private static let targets = RandomRange.choice(
    [.null, .null, .null, JSONValue(Float(0.7)), JSONValue(Float(0.9))])

  private static let longestNGrams = RandomRange.choice([1, 2, 3])

  private static let vocabularies = RandomRange.choice([5000, 20_000, 50_000])

  /// The range without choices that the options refuse; nil where less than two are left.
  private static func usable(
    _ range: RandomRange, of key: String, with base: TrainConfiguration
  ) -> RandomRange? {
    guard case .choice(let values) = range else { return range }
    // Layers that were pre-trained have their widths.
    if key == "hidden", base.pretrained != nil { return nil }
    let usable = values.filter { value in
      var members = base.deviations
      members[key] = value
      return (try? TrainConfiguration(json: .object(members), place: "tune")) != nil
    }
    let count = usable.indices.count { !usable[..<$0].contains(usable[$0]) }
    return count < 2 ? nil : .choice(usable)
  }
}
