// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Predicts data with a network whose hidden layers are disturbed.
struct DisturbedRuns {
  let network: Network
  let data: Dataset
  let classes: [Int32]
  let drawCount: Int
  let seed: Seed
  let execution: Execution

  /// Right predictions of the network as it is.
  func undisturbed() -> CountedRate { rate([:]) }

  /// The accuracy for each disturbance of the layers named.
  func accuracies(_ disturbances: [Disturbance], layers: [Int]) -> [DisturbedAccuracy] {
    disturbances.map { disturbance in
      let accuracies = (0..<drawCount).map { draw in
        let seed = seed.derived("robustness", number: draw)
        let drawn = layers.map { layer in
          let width = network.architecture.hiddenWidths[layer]
          return (layer, disturbance.drawn(layer: layer, width: width, seed: seed))
        }
        return rate(Dictionary(uniqueKeysWithValues: drawn)).fraction
      }
      return DisturbedAccuracy(
        level: disturbance.level, accuracy: SampleMoments(accuracies)!.estimate)
    }
  }

  /// Right predictions with some layers disturbed.
  private func rate(_ disturbances: [Int: DrawnDisturbance]) -> CountedRate {
    let forward = ForwardPass(
      architecture: network.architecture, rowCapacity: min(256, data.rowCount), keepsSlopes: false,
      changedLayers: Set(disturbances.keys))
    let widest = PanelLayout.padded(network.architecture.hiddenWidths.max() ?? 0)
    let isNoisy = disturbances.values.contains { if case .noisy = $0 { true } else { false } }
    let noise = AlignedBuffer<Float>(count: isNoisy ? forward.rowCapacity * widest : 0)
    var rightCount = 0
    for begin in stride(from: 0, to: data.rowCount, by: forward.rowCapacity) {
      let rows = (begin..<min(begin + forward.rowCapacity, data.rowCount)).map { Int32($0) }
      rows.withUnsafeBufferPointer { rows in
        forward.run(
          network, source: forward.input.gather(rows, of: data, execution: execution),
          rowCount: rows.count, execution: execution
        ) { layer, places in
          for place in places {
            let width = network.architecture.hiddenWidths[layer]
            let outputs = forward.outputs[layer].pointer + place * PanelLayout.padded(width)
            disturbances[layer]!.apply(
              to: UnsafeMutableBufferPointer(start: outputs, count: width),
              noise: UnsafeMutableBufferPointer(
                start: noise.pointer + (isNoisy ? place * widest : 0), count: isNoisy ? width : 0),
              number: begin + place, instructionSet: execution.instructionSet)
          }
        }
      }
      rightCount += rows.indices.count { place in
        prediction(forward, at: place) == Int(classes[begin + place])
      }
    }
    return CountedRate(count: rightCount, sampleCount: data.rowCount)
  }

  /// The class of the largest output; of equal ones the first.
  private func prediction(_ forward: ForwardPass, at place: Int) -> Int {
    let count = network.architecture.head.outputCount
    let outputs = forward.outputs.last!.pointer + place * PanelLayout.padded(count)
    return (0..<count).reduce(0) { outputs[$1] > outputs[$0] ? $1 : $0 }
  }
}
