// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension LearningTask {
  /// A name where there is nothing more to say, else an object.
  package var metadata: JSONValue {
    switch self {
    case .classification, .multiLabel: .string(name)
    case .ordinal(let levels):
      ["name": .string(name), "levels": .array(levels.map { JSONValue($0) })]
    case .regression(let mean, let deviation):
      ["name": .string(name), "mean": JSONValue(mean), "deviation": JSONValue(deviation)]
    }
  }

  /// Reads the task of a network with that head.
  init(_ field: MetadataField, head: OutputHead) throws(SafetensorsError) {
    let simple: [LearningTask] = [.classification, .multiLabel]
    if let task = simple.first(where: { field.value == .string($0.name) }) {
      self = task
    } else {
      guard field.value.objectValue != nil else { throw field.damaged("a task") }
      let nameField = try field.member("name")
      switch try nameField.string() {
      case "ordinal":
        self = .ordinal(
          levels: try field.member("levels").elements { (field) throws(SafetensorsError) in
            try field.double()
          })
      case "regression":
        self = .regression(
          mean: try field.member("mean").float(), deviation: try field.member("deviation").float())
      default: throw nameField.damaged("\"ordinal\" or \"regression\"")
      }
    }
    if let flaw = flaw(head: head) { throw field.damaged("a task for \(flaw.expected)") }
  }
}
