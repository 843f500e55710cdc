// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct SeparabilityTests {
  /// Points of four clouds around (±1, ±1), of which the class is whether the signs differ.
  static func crossed(rowCount: Int = 200) throws -> Dataset {
    var stream = Seed(4).stream("crossed")
    let classes = (0..<rowCount).map { Int32($0 / 2 % 2) }
    let rows = (0..<rowCount).map { n -> [Float] in
      let x: Float = n % 2 == 0 ? 1 : -1
      let y = n / 2 % 2 == 0 ? x : -x
      return [x + 0.4 * stream.uniform() - 0.2, y + 0.4 * stream.uniform() - 0.2]
    }
    return try Dataset(
      name: "crossed", features: .floats(Matrix(rows: rows)), targets: .classes(classes),
      labels: ["0", "1"])
  }

  /// h = (max(0, x + y − 1), max(0, −x − y − 1)) is 0 where the signs differ.
  @Test func whatNoLineDividesAndACodeDoes() throws {
    let model = try AnalysisCase.model(
      hidden: [[1, 1], [-1, -1]], output: [[1, 1], [0, 0]], hiddenBiases: [-1, -1])
    let found = try #require(try Separability.measure(model, on: Self.crossed()))
    #expect(found.sampleCount == 200)
    #expect(abs(found.inputErrorRate.value - 0.5) < 0.15)
    #expect(found.layerErrorRates == [Estimate(0, interval95: 0...0)])
    let data = try Self.crossed()
    guard case .classes(let classes) = data.targets else { return }
    let units = RandomUnits.codes(of: data, width: 2, seed: Seed(1), execution: .default)
    let probe = LinearProbe(
      classes: classes, labels: data.labels, foldCount: 5, seed: Seed(1), execution: .default)
    #expect(found.randomErrorRates == [try probe.errorRate(.floats(units))])
  }

  /// The folds are those of `Split`, and the interval is Student's over them.
  @Test func theRateIsTheMeanOverFolds() throws {
    let data = try AnalysisCase.data()
    guard case .classes(let classes) = data.targets else { return }
    let probe = LinearProbe(
      classes: classes, labels: data.labels, foldCount: 4, seed: Seed(3), execution: .default)
    let rate = try probe.errorRate(data.features)
    // Folds of ten rows: the mean is a number of fortieths.
    #expect(abs((rate.value * 40).rounded() - rate.value * 40) < 1e-9)
    #expect(rate.interval95?.contains(rate.value) == true)
    #expect(try probe.errorRate(data.features) == rate)
  }

  @Test func scaledFeaturesHaveMeanZeroAndDeviationOne() throws {
    let rows = Matrix(rows: [[1, 5, 0], [2, 5, 0], [3, 5, 6]])
    let data = try Dataset(name: "three", features: .floats(rows), targets: .none)
    let scale = FeatureScale(data, execution: .default)
    guard case .floats(let scaled) = try scale.applied(to: data).features else { return }
    let root = Float(1.5).squareRoot()
    for (found, expected) in zip(
      scaled.doubleColumns,
      [[-root, 0, root], [0, 0, 0], [-1, -1, 2].map { $0 / Float(2).squareRoot() }])
    {
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    }
    let sparse = try Dataset(
      name: "three", features: .sparse(SparseMatrix(rows)), targets: .none)
    guard
      case .sparse(let kept) = try FeatureScale(sparse, execution: .default).applied(to: sparse)
        .features
    else { return }
    #expect(kept.columns == SparseMatrix(rows).columns)
    #expect(abs(kept.values.last! - Float(3).squareRoot()) < 1e-6)
  }

  @Test func sparseInputsGiveAnErrorRateToo() throws {
    let data = try Self.crossed()
    guard case .floats(let rows) = data.features else { return }
    let sparse = try Dataset(
      name: "crossed", features: .sparse(SparseMatrix(rows)), targets: data.targets,
      labels: data.labels)
    let model = try AnalysisCase.model(
      hidden: [[1, 1], [-1, -1]], output: [[1, 1], [0, 0]], hiddenBiases: [-1, -1])
    let found = try #require(try Separability.measure(model, on: sparse))
    #expect(found.layerErrorRates[0].value == 0 && found.inputErrorRate.value > 0.3)
  }

  @Test func theSameForAnyThreadsAndOtherRowsForAnotherSeed() throws {
    let (model, data) = (try AnalysisCase.model(), try AnalysisCase.data())
    func measured(_ seed: UInt64, threads: Int) throws -> Separability? {
      try Separability.measure(
        model, on: data, sampleCount: 30, seed: Seed(seed),
        execution: Execution(threadCount: threads))
    }
    #expect(try measured(1, threads: 1) == measured(1, threads: 3))
    #expect(try measured(1, threads: 1) != measured(2, threads: 1))
  }

  @Test func withoutClassesThereIsNone() throws {
    let rows = Matrix(rows: (0..<20).map { [Float($0), 1, 2, 3, 4, 5] })
    let none = try Dataset(name: "none", features: .floats(rows), targets: .none)
    #expect(try Separability.measure(AnalysisCase.model(), on: none) == nil)
    let one = try Dataset(
      name: "one", features: .floats(rows),
      targets: .classes([Int32](repeating: 1, count: 19) + [2]),
      labels: AnalysisCase.labels)
    #expect(try Separability.measure(AnalysisCase.model(), on: one) == nil)
    #expect(
      try Separability.measure(AnalysisCase.model(), on: AnalysisCase.data().subset(0..<9)) == nil)
  }
}

extension Matrix {
  fileprivate var doubleColumns: [[Float]] {
    (0..<columnCount).map { column in (0..<rowCount).map { self[$0, column] } }
  }
}
