// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Where gradients fade before training has begun: the gradient by layer of networks of growing depth,
/// as they are drawn.
///
/// *Source:* Glorot and Bengio (2010), section 4.2, and He, Zhang, Ren and Sun (2015), section 2.2, on
/// the variance of gradients at initialization.
public struct DepthStudy: Equatable, Sendable {
  /// One kind of units, one rule of initial weights.
  public struct Family: Hashable, Sendable {
    /// Of all hidden layers.
    public let activation: Activation
    /// Of all weights.
    public let initializer: Initializer

    /// A family of networks.
    public init(_ activation: Activation, _ initializer: Initializer) {
      self.activation = activation
      self.initializer = initializer
    }

    /// Rectifier, tanh and logistic units by Glorot's rule, and rectifiers by He's.
    public static let standard = [
      Family(.rectifier, .glorotUniform), Family(.rectifier, .heNormal),
      Family(.tanh, .glorotUniform), Family(.logistic, .glorotUniform),
    ]
  }

  /// The networks of one family and depth.
  public struct Point: Equatable, Sendable {
    /// Which they are.
    public let family: Family
    /// Hidden layers.
    public let depth: Int
    /// What was measured of each draw.
    public let flows: [GradientFlow]

    /// The mean over draws of log₁₀ of ``GradientFlow/firstToLastRatio``, with Student's interval over
    /// draws: −6 where a millionth of the gradient at the output reaches the first layer. −∞ where in
    /// one of them none does.
    public var logRatio: Estimate {
      SampleMoments(flows.map { log10($0.firstToLastRatio) })!.estimate
    }

    /// The same of the fraction of paths that are open.
    public var logOpenPathFraction: Estimate {
      SampleMoments(flows.map { log10($0.openPathFraction!.value) })!.estimate
    }
  }

  /// Units a hidden layer.
  public let width: Int
  /// Family after family, each from the least depth on.
  public let points: [Point]
}

extension DepthStudy {
  /// Draws and measures networks.
  ///
  /// - Parameters:
  ///   - families: Kinds of networks.
  ///   - depths: Hidden layers, each at least 1.
  ///   - width: Units of each of them.
  ///   - data: Classes to be told apart.
  ///   - drawCount: Networks of each family and depth, at least 1.
  ///   - sampleCount: At most so many rows, the same for all networks.
  ///   - seed: Draw k is of the k-th seed derived from it by "depth study".
  ///   - execution: How; no result depends on it.
  /// - Throws: `ArchitectureError` where there are no two classes.
  /// - Complexity: A step over as many rows for each network.
  public static func measure(
    _ families: [Family] = Family.standard, depths: [Int] = Array(1...20), width: Int = 100,
    on data: Dataset, drawCount: Int = 5, sampleCount: Int = 256, seed: Seed = Seed(1),
    execution: Execution = .default
  ) throws(ArchitectureError) -> DepthStudy {
    var points: [Point] = []
    for family in families {
      for depth in depths {
        let architecture = try Architecture(
          inputCount: data.featureCount, hiddenWidths: Array(repeating: width, count: depth),
          activations: [family.activation], head: .softmax(classCount: data.labels.count))
        let flows = (0..<drawCount).map { draw in
          GradientFlow.measure(
            Network(
              architecture, seed: seed.derived("depth study", number: draw),
              initializer: family.initializer),
            on: data, sampleCount: sampleCount, seed: seed, execution: execution)
        }
        points.append(Point(family: family, depth: depth, flows: flows))
      }
    }
    return DepthStudy(width: width, points: points)
  }

  /// The networks of a family and depth; nil where there are none.
  public func point(_ family: Family, depth: Int) -> Point? {
    points.first { $0.family == family && $0.depth == depth }
  }
}
