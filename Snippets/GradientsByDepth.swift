// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// How much of the gradient reaches the first of 1 to 20 hidden layers, as networks are drawn:
// swift run -c release GradientsByDepth mnist

import Foundation
import Rectifier

let name = CommandLine.arguments.dropFirst().first ?? "glyphs:digits"
let environment = ProcessInfo.processInfo.environment
let training = try DataSource.resolve(name, environment: environment).load().train!
let study = try DepthStudy.measure(
  depths: [1, 5, 10, 20], on: training.subset(0..<min(5_000, training.rowCount)))
for point in study.points {
  let (family, ratio) = (point.family, point.logRatio)
  print(
    "\(family.activation), \(family.initializer), \(point.depth) hidden layers:",
    "log10 of first/last \(ratio.value), 95 % interval \(ratio.interval95!)")
}
