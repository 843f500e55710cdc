// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// Where, in the two forms that activations have it in.
extension ONNXNodeReader {
  /// The numbers of the leaky integrate-and-fire form.
  enum LeakyIntegrateAndFire {
    /// τ / t_ref.
    static let scale: Float = 7.5
    /// The distance to the threshold.
    static let distance: Float = 0.05
  }

  /// Above this, log(1 + eˣ) is x to the last bit of a `Float`.
  private static let linearSoftplus: Float = 17

  /// Reads x > 0 ? 1 / (7.5 · log(0.05 / x + 1) + 1) : 0, or βx > threshold ? x : softplus(βx) / β, as
  /// PyTorch writes softplus.
  func choice() throws(ONNXError) -> (ONNXStep.Kind?, String) {
    guard node.inputs.count == 3, let comparison = graph.producer(of: node.inputs[0]),
      comparison.operation == "Greater", comparison.inputs.count == 2,
      let limit = graph.constant(comparison.inputs[1])?.scalar
    else { throw refused("x > a constant as its condition", "another one") }
    let compared = comparison.inputs[0]
    if limit == 0, graph.constant(node.inputs[2])?.scalar == 0,
      rateArgument(node.inputs[1]) == compared
    {
      return (.activation(.leakyIntegrateAndFire), compared)
    }
    if limit >= Self.linearSoftplus, let sharpness = sharpness(of: node.inputs[2], at: compared),
      argument(of: compared, "Mul", sharpness) == node.inputs[1]
    {
      return (.activation(.softplus(sharpness: sharpness)), node.inputs[1])
    }
    throw refused("the leaky integrate-and-fire form or softplus", "another choice")
  }

  /// The x of 1 / (7.5 · log(0.05 / x + 1) + 1); nil for another expression.
  private func rateArgument(_ name: String) -> String? {
    guard let period = argument(of: name, "Div", 1, isFirst: true),
      let scaled = argument(of: period, "Add", 1),
      let logarithm = argument(of: scaled, "Mul", LeakyIntegrateAndFire.scale),
      let node = graph.producer(of: logarithm), node.operation == "Log", node.inputs.count == 1,
      let ratio = argument(of: node.inputs[0], "Add", 1)
    else { return nil }
    return argument(of: ratio, "Div", LeakyIntegrateAndFire.distance, isFirst: true)
  }

  /// The β of softplus(z) / β; nil for another expression.
  private func sharpness(of name: String, at argument: String) -> Float? {
    guard let quotient = graph.producer(of: name), quotient.operation == "Div",
      quotient.inputs.count == 2, let sharpness = graph.constant(quotient.inputs[1])?.scalar,
      let softplus = graph.producer(of: quotient.inputs[0]), softplus.operation == "Softplus",
      softplus.inputs == [argument]
    else { return nil }
    return sharpness
  }

  /// The input of an operation whose other input is that constant, second unless said otherwise.
  private func argument(
    of name: String, _ operation: String, _ constant: Float, isFirst: Bool = false
  ) -> String? {
    guard let node = graph.producer(of: name), node.operation == operation,
      node.inputs.count == 2
    else { return nil }
    let (place, other) = isFirst ? (0, 1) : (1, 0)
    return graph.constant(node.inputs[place])?.scalar == constant ? node.inputs[other] : nil
  }
}
