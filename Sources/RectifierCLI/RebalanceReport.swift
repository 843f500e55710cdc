// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// What `rebalance` did, and what it changed.
struct RebalanceReport {
  let rescaling: Rescaling
  private let layers: [Layer]
  /// The two models on data, where there are any.
  private let check: (input: ModelInput, difference: OutputDifference)?

  /// What became of a hidden layer.
  private struct Layer {
    let name: String
    let factors: ClosedRange<Float>
    /// ‖w‖₂ of the units' incoming weights.
    let normsBefore: ClosedRange<Double>
    let norms: ClosedRange<Double>
  }

  /// - Throws: `ConfigurationError.conflict` where powers of two change a logit.
  init(_ rescaling: Rescaling, _ input: ModelInput?, execution: Execution) throws {
    self.rescaling = rescaling
    layers = rescaling.factors.enumerated().map { layer, factors in
      Layer(
        name: "hidden.\(layer)", factors: factors.min()!...factors.max()!,
        normsBefore: Self.norms(rescaling.original.network, layer: layer),
        norms: Self.norms(rescaling.model.network, layer: layer))
    }
    check = try input.map { ($0, try rescaling.check(on: $0.data, execution: execution)) }
    guard rescaling.isExact, let difference = check?.difference, difference.changedOutputCount > 0
    else { return }
    throw ConfigurationError.conflict(
      options: ["--alpha", "--unit-norm"],
      reason: "sums under- or overflow: with powers of two \(difference.changedOutputCount) of"
        + " \(difference.sampleCount) samples have other logits; take factors nearer to 1")
  }

  private static func norms(_ network: Network, layer: Int) -> ClosedRange<Double> {
    let norms = network.unitNorms(ofLayer: layer)
    return norms.min()!...norms.max()!
  }
}

/// For people.
extension RebalanceReport {
  func lines(modelPath: String) -> [String] {
    layers.map { layer in
      ResultText.title(layer.name) + "× \(Self.text(layer.factors)), norms of units"
        + " \(Self.text(layer.normsBefore)) → \(Self.text(layer.norms))"
    }
      + [
        "outputs     "
          + (rescaling.isExact
            ? "keep every bit, all factors are powers of two"
            : "are rounded in another way, not all factors are powers of two")
      ] + checkLines + ["model       \(modelPath)"]
  }

  private var checkLines: [String] {
    guard let (input, difference) = check else {
      return rescaling.isExact ? [] : ["check       none; --check DATA shows what changes"]
    }
    let label =
      difference.changedLabelCount.map { "\(NumberText.grouped($0)) changed labels, " } ?? ""
    return [
      "check       part \(input.part.rawValue) of \(input.sourceName),"
        + " \(NumberText.grouped(difference.sampleCount)) samples: "
        + (difference.changedOutputCount == 0
          ? "all logits equal to the last bit"
          : "\(NumberText.grouped(difference.changedOutputCount)) with other logits"),
      "            \(label)largest logit difference"
        + " \(NumberText.shortest(difference.largestDifference))",
    ] + input.notes.map { "note        \($0)" }
  }

  private static func text(_ factors: ClosedRange<Float>) -> String {
    let ends = [factors.lowerBound, factors.upperBound].map(NumberText.shortest)
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
  }

  private static func text(_ norms: ClosedRange<Double>) -> String {
    "\(NumberText.fixed(norms.lowerBound, decimals: 3)) … "
      + NumberText.fixed(norms.upperBound, decimals: 3)
  }
}

/// For programs.
extension RebalanceReport {
  func json(modelPath: String) -> JSONValue {
    [
      "model": .string(modelPath),
      "isExact": .bool(rescaling.isExact),
      "layers": .array(
        layers.map { layer in
          [
            "layer": .string(layer.name),
            "factors": [
              JSONValue(layer.factors.lowerBound), JSONValue(layer.factors.upperBound),
            ],
            "unitNormsBefore": Self.json(layer.normsBefore),
            "unitNorms": Self.json(layer.norms),
          ]
        }),
      "check": .optional(check) { check in
        [
          "part": .string(check.input.part.rawValue),
          "sampleCount": JSONValue(check.difference.sampleCount),
          "changedOutputCount": JSONValue(check.difference.changedOutputCount),
          "changedLabelCount": .optional(check.difference.changedLabelCount) { JSONValue($0) },
          "largestLogitDifference": JSONValue(check.difference.largestDifference),
        ]
      },
    ]
  }

  private static func json(_ range: ClosedRange<Double>) -> JSONValue {
    [JSONValue(range.lowerBound), JSONValue(range.upperBound)]
  }
}
