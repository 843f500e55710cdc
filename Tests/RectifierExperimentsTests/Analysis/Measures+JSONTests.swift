// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

/// Gradient flow, bounds and linear pieces of a network 6-5-4-3.
@Suite struct MeasuresJSONTests {
  private let network: Network
  private let data: Dataset

  init() throws {
    network = Network.drawn(
      try Architecture(inputCount: 6, hiddenWidths: [5, 4], head: .softmax(classCount: 3)))
    var stream = Seed(1).stream("data")
    data = try Dataset(
      name: "rows", features: .floats(stream.rows(20, 6)),
      targets: .classes((0..<20).map { Int32($0 % 3) }), labels: ["a", "b", "c"])
  }

  private func estimate(_ value: JSONValue?) -> Estimate? {
    guard let number = value?["value"]?.doubleValue else { return nil }
    let ends = value?["interval95"]?.arrayValue?.compactMap(\.doubleValue)
    return Estimate(number, interval95: ends.map { $0[0]...$0[1] })
  }

  @Test func estimates() {
    #expect(
      Estimate(2, interval95: 1...4).json
        == ["value": JSONValue(2.0), "interval95": [JSONValue(1.0), JSONValue(4.0)]])
    #expect(Estimate(2).json == ["value": JSONValue(2.0), "interval95": .null])
  }

  @Test func gradientFlow() {
    let flow = GradientFlow.measure(network, on: data)
    let json = flow.json
    #expect(json["sampleCount"] == 20 && json["layers"] == ["hidden.0", "hidden.1", "output"])
    for (layer, found) in flow.layers.enumerated() {
      #expect(
        estimate(json["preActivationGradientNorm"]?.arrayValue?[layer])
          == found.preActivationGradientNorm)
      #expect(estimate(json["weightGradientNorm"]?.arrayValue?[layer]) == found.weightGradientNorm)
      #expect(
        json["meanWeightGradientNorm"]?.arrayValue?[layer].doubleValue
          == found.meanWeightGradientNorm)
    }
    #expect(
      json["openFraction"]?.arrayValue?.map(estimate)
        == flow.layers.dropLast().map(\.openFraction))
    #expect(
      json["nonZeroSlopeFraction"]?.arrayValue?.map(estimate)
        == flow.layers.dropLast().map(\.nonZeroSlopeFraction))
    #expect(estimate(json["openPathFraction"]) == flow.openPathFraction)
    #expect(json["firstToLastRatio"]?.doubleValue == flow.firstToLastRatio)
  }

  @Test func bounds() {
    let bounds = Bounds.measure(network, on: data)
    let json = bounds.json
    #expect(json["sampleCount"] == 20 && json["layers"] == ["hidden.0", "hidden.1", "output"])
    func numbers(_ key: String) -> [Double]? { json[key]?.arrayValue?.compactMap(\.doubleValue) }
    let layers = bounds.layers
    #expect(
      json["largestActivation"]?.arrayValue?.compactMap(\.floatValue)
        == layers.map(\.largestActivation))
    #expect(
      json["largestWeight"]?.arrayValue?.compactMap(\.floatValue) == layers.map(\.largestWeight))
    #expect(json["largestBias"]?.arrayValue?.compactMap(\.floatValue) == layers.map(\.largestBias))
    #expect(numbers("rootMeanSquareActivation") == layers.map(\.rootMeanSquareActivation))
    #expect(numbers("weightNorm") == layers.map(\.weightNorm))
    #expect(numbers("largestRowNorm") == layers.map(\.largestRowNorm))
    #expect(
      json["activationNorm"]?.arrayValue?.compactMap(estimate) == layers.map(\.activationNorm))
  }

  @Test func linearity() throws {
    let linearity = try Linearity.measure(network, on: data)
    let json = linearity.json
    let patterns = (json["layers"]?.arrayValue ?? []) + [json["joint"] ?? .null]
    for (found, expected) in zip(patterns, linearity.layers + [linearity.joint]) {
      #expect(found["sampleCount"] == 20)
      #expect(found["distinctCount"] == JSONValue(expected.distinctCount))
      #expect(found["singleCount"] == JSONValue(expected.singleCount))
      #expect(found["largestCount"] == JSONValue(expected.largestCount))
      #expect(estimate(found["largestShare"]) == Estimate(expected.largestShare))
      #expect(estimate(found["unseenShare"]) == Estimate(expected.unseenShare))
    }
    #expect(patterns.count == 3 && json["pieceSampleCount"] == 16)
    #expect(estimate(json["kinkDistance"]) == linearity.kinkDistance)
    #expect(estimate(json["relativeKinkDistance"]) == linearity.relativeKinkDistance)
    #expect(json["largestMapDifference"]?.doubleValue == linearity.largestMapDifference)
  }
}
