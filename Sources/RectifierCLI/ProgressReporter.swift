// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// Shows a run's progress on standard error.
final class ProgressReporter {
  private let style: ProgressStyle
  private let output: TerminalOutput
  private let epochCount: Int
  /// What stands before each epoch's line.
  private let prefix: String
  private var bar: ProgressBar
  private var lastStep: ContinuousClock.Instant?
  private var lastDrawing: ContinuousClock.Instant?

  /// The shortest time between two drawings of the bar.
  private static let drawingInterval = Duration.milliseconds(100)

  init(style: ProgressStyle, output: TerminalOutput, epochCount: Int, prefix: String = "") {
    self.style = style
    self.output = output
    self.epochCount = epochCount
    self.prefix = prefix
    bar = ProgressBar(epochCount: epochCount)
  }

  /// Says something that is worth a line of its own.
  func say(_ line: String) {
    guard style != .none else { return }
    if lastDrawing != nil { output.clearLine() }
    output.writeLine(line)
  }

  func step(_ report: StepReport) {
    guard style == .bar else { return }
    let now = ContinuousClock.now
    // The first step after an epoch's end has no step before it to be timed from.
    bar.add(report, seconds: lastStep.map { (now - $0) / .seconds(1) })
    lastStep = now
    if let lastDrawing, now - lastDrawing < Self.drawingInterval { return }
    lastDrawing = now
    output.redraw(bar.line)
  }

  func epoch(_ report: EpochReport) {
    bar.add(report)
    lastStep = nil
    say(line(for: report))
  }

  /// Leaves the terminal as a next line can be written to it.
  func finish() {
    if lastDrawing != nil { output.clearLine() }
    lastDrawing = nil
  }

  /// `epoch  3/20  loss 0.0412  validation 1.85 %  zeros 0.95 0.90  dead 0 0  4.2 s  best`.
  private func line(for report: EpochReport) -> String {
    let number = String(report.epoch)
    let padding = String(repeating: " ", count: max(0, String(epochCount).count - number.count))
    var parts = [
      "\(prefix)epoch \(padding)\(number)/\(epochCount)",
      "loss \(NumberText.fixed(report.trainingLoss, decimals: 4))",
      MeasureText.validation(report),
    ]
    if !report.zeroFraction.isEmpty {
      parts.append("zeros \(NumberText.fractions(report.zeroFraction))")
      parts.append("dead \(report.deadUnitCount.map(\.description).joined(separator: " "))")
    }
    if let activationL1 = report.activationL1 {
      parts.append("L1 \(NumberText.rounded(activationL1))")
    }
    if let seconds = report.seconds { parts.append(NumberText.duration(seconds: seconds)) }
    if report.isBest { parts.append(output.highlighted("best")) }
    return parts.joined(separator: "  ")
  }
}
