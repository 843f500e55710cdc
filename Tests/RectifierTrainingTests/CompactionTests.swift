// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct CompactionTests {
  static let silent = [[1, 6], [0, 4]]

  /// A network 6-8-5-3 of which some units are silent for features of the usual size.
  static func model(
    silent: [[Int]] = silent, activation: Activation = .rectifier, hasSignMask: Bool = false,
    head: OutputHead = .softmax(classCount: 3), facts: TrainingFacts? = nil
  ) throws -> Model {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [8, 5], activations: [activation], hasSignMask: hasSignMask,
      head: head)
    // With biases above 0 all others fire.
    var network = Network.drawn(architecture, seed: 2)
    for layer in 0..<2 {
      network.parameters.set(
        layer: layer, weights: network.parameters.weights(ofLayer: layer),
        biases: network.parameters.biases(ofLayer: layer).map { $0 + 0.5 })
    }
    return Model(
      network: network.silencing(silent),
      preprocessing: Preprocessing(divisor: 1), imageShape: nil,
      labels: head.classCount == nil ? [] : SmallTraining.labels,
      facts: try facts ?? EvaluationTests.model().facts)
  }

  static let executions = InstructionSet.available.flatMap { set in
    Execution.Kernels.allCases.flatMap { kernels in
      [1, 3].map { Execution(threadCount: $0, instructionSet: set, kernels: kernels) }
    }
  }

  /// Rows enough that every unit fires that can.
  private static func calibration(_ count: Int = 300) throws -> Dataset {
    try SmallTraining.data("calibration", rowCount: count)
  }

  @Test(arguments: OutputHead.all(outputCount: 3), [false, true])
  func onCalibrationDataNoBitChanges(head: OutputHead, hasSignMask: Bool) throws {
    let model = try Self.model(hasSignMask: hasSignMask, head: head)
    let data = try Self.calibration()
    let expected = try model.outputs(for: data).bits
    for execution in Self.executions {
      let compaction = try model.compacted(on: data, execution: execution)
      #expect(compaction.original == model && compaction.removedUnits == Self.silent)
      #expect(compaction.model.network == model.network.removingUnits(Self.silent))
      #expect(compaction.model.network.architecture.hiddenWidths == [6, 3])
      #expect(try compaction.model.outputs(for: data, execution: execution).bits == expected)
    }
  }

  @Test(arguments: Activation.all)
  func whateverIsZeroThroughoutGoes(activation: Activation) throws {
    let model = try Self.model(activation: activation)
    let compaction = try model.compacted(on: Self.calibration())
    #expect(compaction.removedUnits == Self.silent)
    let data = try SmallTraining.data("asked", rowCount: 40)
    #expect(try compaction.model.outputs(for: data).bits == model.outputs(for: data).bits)
    let lively = try Self.model(silent: [[], []], activation: activation)
    let kept = try lively.compacted(on: Self.calibration())
    #expect(kept.removedUnits == [[], []] && kept.model.network == lively.network)
  }

  @Test func aLayerThatNeverFiresKeepsItsFirstUnit() throws {
    let model = try Self.model(silent: [[2], Array(0..<5)])
    let compaction = try model.compacted(on: Self.calibration())
    #expect(compaction.removedUnits == [[2], [1, 2, 3, 4]])
    #expect(compaction.model.network.architecture.hiddenWidths == [7, 1])
    let data = try Self.calibration()
    #expect(try compaction.model.outputs(for: data).bits == model.outputs(for: data).bits)
  }

  @Test func everythingElseStays() throws {
    let facts = try SmallTraining.run().last.facts
    let network = try Self.model().network
    let model = Model(
      network: network, preprocessing: Preprocessing(divisor: 1),
      imageShape: ImageShape(height: 2, width: 3, channels: 1), labels: SmallTraining.labels,
      facts: facts)
    let data = try Self.calibration(50)
    let compacted = try model.compacted(on: data, reordering: true).model
    #expect(compacted.preprocessing == model.preprocessing && compacted.labels == model.labels)
    #expect(compacted.imageShape == model.imageShape && compacted.facts == facts)
    let calibration = DataFacts(rowCount: 50, checksum: data.checksum)
    let first = CompactionFacts(hiddenWidths: [8, 5], calibration: calibration, isReordered: true)
    #expect(model.compactions.isEmpty && compacted.compactions == [first])
    let again = try compacted.compacted(on: data).model
    let widths = compacted.network.architecture.hiddenWidths
    let second = CompactionFacts(
      hiddenWidths: widths, calibration: calibration, isReordered: false)
    #expect(again.compactions == [first, second])
  }

  @Test func reorderedUnitsFireLessAndLess() throws {
    let model = try Self.model(hasSignMask: true)
    let data = try Self.calibration()
    let activity = try UnitActivity.measure(model, on: data)
    let compaction = try model.compacted(on: data, reordering: true)
    #expect(compaction.removedUnits == Self.silent)
    let counts = try UnitActivity.measure(compaction.model, on: data).activeCounts
    // The first layer's sums are over the inputs, whose order is the same.
    #expect(counts[0] == activity.activeCounts[0].filter { $0 > 0 }.sorted(by: >))
    #expect(counts[1].last! > 0 && counts.map(\.count) == [6, 3])
    let reordered = model.network.reorderingUnits(activity.unitsByFiringRate)
      .removingUnits([[6, 7], [3, 4]])
    #expect(compaction.model.network == reordered)
    let check = try compaction.check(on: data)
    #expect(check.wokenSampleCount == 0 && check.largestDifference < 1e-6)
  }

  @Test func aSecondReorderingChangesNothing() throws {
    let data = try Self.calibration()
    let once = try Self.model().compacted(on: data, reordering: true).model
    let twice = try once.compacted(on: data, reordering: true)
    #expect(twice.removedUnits == [[], []])
    #expect(twice.model.network == once.network)
  }

  @Test func withoutHiddenLayersNothingGoes() throws {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [], head: .softmax(classCount: 3))
    let model = Model(
      network: Network.drawn(architecture), preprocessing: Preprocessing(divisor: 1),
      imageShape: nil, labels: SmallTraining.labels, facts: try EvaluationTests.model().facts)
    let compaction = try model.compacted(on: Self.calibration(), reordering: true)
    #expect(compaction.removedUnits.isEmpty && compaction.model.network == model.network)
  }

  @Test func otherFeaturesAreRefused() throws {
    let data = try Dataset(
      name: "narrow", features: .floats(EvaluationTests.features), targets: .none)
    #expect(throws: ModelError.featureCountDiffers(data: "narrow", expected: 6, found: 2)) {
      try Self.model().compacted(on: data)
    }
  }
}
