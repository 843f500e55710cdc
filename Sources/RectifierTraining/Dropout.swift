// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How many inputs and hidden units each training sample goes without.
///
///     h̃[n, u] = m[n, u] · h[n, u],   m = 0 with probability p, else 1/(1 − p)
///
/// in training, so that the mean of h̃ is h; measurements and predictions see h itself. m also
/// multiplies the derivative, and a penalty on activations is on h̃: its mean is that on h, and a
/// unit that was dropped costs nothing.
///
/// Every m follows from the seed, the pass over the data, the row's number in them and the unit: not
/// from the batch that a row is in, nor from who works on it.
///
/// *Source:* Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to
/// prevent neural networks from overfitting" (2014), section 4; the scale in training rather than
/// afterwards is their section 10.
public struct Dropout: Hashable, Sendable {
  /// p of the inputs, 0 or more and below 1.
  public let input: Float
  /// p of each hidden layer's units, 0 or more and below 1; none where no hidden layer has any.
  public let hidden: [Float]

  /// Nothing is dropped.
  public static let none = Dropout()

  /// Rates of the inputs and of each hidden layer; hidden rates that are all 0 are as good as none.
  public init(input: Float = 0, hidden: [Float] = []) {
    self.input = input
    self.hidden = hidden.allSatisfy { $0 == 0 } ? [] : hidden
  }

  /// The hidden layers that have units to drop.
  package var hiddenLayers: Set<Int> { Set(hidden.indices.filter { hidden[$0] != 0 }) }

  /// What a rate may be, for messages.
  package static let rateRange = "a rate from 0 on and below 1"

  /// Whether units can be dropped at that rate: something has to be left.
  package static func isValid(rate: Float) -> Bool { (0..<1).contains(rate) }

  /// Whether the rates can be used on so many hidden layers.
  func check(hiddenCount: Int) throws(TrainingError) {
    guard hidden.isEmpty || hidden.count == hiddenCount else {
      throw .invalidOption(
        name: "dropout", expected: "one rate for each of \(hiddenCount) hidden layers",
        found: "\(hidden.count)")
    }
    for (name, rate) in [("input dropout", input)] + hidden.map({ ("dropout", $0) })
    where !Self.isValid(rate: rate) {
      throw .invalidOption(name: name, expected: Self.rateRange, found: "\(rate)")
    }
  }
}

extension Dropout: Codable {
  private enum CodingKeys: String, CodingKey {
    case input, hidden
  }

  /// Decodes both members; either may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      input: try container.decodeIfPresent(Float.self, forKey: .input) ?? 0,
      hidden: try container.decodeIfPresent([Float].self, forKey: .hidden) ?? [])
  }
}
