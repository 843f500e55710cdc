// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Characters that are drawn as they are needed: 62 classes, 32 × 32 pixels, in the manner of NISTP.
///
/// A sample is one of our letterforms, put through the perturbations of NISTP in their order, with a
/// complexity drawn afresh for each. It depends on its part and number only, so that data sets of
/// any size begin with the same samples. `Documentation/Glyphs.md` lists what differs from NISTP.
///
/// *Source:* Bengio et al., "Deep Learners Benefit More from Out-of-Distribution Examples" (2011).
public struct GlyphRecipe: Hashable, Sendable {
  /// Which characters are drawn, and how much they are perturbed.
  public enum Variant: String, CaseIterable, Sendable {
    /// All 62 classes, complexity up to .7.
    case standard
    /// The ten digits, complexity up to .7.
    case digits
    /// All classes, complexity up to .2.
    case clean
    /// All classes, complexity up to .7, with noise, scratches and backgrounds on top.
    case noisy
  }

  /// Which characters are drawn, and how.
  public let variant: Variant
  /// Samples of the training part; nil for the usual number.
  public let sampleCount: Int?

  /// A recipe; 800 training samples a class unless told otherwise.
  ///
  /// - Precondition: `sampleCount` lies in ``sampleCounts``.
  public init(variant: Variant = .standard, sampleCount: Int? = nil) {
    if let sampleCount, !Self.sampleCounts.contains(sampleCount) {
      fatalError("glyphs: \(sampleCount) samples, expected \(Self.sampleCounts)")
    }
    self.variant = variant
    self.sampleCount = sampleCount
  }

  /// How many training samples can be asked for: as many as have their pixels in 16 GB.
  public static let sampleCounts = 1...16_000_000

  /// What every sample follows from; no seed of a training run has a part in it.
  static let seed = Seed(1)

  /// The classes' names in class order: digits, capitals, small letters.
  public var labels: [String] {
    variant == .digits ? Array(Letterforms.labels.prefix(10)) : Letterforms.labels
  }

  /// A short name for runs and messages, as in "glyphs-digits".
  public var name: String {
    variant == .standard ? Self.sourceName : "\(Self.sourceName)-\(variant.rawValue)"
  }

  /// How many samples a part has: 800 a class to learn from, and 100 each to validate and to test
  /// on.
  public func sampleCount(of part: Part) -> Int {
    let perClass = 100 * labels.count
    switch part {
    case .train: return sampleCount ?? 8 * perClass
    case .validation, .test: return perClass
    case .all: return sampleCount(of: .train) + 2 * perClass
    }
  }

  /// The class of a sample: all classes in turn.
  func label(of sample: Int) -> Int { sample % labels.count }

  /// Draws one sample into the workspace's image.
  ///
  /// - Precondition: `part` is not ``Part/all``.
  func draw(_ sample: Int, part: Part, into workspace: GlyphWorkspace) {
    var stream = Self.seed.stream(Self.streamName(of: part), epoch: sample)
    Letterforms.draw(label: label(of: sample), from: &stream, into: workspace.image)
    for module in modules {
      let complexity = largestComplexity * stream.uniform()
      module.apply(complexity: complexity, from: &stream, to: workspace)
    }
  }

  /// The perturbations in order.
  var modules: [GlyphModule] {
    variant == .noisy ? GlyphModule.allCases : GlyphModule.geometry
  }

  /// Complexities are drawn from 0 to this.
  var largestComplexity: Float { variant == .clean ? 0.2 : 0.7 }

  private static func streamName(of part: Part) -> String {
    switch part {
    case .train: return "glyphs train"
    case .validation: return "glyphs validation"
    case .test: return "glyphs test"
    case .all: fatalError("glyphs: a sample is of one part")
    }
  }
}
