// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct Figure4ResultsTests {
  /// 5 % of errors with pre-training and 6 % without, at the rate of 0.01; 7 % at the other.
  private func results(
    _ budget: ReproductionBudget = .full, isDone: @escaping (Trial) -> Bool = { _ in true }
  ) throws -> Figure4Results {
    try Figure4Results(Figure4Recipe(budget: budget)) { trial in
      guard isDone(trial) else { return nil }
      let rate = trial.configuration.learningRate
      return try? Table1Samples.record(
        of: trial, validationErrorRate: Double(rate),
        testErrorRate: rate > 0.05 ? 0.07 : trial.pretraining == nil ? 0.06 : 0.05)
    }
  }

  @Test func aPointIsTheNetworkThatValidatesBest() throws {
    let results = try results()
    #expect(results.panels.map(\.dataName) == ["MNIST", "glyphs"])
    #expect((results.doneCount, results.trialCount, results.divergedCount) == (96, 96, 0))
    for curve in results.panels.flatMap(\.curves) {
      #expect(curve.points.count == 6)
      let errors = CountedRate(count: curve.isPretrained ? 500 : 600, sampleCount: 10_000)
      #expect(curve.points.allSatisfy { $0.errors == errors && $0.learningRate == 0.01 })
    }
    #expect(
      results.panels[0].curves.map(\.name)
        == ["tanh", "tanh, pre-trained", "rectifier", "rectifier, pre-trained"])
    #expect(results.panels[0].fraction(of: 500) == 0.01)
  }

  @Test func aPointThatHasNotAllRatesIsLeftOut() throws {
    let results = try results {
      $0.configuration.trainSampleCount == nil || $0.configuration.learningRate > 0.05
    }
    let counts = results.panels.map { $0.curves.map { $0.points.map(\.labelCount) } }
    #expect(counts[0].allSatisfy { $0 == [50_000] } && counts[1].allSatisfy { $0 == [49_600] })
    #expect(results.doneCount == 96 - 40)
  }

  @Test func thePapersNumbersEndInThoseOfItsTable() {
    let paper = Figure4Results.published
    #expect(paper.curves.allSatisfy { $0.points.count == 5 })
    let last = paper.curves.map { 100 * $0.points[4].errors.fraction }
    #expect(zip(last, [19.29, 17.66, 16.40, 16.46]).allSatisfy { abs($0 - $1) < 0.1 })
    let first = paper.curve(.rectifier, isPretrained: true)?.point(10_000)?.errors
    #expect(abs((first?.fraction ?? 0) - 0.381) < 1e-4)
    // As the bars of the figure: ± 0.4 points at 44.8 %.
    let interval = paper.curve(.rectifier, isPretrained: false)?.point(10_000)?.errors.interval95
    #expect(abs((interval.map { $0.upperBound - $0.lowerBound } ?? 0) - 0.008) < 2e-4)
    #expect(abs(paper.fraction(of: 10_000) - 0.0429) < 1e-4)
  }

  @Test func theDrawingHasAChartForEachDataSet() throws {
    let svg = try results().svg
    func count(_ text: String) -> Int { svg.ranges(of: text).count }
    #expect(count("<polyline ") == 12 && count(" bar\"") == 2 * 24 + 20)
    #expect(svg.contains(">ours: glyphs, 49600 labels in all</text>"))
    #expect(svg.contains(">paper: NORB, 233172 labels in all</text>"))
    // Without a network there is the paper's chart alone.
    #expect(try results { _ in false }.svg.ranges(of: "<polyline ").count == 4)
  }

  @Test func theReportHasTheGainOfPretraining() throws {
    let recipe = Figure4Recipe()
    let record = { (trial: Trial) -> TrialRecord? in
      try? Table1Samples.record(
        of: trial, validationErrorRate: Double(trial.configuration.learningRate),
        testErrorRate: trial.pretraining == nil ? 0.06 : 0.05)
    }
    let trials = try recipe.trials()
    let result = SweepResult(trials: trials, records: trials.map(record))
    let section = try Figure4Results(recipe, given: record)
      .section(ReportEvidence("command", records: result.records), of: result)
    #expect(section.rows.count == 24 && section.tables.count == 3 && section.figures.count == 1)
    // One per cent of the labels is no point of the paper's.
    #expect(section.rows[0].published == "–" && section.rows[0].ours == "−1.00 points*")
    let rectifier = section.rows[3]
    #expect(
      rectifier.what
        == "error with pre-training less that without, rectifier, MNIST, 4.3 % of the labels")
    #expect(rectifier.published == "−6.70 points* (NORB)")
    #expect(rectifier.evidence.doneCount == 4 && rectifier.evidence.isComplete)
    #expect(section.rows[11].published == "+0.10 points (NORB)")
    #expect(section.tables[2].rows[0][5] == "38.10 % (37.71 … 38.50 %)")
  }

  @Test func theDocumentHasItsKeys() throws {
    let json = try results(.smoke).json
    #expect(json["trialCount"] == 16 && json["doneCount"] == 16 && json["divergedCount"] == 0)
    let panels = try #require(json["panels"]?.arrayValue)
    #expect(panels.map { $0["data"] } == ["glyphs:digits?samples=300", "norb-cluttered"])
    let curve = panels[0]["curves"]?.arrayValue?[1]
    #expect(curve?["activation"] == "tanh" && curve?["pretraining"] == true)
    let point = curve?["points"]?.arrayValue?[0]
    #expect(point?["labelCount"] == 30 && point?["labelFraction"]?.doubleValue == 0.1)
    #expect(point?["testErrorRate"]?.doubleValue == 0.05)
    #expect(point?["interval95"]?.arrayValue?.count == 2)
  }
}
