// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

/// What a checkpoint holds of the optimizer, and what it refuses.
@Suite struct OptimizerStateSafetensorsTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  /// A checkpoint after seven steps, its tensors and metadata changed on the way to the file.
  private func checkpoint(
    _ optimizer: Optimizer,
    _ change: (inout [Safetensors.Entry], inout [String: String]) -> Void = { _, _ in }
  ) throws -> (run: TrainingRun, read: Checkpoint) {
    let steps = SmallRun.Steps(optimizer: optimizer, learningRate: 0.1)
    let run = try SmallRun(hasSignMask: true, steps: steps).begun(SmallRun.execution(0))
    for _ in 0..<7 { _ = try run.step() }
    let path = folder.file("checkpoint")
    try run.checkpoint().write(to: path)
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a checkpoint")
    var entries = try file.entries()
    var metadata = file.metadata
    change(&entries, &metadata)
    let other = try folder.write(Safetensors.encode(entries, metadata: metadata), "other")
    return (run, try Checkpoint(contentsOf: other))
  }

  @Test(arguments: Optimizer.all)
  func momentsSurviveTheFile(optimizer: Optimizer) throws {
    var names: [String] = []
    let (run, read) = try checkpoint(optimizer) { entries, _ in names = entries.map(\.name) }
    #expect(read == run.checkpoint())
    let state = read.optimizerState
    #expect((state.firstMoment != nil) == (optimizer.momentCount > 0))
    #expect((state.secondMoment != nil) == (optimizer.momentCount > 1))
    // Weights, biases and signs of three layers; the best model's; weights and biases a moment.
    #expect(names.count == 8 + 8 + 6 * optimizer.momentCount)
    if let first = state.firstMoment {
      #expect(first.weights(ofLayer: 1).contains { $0 != 0 })
      #expect(first != read.last.network.parameters && first != state.secondMoment)
    }
  }

  private typealias Change = @Sendable (inout [Safetensors.Entry], inout [String: String]) -> Void

  private static func replace(
    _ entries: inout [Safetensors.Entry], _ name: String, shape: [Int]? = nil,
    _ change: (inout [Float]) -> Void = { _ in }
  ) {
    let place = entries.firstIndex { $0.name == name }!
    guard case .float32(var values) = entries[place].values else { return }
    change(&values)
    entries[place] = Safetensors.Entry(
      name: name, shape: shape ?? entries[place].shape, values: .float32(values))
  }

  private static let damages: [(Optimizer, String, Change)] = [
    (
      .momentum(), "firstMoment.output.bias",
      { entries, _ in entries.removeAll { $0.name == "firstMoment.output.bias" } }
    ),
    (
      .adam(), "secondMoment.hidden.0.weight",
      { entries, _ in entries.removeAll { $0.name.hasPrefix("secondMoment.") } }
    ),
    (
      .sgd, "firstMoment.output.bias",
      { entries, _ in
        entries.append(
          Safetensors.Entry(
            name: "firstMoment.output.bias", shape: [3], values: .float32([0, 0, 0])))
      }
    ),
    (
      .adam(), "firstMoment.hidden.0.sign",
      { entries, _ in
        let sign = Safetensors.Entry(
          name: "firstMoment.hidden.0.sign", shape: [8],
          values: .float32([Float](repeating: 1, count: 8)))
        entries.append(sign)
      }
    ),
    (
      .momentum(), "shape [8, 6]",
      { entries, _ in replace(&entries, "firstMoment.hidden.0.weight", shape: [6, 8]) }
    ),
    (
      .momentum(), "expected finite numbers, found nan",
      { entries, _ in replace(&entries, "firstMoment.hidden.1.bias") { $0[2] = .nan } }
    ),
    (
      .adam(), "expected finite numbers from 0 on, found -1.0",
      { entries, _ in replace(&entries, "secondMoment.hidden.1.bias") { $0[2] = -1 } }
    ),
  ]

  @Test(arguments: damages.indices)
  func damageIsRefusedAndNamed(index: Int) throws {
    let (optimizer, text, change) = Self.damages[index]
    let error = #expect(throws: SafetensorsError.self) { try checkpoint(optimizer, change) }
    #expect(error?.description.contains(text) == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    (Optimizer.momentum(), #""coefficient":0.9"#, #""coefficient":1.9"#),
    (.momentum(), #""isNesterov":false"#, #""isNesterov":0"#),
    (.momentum(), #""name":"momentum""#, #""name":"momentun""#),
    (.momentum(), #""name":"momentum""#, #""name":"adam""#),
    (.adam(), #""epsilon":1e-08"#, #""epsilon":-1e-08"#),
    (.adam(), #""firstDecay":0.9,"#, ""),
    (.sgd, #""weightL2":0"#, #""weightL2":-1"#),
    (.sgd, #""schedule":"constant""#, #""schedule":"exponential:2""#),
    (.sgd, #""patience":0"#, #""patience":0,"dropout":{"hidden":[],"input":1}"#),
    (.sgd, #""patience":0"#, #""patience":0,"dropout":{"hidden":[0.5],"input":0}"#),
    (.sgd, #""patience":0"#, #""patience":0,"dropout":{"hidden":[0.5,-1],"input":0}"#),
    (.sgd, #""patience":0"#, #""patience":0,"targetZeros":1"#),
    (.sgd, #""patience":0"#, #""patience":0,"epochTies":"last""#),
  ])
  func optionsThatMakeNoSenseAreRefused(
    optimizer: Optimizer, old: String, new: String
  ) throws {
    let error = #expect(throws: SafetensorsError.self) {
      try checkpoint(optimizer) { _, metadata in
        let facts = metadata["facts"]!
        #expect(facts.contains(old), "\(facts)")
        metadata["facts"] = facts.replacing(old, with: new, maxReplacements: 1)
      }
    }
    #expect(error?.description.contains("facts.options") == true, "\(String(describing: error))")
  }

  /// As files were written before there were schedules and weight L2.
  @Test func olderFilesAreRead() throws {
    let (run, read) = try checkpoint(.sgd) { _, metadata in
      for key in ["facts", "bestFacts"] {
        for text in [#","schedule":"constant""#, #","weightL2":0.0"#] {
          #expect(metadata[key]!.contains(text), "\(metadata[key]!)")
          metadata[key] = metadata[key]!.replacing(text, with: "")
        }
      }
    }
    #expect(read == run.checkpoint())
  }
}
