// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct TunePlanTests {
  /// Stages as `bracket/epochs×count`.
  private func texts(_ stages: [TuneStage]) -> [String] {
    stages.map { "\($0.bracket ?? 0)/\($0.epochCount)×\($0.trials.count)" }
  }

  @Test func theOptionsAsGivenAreTheFirst() throws {
    let tune = try TuneCase()
    #expect(texts(try tune.stages(0) { _ in nil }) == ["0/1×1"])
    let base = try tune.stages(0) { _ in .some(0.5) }
    #expect(texts(base) == ["0/20×1", "0/7×1", "0/3×1", "0/1×1"])
    #expect(base[0].trials[0].configuration == TrainConfiguration(data: "digits"))
    // One that diverges does so with more epochs, too.
    #expect(texts(try tune.stages(0) { _ in .some(nil) }) == ["0/1×1"])
  }

  @Test func theBestThirdGoesOn() throws {
    let tune = try TuneCase()
    let lines = try tune.stages(1) { _ in nil }.last!.trials
    #expect(lines.count == 9 && Set(lines.map(\.recipeHash)).count == 9)
    // Later lines are better, but for one that diverges.
    func error(_ trial: Trial) -> Double?? {
      guard let index = lines.firstIndex(where: { $0.lineHash == trial.lineHash }) else {
        return nil
      }
      return index == 8 ? .some(nil) : .some(1 - Double(index) / 10)
    }
    let stages = try tune.stages(1, error: error).filter { $0.bracket == 1 }
    #expect(texts(stages) == ["1/20×1", "1/7×3", "1/3×9"])
    #expect(stages[1].trials.map(\.lineHash) == [7, 6, 5].map { lines[$0].lineHash })
    #expect(stages[0].trials.map(\.lineHash) == [lines[7].lineHash])
  }

  @Test func aRungThatIsNotCompleteIsWaitedFor() throws {
    let tune = try TuneCase()
    let lines = try tune.stages(1) { _ in nil }.last!.trials
    let missing = lines[4].recipeHash
    func error(_ trial: Trial) -> Double?? { trial.recipeHash == missing ? nil : .some(0.5) }
    #expect(try texts(tune.stages(1, error: error)).suffix(1) == ["1/3×9"])
    #expect(try tune.stages(1, error: error).count { $0.bracket == 1 } == 1)
    // Nobody waits for one that is passed over, and it does not go on.
    let stages = try tune.stages(1, passedOver: [missing], error: error)
    #expect(texts(stages.filter { $0.bracket == 1 }) == ["1/20×1", "1/7×3", "1/3×9"])
    #expect(stages.flatMap(\.trials).filter { $0.lineHash == lines[4].lineHash }.count == 1)
  }

  @Test func aBracketDependsOnNoOther() throws {
    let tune = try TuneCase()
    let three = try tune.stages(3) { _ in nil }
    let one = try tune.stages(1) { _ in nil }
    #expect(Array(three.prefix(2)) == one)
    #expect(texts(three) == ["0/1×1", "1/3×9", "2/3×9", "3/3×9"])
    #expect(tune.plan.bracketCount == 3)
    let hashes = three[2].trials.map(\.recipeHash)
    #expect(tune.plan.bracketCount(with: [hashes[3]]) == 2)
    #expect(tune.plan.bracketCount(with: [three[0].trials[0].recipeHash]) == 0)
  }

  @Test func theSeedAndNothingElseDecides() throws {
    func hashes(_ seed: UInt64, networks: Int = 28) throws -> [String] {
      try TuneCase(networks: networks) { $0.seed = seed }.plan.trials.map(\.lineHash)
    }
    #expect(try hashes(1) == hashes(1))
    #expect(try hashes(1) != hashes(2))
    // More networks change none of those before.
    #expect(try Array(hashes(1, networks: 40).prefix(hashes(1).count)) == hashes(1))
  }

  @Test func fewNetworksAreASmallBracket() throws {
    let tune = try TuneCase(networks: 5)
    #expect(
      texts(try tune.stages(1) { _ in .some(0.5) }).filter { $0.hasPrefix("1") }
        == ["1/20×1", "1/7×2", "1/3×4"])
    #expect(try TuneCase(networks: 1).plan.bracketCount == 0)
  }

  @Test func aTargetOfZerosHasNoSingleEpoch() throws {
    let tune = try TuneCase { $0.targetZeros = 0.8 }
    #expect(texts(try tune.stages(0) { _ in nil }) == ["0/3×1"])
    #expect(!tune.plan.keys.contains("activationL1"))
  }

  @Test(arguments: [0, -1, 100_001]) func otherNumbersAreRefused(count: Int) {
    #expect(throws: ConfigurationError.self) { try TuneCase(networks: count) }
  }

  @Test func whereNothingIsLeftToSearchThatIsSaid() {
    #expect(throws: ConfigurationError.self) {
      try TunePlan(
        TrainConfiguration(data: "digits"), isFixed: { _ in true }, networkCount: nil, metric: nil,
        format: nil)
    }
  }

  @Test func aFileReadsBackAsItWas() throws {
    let scratch = try ScratchFolder()
    let tune = try TuneCase(networks: 12, metric: .score(.rootMeanSquareError)) {
      ($0.seed, $0.batchSize) = (7, 5)
    }
    let path = try scratch.write(Array(try tune.plan.json.text(.indented).utf8), "tune.json")
    let found = try TunePlan(contentsOf: path)
    #expect(found == tune.plan)
    #expect(found.trials.map(\.recipeHash) == tune.plan.trials.map(\.recipeHash))
  }

  @Test(
    arguments: [
      ("{}", "search"), ("{\"metric\": \"eror\", \"search\": {}}", "did you mean 'error'?"),
      ("{\"serch\": 1}", "did you mean 'search'?"),
      ("{\"search\": {\"base\": {\"data\": \"a\"}, \"grid\": {\"seed\": [1]}}}", "draws"),
    ])
  func aFileThatIsNoneIsRefused(text: String, expected: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(Array(text.utf8), "tune.json")
    let error = #expect(throws: ConfigurationError.self) { try TunePlan(contentsOf: path) }
    #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
  }
}
