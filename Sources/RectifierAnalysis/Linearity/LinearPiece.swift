// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// The piece of a piecewise linear network that one input lies in: which units are active for it, and
/// the one affine map that the network is as long as these stay the same.
///
///     y = A x + c,   A = W[out] · ∏ₗ S[l] D[l] W[l],   D[l] = diag(1 where a unit is active)
///
/// y are the head's inputs (logits of softmax), S the sign masks. The active units are those of the
/// `Predictor`, in `Float`; A and c are in `Double`, of the `Float` weights.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 3.1, figure 2: the network is linear once the
/// paths are selected.
public struct LinearPiece: Equatable, Sendable {
  /// For each hidden layer the active units, in ascending order: those whose output is not zero; all of
  /// an identity layer.
  public let activePath: [[Int]]
  /// x → y, `[outputs × inputs]`.
  public let map: AffineMap
  /// The kink that is nearest to the input; nil where the network has none.
  public let nearestKink: Kink?

  /// Where a unit begins or ceases to be active.
  public struct Kink: Equatable, Sendable {
    /// ‖x′ − x‖₂ to the nearest x′ on it, in the units of the features. Within the least of all units'
    /// distances the map is exact: the piece is the polytope that their hyperplanes enclose,
    ///
    ///     |a[u](x)| / ‖∂a[u]/∂x‖₂,   a[u] a rectifier's pre-activation, affine within the piece
    public let distance: Double
    /// The hidden layer of the unit, from 0.
    public let layer: Int
    /// The unit within its layer.
    public let unit: Int
  }
}

extension LinearPiece {
  /// The piece of an input.
  ///
  /// - Parameters:
  ///   - network: Of rectifier or identity units.
  ///   - input: Features as the network takes them, finite.
  ///   - execution: How; no result depends on it.
  /// - Throws: `LinearityError.notPiecewiseLinear`.
  /// - Precondition: As many features as inputs.
  /// - Complexity: O(inputs · Σₗ units of layer l+1 · active units of layer l).
  public static func measure(
    _ network: Network, at input: [Float], execution: Execution = .default
  ) throws(LinearityError) -> LinearPiece {
    let layers = try PiecewiseLinearLayers(network)
    guard input.count == network.architecture.inputCount else {
      fatalError(
        "linear piece: \(input.count) features for a network of \(network.architecture.widths)")
    }
    let forward = ForwardPass(
      architecture: network.architecture, rowCapacity: 1, keepsSlopes: false)
    input.withUnsafeBufferPointer {
      forward.input.rows.update(from: $0.baseAddress!, count: input.count)
    }
    forward.run(network, rowCount: 1, execution: execution)
    return layers.piece(at: input.map(Double.init), path: layers.activePath(forward, row: 0))
  }
}
