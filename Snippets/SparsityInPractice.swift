// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

// snippet.train
let parts = try DataSource.resolve("glyphs:digits?samples=2000", environment: [:]).load()
let (training, validation) = (parts.train!, parts.validation!)
let architecture = try Architecture(
  inputCount: training.featureCount, hiddenWidths: [200, 200], head: .softmax(classCount: 10))

/// A network trained with a target for zeros, or with none.
func train(targetZeros: Float?) throws -> Model {
  let run = try TrainingRun(
    Network(architecture, seed: Seed(1)), training: training, validation: validation,
    options: TrainingOptions(activationL1: [0, 0], targetZeros: targetZeros, epochCount: 6))
  while try run.epoch() != nil {}
  return run.best!
}

// snippet.compare
for target in [nil, 0.9] as [Float?] {
  let model = try train(targetZeros: target)
  let found = try Evaluation.evaluate(model, on: validation)
  print(
    "target", target.map { "\($0)" } ?? "none", "zeros", found.zeroFraction,
    "error", found.errors!.fraction, found.errors!.interval95)
}

// snippet.units
let activity = try UnitActivity.measure(try train(targetZeros: 0.9), on: validation)
print("units that never fire, a layer:", activity.silentUnits.map(\.count))
