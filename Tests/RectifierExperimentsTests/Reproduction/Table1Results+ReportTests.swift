// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct Table1ReportTests {
  private let recipe = Table1Recipe()

  /// The section when the networks that a rule names are done, with test errors by their seed.
  private func section(where isDone: (Trial) -> Bool) throws -> ReportSection {
    let errors: [UInt64: Double] = [1: 0.014, 2: 0.015, 3: 0.019]
    func record(_ trial: Trial) -> TrialRecord? {
      guard isDone(trial) else { return nil }
      return try? Table1Samples.record(
        of: trial, validationErrorRate: 0.02, testErrorRate: errors[trial.configuration.seed] ?? 0)
    }
    let trials = try recipe.trials(given: record)
    let result = SweepResult(trials: trials, records: trials.map(record))
    return try Table1Results(recipe, given: record).section(
      ReportEvidence("all", records: result.records), of: result)
  }

  @Test func aCellThatIsDoneStandsBesideThePapers() throws {
    let section = try section { $0.configuration.data == "mnist" }
    let row = try #require(section.rows.first { $0.what == "test error, MNIST, rectifier" })
    #expect(row.published == "1.43 %" && row.place == "table 1")
    #expect(row.ours == "1.60 ± 0.26 %" && row.interval == "1.37 … 1.87 %")
    // Two rates with one seed, then three seeds.
    #expect(row.evidence.count == "5")
    let zeros = try #require(section.rows.first { $0.what == "zeros, MNIST, rectifier" })
    #expect(zeros.published == "83.4 %" && zeros.ours == "75.0 %")
    let details = try #require(section.tables.first?.rows.first { $0[0] == "MNIST, tanh" })
    #expect(details == ["MNIST, tanh", "0.1", "–", "6.0", "yes"])
  }

  @Test func whatIsNotDoneIsSaid() throws {
    let section = try section { $0.configuration.data == "mnist" && $0.configuration.seed == 1 }
    let mnist = try #require(section.rows.first { $0.what == "test error, MNIST, rectifier" })
    #expect(mnist.evidence.count == "3 of 5" && mnist.ours == "1.40 %")
    let glyphs = try #require(
      section.rows.first { $0.what == "test error, glyphs, tanh, pre-trained" })
    #expect(glyphs.published == "35.89 % (NISTP)" && glyphs.ours == nil)
    #expect(glyphs.evidence.state == "not run: 0 of at least 2 networks")
    #expect(section.evidence.count.contains("of at least"))
    #expect(section.rows.count == 1 + 4 * (6 + 2))
    #expect(section.tables.first?.rows.count == 6)
    #expect(!section.notes.contains { $0.contains("JPEG") })
    #expect(try self.section { _ in false }.tables == [])
  }

  @Test func whetherTheGoalIsReachedIsSaid() throws {
    let goal = try #require(try section { $0.configuration.data == "mnist" }.rows.first)
    #expect(goal.what.contains("with 70 … 90 % zeros") && goal.published == "1.43 %")
    // All three have the same validation error, so that the first is taken.
    #expect(goal.ours == "1.40 % at 75.0 % zeros: yes")
    #expect(try section { _ in false }.rows.first?.ours == nil)
  }
}
