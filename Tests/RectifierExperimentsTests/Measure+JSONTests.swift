// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct MeasureJSONTests {
  private let measures: [Measure: Estimate] = [
    .determination: Estimate(0.25, interval95: -0.5...0.75), .macroF1: Estimate(0.125),
    .rootMeanSquareError: Estimate(0.75, interval95: 0.5...1),
  ]

  @Test func valuesAndIntervalsHaveTheirNames() throws {
    var object: JSONObject = ["loss": 1]
    object.set(measures)
    object.set(validation: [.rootMeanSquareError: 0.5, .microF1: 0.75])
    #expect(
      try JSONValue.object(object).text() == """
        {"loss":1,"macroF1":0.125,"r2":0.25,"r2Interval":[-0.5,0.75],"rmse":0.75,\
        "rmseInterval":[0.5,1.0],"validationMicroF1":0.75,"validationRMSE":0.5}
        """)
    let fields = try JSONFields(.object(object), place: "results")
    #expect(try fields.measures() == measures)
    #expect(try fields.validationMeasures() == [.rootMeanSquareError: 0.5, .microF1: 0.75])
  }

  @Test func withoutMeasuresNothingIsSaid() throws {
    var object: JSONObject = ["loss": 1]
    object.set([Measure: Estimate]())
    object.set(validation: [:])
    #expect(object == ["loss": 1])
    #expect(try JSONFields(.object(object), place: "results").measures().isEmpty)
  }

  @Test(arguments: [
    ("rmse", "\"x\""), ("rmseInterval", "[1]"), ("rmseInterval", "[2,1]"),
    ("rmseInterval", "[1,{}]"),
    ("rmseInterval", "0.5"),
  ])
  func otherThingsAreRefused(key: String, text: String) throws {
    var object: JSONObject = ["rmse": 1]
    object[key] = try JSONValue.parse(Array(text.utf8), path: "text")
    let fields = try JSONFields(.object(object), place: "results")
    let error = #expect(throws: ConfigurationError.self) { try fields.measures() }
    #expect(error?.description.contains("results.\(key)") == true)
  }

  @Test func everyMeasureHasKeysOfItsOwn() {
    let keys = Measure.allCases.flatMap {
      [$0.rawValue, $0.rawValue + "Interval", $0.validationKey]
    }
    #expect(Set(keys).count == keys.count)
    #expect(Set(Measure.allCases.map(\.title)).count == Measure.allCases.count)
    // A line's title has 12 columns.
    #expect(Measure.allCases.allSatisfy { $0.title.count < 12 })
  }
}
