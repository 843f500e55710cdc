// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// What is known inside an epoch, drawn as one line.
///
/// Loss and zeros are means over the epoch so far, weighted by samples; the rate is that of the
/// training steps of this process.
struct ProgressBar {
  let epochCount: Int
  private var epoch = 0
  private var step = 0
  private var stepCount = 1
  private var sampleCount = 0
  private var lossSum = 0.0
  private var zeroSum: [Double] = []
  private var rateSampleCount = 0
  private var rateSeconds = 0.0
  private var rateStepCount = 0
  /// The validation result of the last epoch, once there is one.
  private var validation: String?
  private var evaluationSeconds = 0.0

  init(epochCount: Int) {
    self.epochCount = epochCount
  }

  /// Takes a step in; `seconds` have passed since the one before it, nil where there was none.
  mutating func add(_ report: StepReport, seconds: Double?) {
    if report.epoch != epoch {
      epoch = report.epoch
      sampleCount = 0
      lossSum = 0
      zeroSum = Array(repeating: 0, count: report.zeroFraction.count)
    }
    step = report.step
    stepCount = report.stepCount
    sampleCount += report.sampleCount
    lossSum += report.loss * Double(report.sampleCount)
    for layer in zeroSum.indices {
      zeroSum[layer] += report.zeroFraction[layer] * Double(report.sampleCount)
    }
    guard let seconds else { return }
    rateSampleCount += report.sampleCount
    rateStepCount += 1
    rateSeconds += seconds
  }

  /// Takes the end of an epoch in.
  mutating func add(_ report: EpochReport) {
    validation = MeasureText.validation(report)
    evaluationSeconds = report.evaluationSeconds ?? 0
  }

  /// Samples a second; nil before time has passed.
  var samplesPerSecond: Double? {
    rateSeconds > 0 ? Double(rateSampleCount) / rateSeconds : nil
  }

  /// Seconds until all epochs are done, their evaluations included; nil before a step was timed.
  var remainingSeconds: Double? {
    guard rateStepCount > 0 else { return nil }
    let secondsPerStep = rateSeconds / Double(rateStepCount)
    let epochsAfter = max(0, epochCount - epoch)
    let steps = stepCount - step + epochsAfter * stepCount
    return Double(steps) * secondsPerStep + Double(epochsAfter + 1) * evaluationSeconds
  }

  /// `epoch 3/20 [=====>    ] 52 %  12 345 samples/s  ETA 1:23  loss 0.0412 …`.
  var line: String {
    let cellCount = 20
    let fraction = Double(step) / Double(max(1, stepCount))
    let filled = Int(fraction * Double(cellCount))
    let bar =
      String(repeating: "=", count: filled)
      + (filled < cellCount ? ">" : "")
      + String(repeating: " ", count: max(0, cellCount - filled - 1))
    var parts = ["epoch \(epoch)/\(epochCount) [\(bar)] \(Int(fraction * 100)) %"]
    if let rate = samplesPerSecond { parts.append("\(NumberText.grouped(Int(rate))) samples/s") }
    if let remaining = remainingSeconds {
      parts.append("ETA \(NumberText.duration(seconds: remaining))")
    }
    if sampleCount > 0 {
      let samples = Double(sampleCount)
      parts.append("loss \(NumberText.fixed(lossSum / samples, decimals: 4))")
      if let validation { parts.append(validation) }
      if !zeroSum.isEmpty {
        parts.append("zeros \(NumberText.fractions(zeroSum.map { $0 / samples }))")
      }
    }
    return parts.joined(separator: "  ")
  }
}
