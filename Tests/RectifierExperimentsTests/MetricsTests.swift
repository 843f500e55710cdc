// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct MetricsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func report(_ epoch: Int, seconds: Double? = 0.5) -> EpochReport {
    EpochReport(
      epoch: epoch, trainingLoss: 0.25, trainingErrorRate: 0.125, validationLoss: 0.5,
      validationErrorRate: 0.0625, zeroFraction: [0.75, 0.5], deadUnitCount: [3, 0],
      isBest: epoch == 1, seconds: seconds,
      evaluationSeconds: 0.25)
  }

  @Test func theTableHasOneRowAnEpoch() {
    var metrics = Metrics(hiddenLayerCount: 2)
    metrics.append(report(1))
    metrics.append(report(2))
    #expect(
      metrics.text == """
        epoch,trainingLoss,trainingErrorRate,validationLoss,validationErrorRate,\
        hidden.0.zeroFraction,hidden.1.zeroFraction,hidden.0.deadUnitCount,hidden.1.deadUnitCount,\
        isBest,seconds,evaluationSeconds
        1,0.25,0.125,0.5,0.0625,0.75,0.5,3,0,1,0.5,0.25
        2,0.25,0.125,0.5,0.0625,0.75,0.5,3,0,0,0.5,0.25

        """)
    #expect(metrics.values(of: "seconds") == [0.5, 0.5])
    metrics.append(report(3, seconds: nil))
    #expect(metrics.text.hasSuffix(",0,,0.25\n"))
    #expect(metrics.values(of: "seconds") == [0.5, 0.5, nil])
  }

  @Test func adaptedCoefficientsHaveAColumn() throws {
    var metrics = Metrics(hiddenLayerCount: 1, adaptsL1: true)
    metrics.append(
      EpochReport(
        epoch: 1, trainingLoss: 0.25, trainingErrorRate: nil, validationLoss: 0.5,
        validationErrorRate: nil, zeroFraction: [0.75], deadUnitCount: [3], isBest: true,
        activationL1: 1e-5))
    #expect(
      metrics.text.hasSuffix(
        "activationL1,isBest,seconds,evaluationSeconds\n1,0.25,,0.5,,0.75,3,1e-05,1,,\n"))
    #expect(metrics.values(of: "activationL1") == [1e-5])
    let path = scratch.file("metrics.csv")
    try metrics.write(to: path)
    #expect(
      try Metrics(contentsOf: path, hiddenLayerCount: 1, adaptsL1: true, epochCount: 1) == metrics)
  }

  @Test func measuresOfTheTaskHaveColumns() throws {
    let kept: [Measure] = [.rootMeanSquareError, .weightedErrorRate]
    var metrics = Metrics(hiddenLayerCount: 0, measures: kept)
    for measures in [[.rootMeanSquareError: 0.75, .weightedErrorRate: 0.5], [:]]
      as [[Measure: Double]]
    {
      metrics.append(
        EpochReport(
          epoch: metrics.rows.count + 1, trainingLoss: 0.25, trainingErrorRate: 0.5,
          validationLoss: 0.5, validationErrorRate: 0.25, validationMeasures: measures,
          zeroFraction: [], deadUnitCount: [], isBest: true))
    }
    #expect(
      metrics.text == """
        epoch,trainingLoss,trainingErrorRate,validationLoss,validationErrorRate,validationRMSE,\
        validationWeightedErrorRate,isBest,seconds,evaluationSeconds
        1,0.25,0.5,0.5,0.25,0.75,0.5,1,,
        2,0.25,0.5,0.5,0.25,,,1,,

        """)
    #expect(metrics.values(of: "validationRMSE") == [0.75, nil])
    let path = scratch.file("metrics.csv")
    try metrics.write(to: path)
    let read = try Metrics(contentsOf: path, hiddenLayerCount: 0, measures: kept, epochCount: 2)
    #expect(read == metrics)
    #expect(throws: MetricsError.self) {
      try Metrics(contentsOf: path, hiddenLayerCount: 0, epochCount: 2)
    }
  }

  @Test func readingCutsBackToTheCheckpoint() throws {
    let path = scratch.file("metrics.csv")
    var metrics = Metrics(hiddenLayerCount: 2)
    for epoch in 1...4 { metrics.append(report(epoch, seconds: Double(epoch))) }
    try metrics.write(to: path)
    for count in 0...4 {
      let read = try Metrics(contentsOf: path, hiddenLayerCount: 2, epochCount: count)
      #expect(read.values(of: "seconds") == (0..<count).map { Double($0 + 1) })
    }
    #expect(
      try Metrics(contentsOf: path, hiddenLayerCount: 2, epochCount: 9) == metrics)
  }

  @Test func anEpochThatIsRepeatedReplacesItsRowAndThoseAfter() {
    var metrics = Metrics(hiddenLayerCount: 2)
    for epoch in 1...4 { metrics.append(report(epoch)) }
    metrics.append(report(2, seconds: 9))
    #expect(metrics.values(of: "seconds") == [0.5, 9])
  }

  @Test func aMissingFileHasNoRows() throws {
    let read = try Metrics(
      contentsOf: scratch.file("metrics.csv"), hiddenLayerCount: 1, epochCount: 3)
    #expect(read.rows.isEmpty)
  }

  @Test(arguments: [
    ("", 1), ("epoch\n1\n", 1), ("HEADER\n2,0,0,0,0,0,0,0,0,0,0,0\n", 2),
    ("HEADER\n1,0,0,0,0,0,0,0,0,0,0,0\n2,0\n", 3),
  ])
  func aForeignTableIsNamedWithItsLine(text: String, line: Int) throws {
    let header = Metrics(hiddenLayerCount: 2).text.dropLast()
    try scratch.write(Array(text.replacing("HEADER", with: header).utf8), "metrics.csv")
    let path = scratch.file("metrics.csv")
    let error = #expect(throws: MetricsError.self) {
      try Metrics(contentsOf: path, hiddenLayerCount: 2, epochCount: 5)
    }
    #expect(error?.line == line)
    #expect(error?.description.contains(path) == true)
  }
}
