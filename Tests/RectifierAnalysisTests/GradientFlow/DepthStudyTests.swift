// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@Suite struct DepthStudyTests {
  private let data: Dataset

  init() throws {
    data = try DrawnData.dataset(rowCount: 40, featureCount: 30, head: .softmax(classCount: 4))
  }

  private func study(_ families: [DepthStudy.Family], depths: [Int]) throws -> DepthStudy {
    try DepthStudy.measure(families, depths: depths, width: 64, on: data, drawCount: 4)
  }

  /// By Glorot's rule a layer keeps about 1/2 of a rectifier's squared gradient, all of an unsaturated
  /// tanh unit's, and 1/16 of a logistic unit's; by He's all of a rectifier's.
  @Test func whereGradientsFade() throws {
    let study = try study(DepthStudy.Family.standard, depths: [1, 20])
    #expect(study.points.count == 8 && study.width == 64)
    func ratio(_ activation: Activation, _ initializer: Initializer, depth: Int) throws -> Double {
      let point = try #require(
        study.point(DepthStudy.Family(activation, initializer), depth: depth))
      #expect(point.flows.count == 4 && point.flows.allSatisfy { $0.layers.count == depth + 1 })
      #expect(point.logRatio.interval95?.contains(point.logRatio.value) == true)
      return point.logRatio.value
    }
    let logistic = try ratio(.logistic, .glorotUniform, depth: 20)
    let rectifier = try ratio(.rectifier, .glorotUniform, depth: 20)
    let tanh = try ratio(.tanh, .glorotUniform, depth: 20)
    let he = try ratio(.rectifier, .heNormal, depth: 20)
    #expect(logistic < -10, "\(logistic)")
    #expect((-4.5)...(-2) ~= rectifier, "\(rectifier)")
    #expect((-1.5)...0.5 ~= tanh, "\(tanh)")
    #expect((-1.5)...1 ~= he, "\(he)")
    for family in DepthStudy.Family.standard {
      let shallow = try ratio(family.activation, family.initializer, depth: 1)
      #expect((-1.5)...0.5 ~= shallow, "\(family): \(shallow)")
    }
  }

  /// Half of the rectifiers are active as they are drawn, and so 1 path in 2ᵈ; logistic units all pass
  /// something on.
  @Test func whichPathsAreOpen() throws {
    let families = [
      DepthStudy.Family(.rectifier, .heNormal), DepthStudy.Family(.logistic, .glorotUniform),
    ]
    let study = try study(families, depths: [10])
    let rectifier = try #require(study.point(families[0], depth: 10)).logOpenPathFraction.value
    #expect((-4.0)...(-2.3) ~= rectifier, "\(rectifier)")
    let logistic = study.point(families[1], depth: 10)
    #expect(logistic?.logOpenPathFraction == Estimate(0, interval95: 0...0))
    #expect(study.point(families[0], depth: 11) == nil)
  }

  @Test func theSameSeedIsTheSameStudy() throws {
    let families = [DepthStudy.Family(.tanh, .glorotUniform)]
    let first = try study(families, depths: [2])
    let second = try DepthStudy.measure(
      families, depths: [2], width: 64, on: data, drawCount: 4,
      execution: Execution(threadCount: 1, instructionSet: .portable))
    #expect(first == second)
    let flows = try #require(first.points.first?.flows)
    #expect(flows[0] != flows[1])
  }
}
