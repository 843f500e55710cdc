// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

// snippet.data
// A grid of points in the plane: is one inside a ring?
let points = (0..<900).map { point -> [Float] in
  let (row, column) = (Float(point / 30), Float(point % 30))
  return [row / 14.5 - 1, column / 14.5 - 1]
}
let classes: [Int32] = points.map { point in
  let radius = (point[0] * point[0] + point[1] * point[1]).squareRoot()
  return (0.4...0.8).contains(radius) ? 1 : 0
}
let batch = Matrix(rows: points)

// snippet.step
/// A step of gradient descent whose gradient is cut to a length of at most 1.
func step(_ network: Network, rate: Float) throws -> (network: Network, loss: Double) {
  let (gradient, loss) = network.gradient(
    of: batch, targets: .classes(classes), activationL1: [1e-4, 1e-4])
  let layers = 0...network.architecture.hiddenWidths.count
  let slopes = layers.map { (gradient.weights(ofLayer: $0), gradient.biases(ofLayer: $0)) }
  let squares = slopes.flatMap { $0.0 + $0.1 }.reduce(0) { $0 + $1 * $1 }
  let scale = rate / max(1, squares.squareRoot())
  let tensors = network.tensors().enumerated().map { index, tensor in
    // Weights and biases take turns, layer by layer.
    let slope = index.isMultiple(of: 2) ? slopes[index / 2].0 : slopes[index / 2].1
    return NamedTensor(
      name: tensor.name, shape: tensor.shape,
      values: zip(tensor.values, slope).map { $0 - scale * $1 })
  }
  return (try Network(network.architecture, tensors: tensors), loss)
}

// snippet.loop
let architecture = try Architecture(
  inputCount: 2, hiddenWidths: [32, 32], head: .softmax(classCount: 2))
var network = Network(architecture, seed: Seed(1))
for iteration in 1...1000 {
  let (next, loss) = try step(network, rate: 0.3)
  if iteration.isMultiple(of: 200) { print(iteration, loss) }
  network = next
}

// snippet.predict
let probabilities = Predictor(network).predict(batch)
let rightCount = classes.indices.count { row in
  (probabilities[row, 1] > probabilities[row, 0]) == (classes[row] == 1)
}
print("right:", rightCount, "of", classes.count)
// snippet.hide
guard Double(rightCount) > 0.95 * Double(classes.count) else {
  fatalError("the ring was not learned: \(rightCount) right of \(classes.count)")
}
