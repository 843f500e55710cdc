// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

let parts = try DataSource.resolve("glyphs:digits", environment: [:]).load()
let training = parts.train!
let architecture = try Architecture(
  inputCount: training.featureCount, hiddenWidths: [300, 200], head: .softmax(classCount: 10))
let run = try TrainingRun(
  Network(architecture, seed: Seed(1)), training: training, validation: parts.validation!,
  options: TrainingOptions(activationL1: [1e-4, 1e-4], epochCount: 3))
while let epoch = try run.epoch() { print(epoch.epoch, epoch.validationErrorRate!) }
let result = try Evaluation.evaluate(run.best!, on: parts.test!)
print(result.errors!.fraction, result.errors!.interval95, result.zeroFraction)
try run.best!.write(to: "digits.safetensors")
