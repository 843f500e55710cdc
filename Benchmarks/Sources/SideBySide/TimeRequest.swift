// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// A request for the time of a kind of work.
struct TimeRequest {
  /// What decides how the work is prepared; the same setting goes on with what it has.
  struct Setting: Hashable {
    let work: Work
    let batchSize: Int
    let threadCount: Int
    let kernels: Execution.Kernels
    let precision: WeightPrecision
  }

  enum Work: String, CaseIterable { case training, inference }

  let setting: Setting
  /// How long calls are made.
  let seconds: Double

  init(_ fields: [String: JSONValue]) throws(RequestError) {
    var fields = RequestFields(fields, place: "time")
    setting = Setting(
      work: try fields.choice("time"),
      batchSize: try fields.integer("batchSize", in: 1...16384),
      threadCount: try fields.integer(
        "threads", in: 1...1024, default: Execution.processorCount),
      kernels: try fields.choice("kernels", default: .automatic),
      precision: try fields.choice("precision", default: .float32))
    seconds = try fields.number("seconds", in: 0...3600, default: 0.3)
    try fields.finish()
  }
}

extension TimeRequest.Setting {
  var execution: Execution { Execution(threadCount: threadCount, kernels: kernels) }
}
