// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNumerics

/// Figure 3 of the paper: 200 rectifier networks that differ in their penalty and in how they begin,
/// each a point of test error against zeros.
package struct Figure3Recipe: Equatable, Sendable {
  /// Networks whose penalty is drawn from one range.
  package struct Group: Equatable, Sendable {
    package var count: Int
    package var activationL1: RandomRange
  }

  /// The paper's, section 4.1 and the caption.
  package var data = "mnist"
  /// The paper's sizes, section 4.1; our choice of the last rows, since it does not say which.
  package var validation: ValidationChoice? = .count(10_000)
  /// The paper's, section 4.1.
  package var hiddenWidths = [1000, 1000, 1000]
  /// The paper's, section 4.1.
  package var batchSize = 10
  /// The paper's range, section 4.1, of which it does not say what won; our choice is the largest,
  /// with which 20 epochs suffice.
  package var learningRate: Float = 0.1
  /// Our choice, since the paper states none: the validation error has all but settled.
  package var epochCount = 20
  /// The paper's number of networks and range of penalties, from 0 to 0.01 (caption); our choice of
  /// how they are spread, for the zeros to be: equal factors of the penalty move them about equally.
  package var groups = [
    Group(count: 20, activationL1: .choice([0])),
    Group(count: 170, activationL1: .logUniform(3e-6...3e-3)),
    Group(count: 10, activationL1: .logUniform(3e-3...1e-2)),
  ]
  /// Our choice: what all penalties and all networks' own seeds are drawn from.
  package var seed = Seed(1)

  package init(budget: ReproductionBudget = .full) {
    switch budget {
    case .full: break
    case .short: for number in groups.indices { groups[number].count /= 10 }
    case .smoke:
      data = "glyphs:digits?samples=300"
      validation = nil
      hiddenWidths = [24, 24, 24]
      epochCount = 2
      for number in groups.indices { groups[number].count = number == 1 ? 8 : 2 }
    }
  }

  /// The networks as a plan, those of the groups in turn, so that an unfinished figure has some of
  /// each.
  ///
  /// A network's numbers depend on its group and its place there alone: fewer networks are some of
  /// the same ones.
  package var plan: SweepPlan {
    var base = TrainConfiguration(data: data)
    base.validation = validation
    base.hiddenWidths = hiddenWidths
    base.batchSize = batchSize
    base.learningRate = learningRate
    base.epochCount = epochCount
    var members: [(turn: Double, members: JSONObject)] = []
    for (number, group) in groups.enumerated() {
      for index in 0..<group.count {
        members.append(
          (turn: (Double(index) + 0.5) / Double(group.count), draw(index, of: group, number)))
      }
    }
    // The sort is stable: those of one turn stay in the order of their groups.
    return SweepPlan(
      base: base.deviations, variation: .list(members.sorted { $0.turn < $1.turn }.map(\.members)))
  }

  private func draw(_ index: Int, of group: Group, _ number: Int) -> JSONObject {
    var penalties = seed.stream("figure3.activationL1.\(number)", epoch: index)
    var seeds = seed.stream("figure3.seed.\(number)", epoch: index)
    return [
      "activationL1": .array([group.activationL1.draw(from: &penalties)]),
      "seed": JSONValue(seeds.integer(below: 1 << 31)),
    ]
  }
}
