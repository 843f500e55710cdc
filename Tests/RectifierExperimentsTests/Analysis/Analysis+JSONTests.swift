// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct AnalysisJSONTests {
  /// A classifier 4-6-3-2 that was trained for an epoch, and its data.
  static func trained() throws -> (model: Model, data: Dataset) {
    var stream = Seed(2).stream("rows")
    let rows = (0..<40).map { n in
      (0..<4).map { _ in stream.uniform() + (n % 2 == 0 ? 0.5 : 0) }
    }
    let data = try Dataset(
      name: "rows", features: .floats(Matrix(rows: rows)),
      targets: .classes((0..<40).map { Int32($0 % 2) }), labels: ["even", "odd"])
    let architecture = try Architecture(
      inputCount: 4, hiddenWidths: [6, 3], head: .softmax(classCount: 2))
    let run = try TrainingRun(
      Network(architecture, seed: Seed(1)), training: data, validation: data,
      options: TrainingOptions(activationL1: [0, 0], epochCount: 1))
    while try run.epoch() != nil {}
    return (run.last, data)
  }

  @Test func everyClaimHasItsKeys() throws {
    let (model, data) = try Self.trained()
    let json = JSONValue.object(try Analysis.measure(model, on: data).json)
    func keys(_ value: JSONValue?) -> [String] { value?.objectValue?.keys ?? [] }
    func first(_ claim: String, _ list: String) -> JSONValue? {
      json[claim]?[list]?.arrayValue?.first
    }
    #expect(
      keys(json) == [
        "sampleCount", "errorRate", "loss", "zeros", "variableSize", "disentangling",
        "separability", "robustness", "storage", "gradientFlow", "bounds", "linearity",
      ])
    #expect(
      keys(first("zeros", "layers")) == [
        "activation", "zeroFraction", "zeroFractionByClass", "nearZeroFractions",
        "activeUnitCount", "effectiveUnitCount", "firingRates", "firingRateHistogram",
        "deadUnits", "deadRateLimit", "alwaysOnUnits", "steadyState",
      ])
    #expect(
      keys(first("zeros", "layers")?["steadyState"]) == [
        "range", "isObserved", "restingShare", "meanShare", "meanInputShare",
        "meanInputZeroFraction",
      ])
    #expect(
      keys(first("variableSize", "layers")) == [
        "unitCount", "mean", "deviation", "quantiles", "meanByClass", "marginCorrelation",
        "inkCorrelation",
      ])
    #expect(
      keys(first("disentangling", "layers")?.arrayValue?.first) == [
        "size", "overlap", "cosine", "relativeChange", "distanceChange",
      ])
    #expect(
      keys(json["separability"]) == [
        "sampleCount", "foldCount", "inputErrorRate", "layerErrorRates", "randomErrorRates",
      ])
    #expect(
      keys(json["robustness"]) == [
        "sampleCount", "drawCount", "accuracy", "silencedLayers", "silencedThroughout",
        "noisyLayers", "noisyThroughout", "participation",
      ])
    #expect(
      keys(first("storage", "layers")) == [
        "unitCount", "activeCount", "byteCounts", "bytesPerSample", "smallestForm",
      ])
    #expect(first("storage", "layers")?["byteCounts"]?["dense"] == 960)
    let silenced = try #require(json["robustness"]?["silencedThroughout"]?.arrayValue)
    #expect(
      silenced.compactMap { $0["fraction"]?.doubleValue } == Robustness.defaultFractions)
    _ = try json.text(.indented, nonFinite: .null)
  }

  @Test func anEstimateIsAValueAndTwoEnds() {
    #expect(
      Estimate(0.5, interval95: 0.25...1).json == [
        "value": JSONValue(0.5), "interval95": .array([JSONValue(0.25), JSONValue(1.0)]),
      ])
    #expect(Estimate(2).json == ["value": JSONValue(2.0), "interval95": .null])
  }

  @Test func whatWasNotAskedForIsNull() throws {
    let (model, data) = try Self.trained()
    let json = try Analysis.measure(model, on: data, options: AnalysisOptions(claims: [.storage]))
      .json
    #expect(json["zeros"] == .null && json["robustness"] == .null && json["storage"] != .null)
  }
}
