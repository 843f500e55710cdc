// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension AdvantagesRecipe {
  /// The networks of one kind, side by side with those of others.
  package struct Cell: Equatable, Sendable {
    package var kind: AdvantagesKind
    /// Those of the first seed, by which the rate is chosen.
    package var selection: [Trial]
    /// Those at the rate that was chosen, one a seed; none until it is.
    package var networks: [Trial]
  }

  /// Some networks that differ in nothing but their seeds.
  package struct Group<Key: Equatable & Sendable>: Equatable, Sendable {
    package var key: Key
    package var networks: [Trial]
  }

  /// A depth, and what its units are.
  package struct DepthKey: Equatable, Sendable {
    package var kind: AdvantagesKind
    package var depth: Int
  }

  /// A rate, and what is trained at it.
  package struct RateKey: Equatable, Sendable {
    package var kind: AdvantagesKind
    package var learningRate: Float
  }

  /// A width, and the zeros that are wanted; nil for those that come by themselves.
  package struct WidthKey: Equatable, Sendable {
    package var width: Int
    package var target: Float?
  }

  /// All trials that are known as far as records are there: those that choose rates first.
  package func trials(given record: (Trial) -> TrialRecord?) throws(JSONError) -> [Trial] {
    let cells = try cells(given: record)
    // The first network is among those that chose the rate.
    let selection = cells.flatMap(\.selection)
    return selection
      + cells.flatMap { cell in cell.networks.filter { !selection.contains($0) } }
      + (try depthGroups().flatMap(\.networks)) + (try rateGroups().flatMap(\.networks))
      + (try widthGroups().flatMap(\.networks))
  }

  package func cells(given record: (Trial) -> TrialRecord?) throws(JSONError) -> [Cell] {
    try networks.kinds.map { kind throws(JSONError) in
      let selection = try networks.learningRates.map { rate throws(JSONError) in
        try networkTrial(kind, rate: rate, seed: seeds[0])
      }
      let winner = selection.best(given: record)
      let rate = winner?.configuration.learningRate
      return Cell(
        kind: kind, selection: selection,
        networks: try (rate == nil ? [] : seeds).map { seed throws(JSONError) in
          try networkTrial(kind, rate: rate ?? 0, seed: seed)
        })
    }
  }

  package func depthGroups() throws(JSONError) -> [Group<DepthKey>] {
    var groups: [Group<DepthKey>] = []
    for kind in depths.kinds {
      for depth in depths.depths {
        var configuration = configuration(
          kind, hiddenWidths: [Int](repeating: depths.width, count: depth))
        configuration.trainSampleCount = depths.sampleCount
        configuration.learningRate = depths.learningRate
        configuration.epochCount = depths.epochCount
        groups.append(
          try group(DepthKey(kind: kind, depth: depth), of: configuration, observing: .trajectory))
      }
    }
    return groups
  }

  package func rateGroups() throws(JSONError) -> [Group<RateKey>] {
    var groups: [Group<RateKey>] = []
    for kind in rates.kinds {
      for rate in rates.learningRates {
        var configuration = configuration(kind, hiddenWidths: rates.hiddenWidths)
        configuration.trainSampleCount = rates.sampleCount
        configuration.learningRate = rate
        configuration.epochCount = rates.epochCount
        groups.append(
          try group(
            RateKey(kind: kind, learningRate: rate), of: configuration, observing: .trajectory))
      }
    }
    return groups
  }

  package func widthGroups() throws(JSONError) -> [Group<WidthKey>] {
    var groups: [Group<WidthKey>] = []
    for target in widths.targets {
      for width in widths.widths {
        var configuration = configuration(
          AdvantagesKind(.rectifier), hiddenWidths: [Int](repeating: width, count: widths.depth))
        configuration.targetZeros = target
        configuration.learningRate = widths.learningRate
        configuration.epochCount = widths.epochCount
        groups.append(
          try group(WidthKey(width: width, target: target), of: configuration, observing: .fit))
      }
    }
    return groups
  }

  /// The networks of a configuration, one a seed.
  private func group<Key>(
    _ key: Key, of configuration: TrainConfiguration, observing observation: TrialObservation
  ) throws(JSONError) -> Group<Key> {
    Group(
      key: key,
      networks: try seeds.map { seed throws(JSONError) in
        try trial(configuration, seed: seed, observing: observation)
      })
  }

  private func networkTrial(
    _ kind: AdvantagesKind, rate: Float, seed: UInt64
  ) throws(JSONError) -> Trial {
    var configuration = configuration(kind, hiddenWidths: networks.hiddenWidths)
    configuration.learningRate = rate
    configuration.epochCount = networks.epochCount
    return try trial(configuration, seed: seed, observing: .laboratory)
  }

  private func trial(
    _ configuration: TrainConfiguration, seed: UInt64, observing observation: TrialObservation
  ) throws(JSONError) -> Trial {
    var configuration = configuration
    configuration.seed = seed
    return try Trial(configuration, observation: observation)
  }

  private func configuration(
    _ kind: AdvantagesKind, hiddenWidths: [Int]
  ) -> TrainConfiguration {
    var configuration = dataSet.configuration
    configuration.hiddenWidths = hiddenWidths
    configuration.activations = [kind.activation]
    configuration.activationL1 = [kind.activationL1]
    configuration.initializer = kind.initializer
    configuration.batchSize = batchSize
    return configuration
  }
}
