// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension SweepPlan {
  /// A plan from what people write: `learning-rate=0.1,0.01`, `activation-l1=log-uniform:3e-6:3e-3`.
  ///
  /// Values with commas between them are a grid; where one option is drawn, all are, and lists are
  /// choices. Widths of several layers are written in brackets: `hidden=[100],[100,100]`.
  ///
  /// - Parameters:
  ///   - base: What all trials have in common; its seed is that of the draws, too.
  ///   - texts: One or more `OPTION=VALUES`.
  ///   - trialCount: How many to draw; nil for a grid.
  package init(
    base: TrainConfiguration, varying texts: [String], trialCount: Int?
  ) throws(ConfigurationError) {
    var varied: [(key: String, range: RandomRange)] = []
    for text in texts {
      let entry = try Self.varied(text)
      guard !varied.contains(where: { $0.key == entry.key }) else {
        throw .conflict(options: ["--vary \(text)"], reason: "its option is varied twice")
      }
      varied.append(entry)
    }
    let isDrawn = varied.contains { if case .choice = $0.range { false } else { true } }
    guard !varied.isEmpty else {
      throw .invalidValue(
        option: "--vary", expected: "at least one, as in learning-rate=0.1,0.01", found: "none")
    }
    guard isDrawn == (trialCount != nil) else {
      throw .conflict(
        options: ["--trials"],
        reason: isDrawn
          ? "how many to draw has to be said where an option is drawn"
          : "of no use without an option that is drawn, as in learning-rate=log-uniform:0.001:1")
    }
    var members = base.deviations
    for entry in varied { members[entry.key] = nil }
    let variation: Variation
    if let trialCount {
      variation = .random(count: trialCount, seed: base.seed, ranges: varied)
    } else {
      variation = .grid(
        varied.map { key, range in
          guard case .choice(let values) = range else { fatalError("sweep: \(key) is drawn") }
          return (key, values)
        })
    }
    self.init(base: members, variation: variation)
  }

  private static func varied(
    _ text: String
  ) throws(ConfigurationError) -> (key: String, range: RandomRange) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw .invalidValue(
        option: "--vary", expected: "OPTION=VALUES, as in learning-rate=0.1,0.01",
        found: "'\(text)'")
    }
    let names = TrainConfiguration.keys.map { (name: optionName(of: $0), value: $0) }
    let key = try TrainConfiguration.value(
      named: String(parts[0]), among: names, option: "--vary")
    guard let range = range(parsing: String(parts[1])) else {
      throw .invalidValue(
        option: "--vary \(parts[0])",
        expected: "values with commas between them, or uniform:A:B, log-uniform:A:B, integer:A:B"
          + " with A ≤ B",
        found: "'\(parts[1])'")
    }
    return (key, range)
  }

  /// `learning-rate` for `learningRate`.
  package static func optionName(of key: String) -> String {
    key.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : letter == "." ? " " : "\(letter)"
    }
  }

  private static func range(parsing text: String) -> RandomRange? {
    let kinds = ["uniform": "uniform", "log-uniform": "logUniform", "integer": "integer"]
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let kind = kinds[parts[0]] else {
      return values(parsing: text).map { .choice($0) }
    }
    guard parts.count == 3 else { return nil }
    return RandomRange(json: [kind: .array(parts.dropFirst().map(value(parsing:)))])
  }

  /// Values with commas between them, those within brackets aside; nil where one is empty.
  private static func values(parsing text: String) -> [JSONValue]? {
    var words = [""]
    var depth = 0
    for letter in text {
      depth += letter == "[" ? 1 : letter == "]" ? -1 : 0
      if letter == ",", depth == 0 {
        words.append("")
      } else {
        words[words.count - 1].append(letter)
      }
    }
    guard depth == 0, words.allSatisfy({ !$0.isEmpty }) else { return nil }
    return words.map(value(parsing:))
  }

  /// A number, true, an array as JSON writes them; anything else is a text.
  private static func value(parsing word: String) -> JSONValue {
    (try? JSONValue.parse(Array(word.utf8), path: "--vary")) ?? .string(word)
  }
}
