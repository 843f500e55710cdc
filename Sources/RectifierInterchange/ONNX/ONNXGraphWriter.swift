// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

/// Writes a model as a graph, one node after another.
///
///     features → preprocessing → (Gemm → activation → sign mask) a hidden layer → Gemm → head
///
/// Nothing is folded into anything else, so that what is read back is what was written.
struct ONNXGraphWriter {
  private(set) var model = ONNXModel()
  /// The name of the value that the next node is applied to.
  private var value = ONNXNames.input

  init(_ source: Model) {
    let network = source.network
    let architecture = network.architecture
    model.graphName = "rectifier"
    model.inputs = [.rows(ONNXNames.input, columnCount: architecture.inputCount)]
    write(ONNXPreprocessing(source.preprocessing))
    for (layer, activation) in architecture.activations.enumerated() {
      let name = architecture.layerName(layer)
      writeGemm(name, of: network, layer: layer, output: "\(name).preactivation")
      write(activation, name: name)
      if architecture.hasSignMask {
        apply("Mul", "\(name).sign", vector: network.signMasks[layer], output: "\(name).signed")
      }
    }
    writeHead(of: source)
  }

  /// Adds a node with the value before it as its first input, unless the constant is to be that.
  private mutating func apply(
    _ operation: String, inputs: [String] = [], isConstantFirst: Bool = false,
    attributes: [String: ONNXNode.Attribute] = [:], output: String
  ) {
    let all = isConstantFirst ? inputs + [value] : [value] + inputs
    model.nodes.append(
      ONNXNode(
        name: "\(output).\(operation)", operation: operation, inputs: all, outputs: [output],
        attributes: attributes))
    value = output
  }

  private mutating func apply(
    _ operation: String, _ name: String, scalar: Float, isConstantFirst: Bool = false,
    output: String
  ) {
    model.initializers.append(ONNXTensor(name: name, scalar: scalar))
    apply(operation, inputs: [name], isConstantFirst: isConstantFirst, output: output)
  }

  private mutating func apply(
    _ operation: String, _ name: String, vector: [Float], output: String
  ) {
    model.initializers.append(
      ONNXTensor(name: name, shape: [vector.count], values: .floats(vector)))
    apply(operation, inputs: [name], output: output)
  }

  private mutating func write(_ preprocessing: ONNXPreprocessing) {
    switch preprocessing {
    case .none: break
    case .divided(let divisor):
      apply("Div", "preprocessing.divisor", scalar: divisor, output: "preprocessing.divided")
    case .standardized(let means, let deviations):
      apply("Sub", "preprocessing.mean", vector: means, output: "preprocessing.centred")
      apply(
        "Div", "preprocessing.deviation", vector: deviations, output: "preprocessing.standardized")
    }
  }

  private mutating func writeGemm(
    _ name: String, of network: Network, layer: Int, output: String
  ) {
    let layout = network.parameters.layers[layer]
    let (weight, bias) = ("\(name).weight", "\(name).bias")
    model.initializers += [
      ONNXTensor(
        name: weight, shape: [layout.outputCount, layout.inputCount],
        values: .floats(network.parameters.weights(ofLayer: layer))),
      ONNXTensor(
        name: bias, shape: [layout.outputCount],
        values: .floats(network.parameters.biases(ofLayer: layer))),
    ]
    apply("Gemm", inputs: [weight, bias], attributes: ["transB": .integer(1)], output: output)
  }

  /// An activation as nodes; the last value is called `NAME.activation`.
  private mutating func write(_ activation: Activation, name: String) {
    let output = "\(name).activation"
    switch activation {
    case .rectifier: apply("Relu", output: output)
    case .softplus(1): apply("Softplus", output: output)
    case .softplus(let sharpness):
      apply("Mul", "\(name).sharpness", scalar: sharpness, output: "\(name).scaled")
      apply("Softplus", output: "\(name).softplus")
      apply("Div", inputs: ["\(name).sharpness"], output: output)
    case .tanh: apply("Tanh", output: output)
    case .logistic: apply("Sigmoid", output: output)
    case .rectifiedTanh:
      apply("Tanh", output: "\(name).tanh")
      apply("Relu", output: output)
    case .absoluteTanh:
      apply("Tanh", output: "\(name).tanh")
      apply("Abs", output: output)
    case .leakyIntegrateAndFire: writeRate(name, output: output)
    case .identity: break
    }
  }

  /// x > 0 ? 1 / (7.5 · log(0.05 / x + 1) + 1) : 0.
  private mutating func writeRate(_ name: String, output: String) {
    typealias Form = ONNXNodeReader.LeakyIntegrateAndFire
    let preactivation = value
    let (one, zero) = ("\(name).one", "\(name).zero")
    apply("Greater", zero, scalar: 0, output: "\(name).fires")
    value = preactivation
    apply(
      "Div", "\(name).distance", scalar: Form.distance, isConstantFirst: true,
      output: "\(name).ratio")
    apply("Add", one, scalar: 1, output: "\(name).sum")
    apply("Log", output: "\(name).logarithm")
    apply("Mul", "\(name).scale", scalar: Form.scale, output: "\(name).delay")
    apply("Add", inputs: [one], output: "\(name).period")
    apply("Div", inputs: [one], isConstantFirst: true, output: "\(name).rate")
    let rate = value
    value = "\(name).fires"
    apply("Where", inputs: [rate, zero], output: output)
  }
}

extension ONNXGraphWriter {
  /// The last layer and the head, with their values as outputs of the graph.
  private mutating func writeHead(of source: Model) {
    let head = source.network.architecture.head
    let layer = source.network.architecture.hiddenWidths.count
    let isLinear = if case .identity = head { true } else { false }
    let logits = isLinear ? ONNXNames.values : ONNXNames.logits
    writeGemm("output", of: source.network, layer: layer, output: logits)
    var outputs = [logits]
    switch head {
    case .softmax:
      apply("Softmax", attributes: ["axis": .integer(1)], output: ONNXNames.probabilities)
    case .logistic: apply("Sigmoid", output: ONNXNames.probabilities)
    case .identity: break
    case .softplus: apply("Softplus", output: ONNXNames.values)
    case .rectifier: apply("Relu", output: ONNXNames.values)
    }
    if !isLinear { outputs.insert(value, at: 0) }
    model.outputs = outputs.map { .rows($0, columnCount: head.outputCount) }
    if writePrediction(source.task) {
      model.outputs.insert(.rows(ONNXNames.prediction, columnCount: 1), at: 0)
    }
  }

  /// The number that outputs speak for, where they speak for one.
  private mutating func writePrediction(_ task: LearningTask?) -> Bool {
    switch task {
    case .classification, .multiLabel, nil: return false
    case .ordinal(let levels):
      model.initializers.append(
        ONNXTensor(
          name: "task.levels", shape: [levels.count, 1], values: .floats(levels.map { Float($0) })))
      apply("MatMul", inputs: ["task.levels"], output: ONNXNames.prediction)
    case .regression(let mean, let deviation):
      apply("Mul", "task.deviation", scalar: deviation, output: "task.scaled")
      apply("Add", "task.mean", scalar: mean, output: ONNXNames.prediction)
    }
    return true
  }
}
