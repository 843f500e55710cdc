// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct BenchTests {
  private var recipe: BenchRecipe {
    var recipe = BenchRecipe()
    recipe.hiddenWidths = [24, 16]
    recipe.inputCount = 20
    recipe.zeroFractions = [0, 0.9]
    recipe.batchSizes = [1, 10]
    recipe.threadCounts = [1, 2]
    recipe.budgetSeconds = 0.1
    return recipe
  }

  private let execution = Execution(threadCount: 1)

  @Test func everyCellIsMeasured() throws {
    var announced: [Int] = []
    let result = try Bench(recipe, execution: execution).run(.synthetic) { done, count in
      announced.append(done)
      #expect(count == 2 + 2 * 2 * 2 * 2)
    }
    #expect(announced == Array(0..<18))
    #expect(result.limits.map(\.threadCount) == [1, 2])
    #expect(result.rows.count == 16)
    #expect(result.sweeps.count == 8)
    for sweep in result.sweeps {
      #expect(sweep.rows.map(\.wantedZeroFraction) == [0, 0.9])
      #expect(sweep.breakEven != nil)
      #expect(sweep.rows[0].cost.multiplyAdds == sweep.rows[0].cost.denseMultiplyAdds)
      #expect(sweep.rows[1].cost.multiplyAdds < sweep.rows[1].cost.denseMultiplyAdds)
      for row in sweep.rows {
        #expect(abs(row.zeroFraction - row.wantedZeroFraction!) < 0.01)
        #expect(row.limits.threadCount == sweep.threadCount)
        #expect(row.times.rounds.count >= 3)
        #expect(row.fractionOfLimit > 0 && row.gigabytesPerSecond > 0)
        #expect(row.gigaflops <= row.denseEquivalentGigaflops)
      }
    }
  }

  @Test func ratesFollowFromTimes() throws {
    let limits = MachineLimits(
      threadCount: 1, multiplyAddsPerSecond: 1e9, readBytesPerSecond: 1e12,
      rewriteBytesPerSecond: 1e12)
    let architecture = try Architecture(
      inputCount: 16, hiddenWidths: [16], head: .identity(outputCount: 16))
    let activity = LayerActivity(activeFraction: [1, 0.5], touchedFraction: [1, 1])
    let row = BenchRow(
      work: .inference, threadCount: 1, batchSize: 4, wantedZeroFraction: 0.5,
      activity: activity, zeroFraction: 0.5,
      // Automatic, sparse, dense.
      times: InterleavedTimes(rounds: [[4e-6, 8e-6, 16e-6]]),
      cost: .inference(architecture, activity), limits: limits)
    #expect(abs(row.microseconds(.automatic).median - 1) < 1e-9)
    #expect(abs(row.microseconds(.dense).median - 4) < 1e-9)
    #expect(abs(row.ratio(of: .dense, to: .sparse).median - 2) < 1e-9)
    // 256 + 128 multiply-adds in a microsecond; 2048 bytes in four.
    #expect(abs(row.gigaflops - 0.768) < 1e-9)
    #expect(abs(row.denseEquivalentGigaflops - 1.024) < 1e-9)
    #expect(abs(row.gigabytesPerSecond - 0.512) < 1e-9)
    #expect(abs(row.limit.microseconds - 0.384) < 1e-9 && row.limit.by == .arithmetic)
    #expect(abs(row.fractionOfLimit - 0.384) < 1e-9)
  }

  @Test func aModelIsTimedOnItsOwnData() throws {
    let scratch = try ScratchFolder()
    var configuration = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    configuration.hiddenWidths = [8]
    configuration.epochCount = 1
    configuration.optimizer = .adam()
    let session = try TrainingSession.start(
      configuration, out: scratch.file("run"), environment: [:])
    #expect(try session.run(TrainingEvents()))
    let model = try Model(contentsOf: session.folder.modelPath)
    let source = try DataSource.resolve(configuration.data, dataFolder: nil, environment: [:])
    let data = try #require(try source.load()[.test])
    var recipe = recipe
    recipe.batchSizes = [1, 96]  // the 24 rows four times
    let result = try Bench(recipe, execution: execution).run(.model(model, data: data))
    #expect(!result.isSynthetic && result.architecture == model.network.architecture)
    #expect(result.rows.count == 2 * 2 * 2)
    #expect(result.sweeps.allSatisfy { $0.breakEven == nil && $0.rows.count == 1 })
    let evaluated = try Evaluation.evaluate(model, on: data).zeroFraction[0]
    let row = try #require(result.rows.first { $0.batchSize == 1 })
    #expect(row.wantedZeroFraction == nil)
    #expect(abs(row.zeroFraction - evaluated) < 1e-9)
    #expect(result.json["network"]?["synthetic"] == .bool(false))
    #expect(result.svg.contains("batch size"))
  }

  @Test func theChartHasAPanelForEachWorkAndBatchSize() throws {
    let svg = try Bench(recipe, execution: execution).run(.synthetic).svg
    for title in ["training", "inference"] {
      for size in [1, 10] { #expect(svg.contains(">\(title), batch \(size)<")) }
    }
    #expect(svg.contains(">20-24-16-10, 2 threads, "))
    #expect(svg.ranges(of: "<polyline").count == 4 * 3)
  }
}
