// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks

/// The steps from a graph's input to one of its values, in order.
///
/// They are found from the end: every operation has one input that is not a constant, and what does
/// not lie on the way (as the labels that scikit-learn adds) is not looked at.
struct ONNXChain {
  let input: ONNXValue
  let steps: [ONNXStep]

  /// - Throws: ``ONNXError/unsupported(path:place:expected:found:)`` for the first operation from the
  ///   end that is not known here, or not in this form.
  init(_ graph: ONNXGraph, to output: String) throws(ONNXError) {
    let input = try graph.input()
    var steps: [ONNXStep] = []
    var name = output
    while name != input.name {
      // More steps than there are nodes would go round in a circle.
      guard steps.count <= graph.model.nodes.count else {
        throw graph.refused("the graph", "a way from its input to \(output)", "a circle")
      }
      guard let node = graph.producer(of: name) else {
        throw graph.refused(
          "the graph", "an operation that makes \(JSONValue.quoted(name))", "none")
      }
      let (kind, before) = try Self.step(node, in: graph)
      // What changes nothing counts too, as the length of the way.
      steps.append(ONNXStep(kind: kind ?? .row(columnCount: nil), place: node.place))
      name = before
    }
    self.input = input
    self.steps = steps.reversed()
  }

  /// What a node does, nil for nothing, and the name of the value that it does it to.
  private static func step(
    _ node: ONNXNode, in graph: ONNXGraph
  ) throws(ONNXError) -> (ONNXStep.Kind?, String) {
    let reader = ONNXNodeReader(node: node, graph: graph)
    guard node.domain.isEmpty || node.domain == "ai.onnx" else { throw reader.unknown }
    switch node.operation {
    case "Identity": return (nil, try reader.onlyInput())
    case "Cast":
      try reader.require("to", ONNXElementType.float)
      return (nil, try reader.onlyInput())
    case "Flatten":
      try reader.require("axis", 1, default: 1)
      return (.row(columnCount: nil), try reader.onlyInput())
    case "Reshape": return try reader.reshape()
    case "Gemm": return try reader.gemm()
    case "MatMul":
      let weights = try reader.weights()
      return (.affine(weights: weights, isTransposed: false, bias: nil), node.inputs[0])
    case "Add", "Mul", "Sub", "Div": return try reader.arithmetic()
    case "Max":
      let (constant, other) = try reader.constantOfEither()
      guard constant.scalar == 0 else { throw reader.refused("0 as a constant", "another one") }
      return (.activation(.rectifier), other)
    case "Relu": return (.activation(.rectifier), try reader.onlyInput())
    case "Tanh": return (.activation(.tanh), try reader.onlyInput())
    case "Sigmoid": return (.activation(.logistic), try reader.onlyInput())
    case "Softplus": return (.activation(.softplus(sharpness: 1)), try reader.onlyInput())
    case "Abs": return (.absolute, try reader.onlyInput())
    case "Softmax":
      try reader.requireLastAxis()
      return (.softmax, try reader.onlyInput())
    case "Where": return try reader.choice()
    case "Concat": return try reader.complement()
    default: throw reader.unknown
    }
  }
}
