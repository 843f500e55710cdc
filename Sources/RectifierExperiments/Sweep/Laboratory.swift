// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// The measures of the sparsity laboratory that a record keeps, as numbers by their names.
struct Laboratory {
  /// What |h| is below to count as near zero: one of ``Zeros/thresholds``.
  private static let nearZero = 0.05

  private(set) var json = JSONObject()

  /// Measures a model on data.
  ///
  /// - Throws: What the measures throw.
  init(_ model: Model, on data: Dataset, execution: Execution) throws {
    let analysis = try Analysis.measure(model, on: data, execution: execution)
    if let zeros = analysis.zeros { add(zeros) }
    if let sizes = analysis.variableSize { add(sizes) }
    if let disentangling = analysis.disentangling { add(disentangling) }
    if let separability = analysis.separability { add(separability) }
    if let robustness = analysis.robustness { add(robustness) }
    if let storage = analysis.storage { add(storage) }
    if let linearity = analysis.linearity { add(linearity) }
  }

  private mutating func set(_ key: String, _ values: some Sequence<Double?>) {
    json[key] = TrialObserver.numbers(values)
  }

  private mutating func add(_ zeros: Zeros) {
    set("zeroFraction", zeros.layers.map(\.zeroFraction.value))
    let place = Zeros.thresholds.firstIndex(of: Self.nearZero)
    set(
      "nearZeroFraction",
      zeros.layers.map { layer in place.map { layer.nearZeroFractions[$0].value } })
    set("deadUnitCount", zeros.layers.map { Double($0.deadUnits.count) })
    set("alwaysOnUnitCount", zeros.layers.map { Double($0.alwaysOnUnits.count) })
    set("effectiveUnitCount", zeros.layers.map { $0.effectiveUnitCount?.value })
    set("restingShare", zeros.layers.map { $0.steadyState?.restingShare })
    set("meanShare", zeros.layers.map { $0.steadyState?.meanShare.value })
  }

  private mutating func add(_ sizes: VariableSize) {
    set("activeUnitCount", sizes.layers.map(\.mean.value))
    set("activeUnitDeviation", sizes.layers.map(\.deviation))
    set("marginCorrelation", sizes.layers.map { $0.marginCorrelation?.value })
    set("inkCorrelation", sizes.layers.map { $0.inkCorrelation?.value })
  }

  private mutating func add(_ disentangling: Disentangling) {
    func rows(_ value: (CodeChange) -> Double?) -> JSONValue {
      .array(disentangling.layers.map { TrialObserver.numbers($0.map(value)) })
    }
    set("moveSizes", disentangling.layers.first?.map(\.size) ?? [])
    json["overlap"] = rows(\.overlap.value)
    json["cosine"] = rows { $0.cosine?.value }
    json["relativeChange"] = rows { $0.relativeChange?.value }
    json["distanceChange"] = rows { $0.distanceChange?.value }
  }

  private mutating func add(_ separability: Separability) {
    json["inputProbeErrorRate"] = JSONValue(separability.inputErrorRate.value)
    set("probeErrorRate", separability.layerErrorRates.map(\.value))
    set("randomProbeErrorRate", separability.randomErrorRates.map(\.value))
  }

  private mutating func add(_ robustness: Robustness) {
    json["accuracy"] = JSONValue(robustness.accuracy.value)
    set("silencedFractions", robustness.silencedThroughout.map(\.level))
    set("silencedAccuracy", robustness.silencedThroughout.map(\.accuracy.value))
    set("noiseLevels", robustness.noisyThroughout.map(\.level))
    set("noisyAccuracy", robustness.noisyThroughout.map(\.accuracy.value))
    set("participation", robustness.participation.map { $0.mean?.value })
  }

  private mutating func add(_ storage: Storage) {
    set("positionBytes", storage.layers.map { $0.bytesPerSample(.positions).value })
    set("maskBytes", storage.layers.map { $0.bytesPerSample(.mask).value })
    set("denseBytes", storage.layers.map { $0.bytesPerSample(.dense).value })
  }

  private mutating func add(_ linearity: Linearity) {
    json["patternCount"] = JSONValue(linearity.joint.distinctCount)
    json["patternSampleCount"] = JSONValue(linearity.joint.sampleCount)
    json["largestPatternShare"] = JSONValue(linearity.joint.largestShare.fraction)
    json["largestMapDifference"] = JSONValue(linearity.largestMapDifference)
    json["relativeKinkDistance"] = .optional(linearity.relativeKinkDistance) {
      JSONValue($0.value)
    }
  }
}
