// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks

extension Architecture {
  /// As it stands in the metadata of a model.
  var metadata: JSONValue {
    [
      "inputCount": JSONValue(inputCount),
      "hiddenWidths": JSONValue(hiddenWidths),
      "activations": JSONValue(activations.map(\.name)),
      "hasSignMask": .bool(hasSignMask),
      "head": ["name": .string(head.name), "outputCount": JSONValue(head.outputCount)],
    ]
  }

  /// Reads and checks it.
  init(_ field: MetadataField) throws(SafetensorsError) {
    let activations = try field.member("activations").elements {
      (field) throws(SafetensorsError) in
      let name = try field.string()
      do throws(ArchitectureError) {
        return try Activation(parsing: name)
      } catch {
        throw field.damaged("the name of an activation")
      }
    }
    let hiddenWidths = try field.member("hiddenWidths").elements {
      (field) throws(SafetensorsError) in try field.integer(atLeast: 1)
    }
    guard activations.count == hiddenWidths.count else {
      throw try field.member("activations").damaged("\(hiddenWidths.count) names, one a layer")
    }
    let inputCount = try field.member("inputCount").integer(atLeast: 1)
    let hasSignMask = try field.member("hasSignMask").boolean()
    let head = try OutputHead(field.member("head"))
    do throws(ArchitectureError) {
      try self.init(
        inputCount: inputCount, hiddenWidths: hiddenWidths, activations: activations,
        hasSignMask: hasSignMask, head: head)
    } catch {
      throw .metadata(
        path: field.path, key: field.key, expected: "a possible architecture",
        found: error.description)
    }
  }
}

extension OutputHead {
  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    let name = try field.member("name")
    let count = try field.member("outputCount")
    guard let head = OutputHead(name: try name.string(), outputCount: try count.integer()) else {
      throw name.damaged("one of \(OutputHead.names.joined(separator: ", "))")
    }
    _ = try count.integer(atLeast: head.leastOutputCount)
    self = head
  }
}
