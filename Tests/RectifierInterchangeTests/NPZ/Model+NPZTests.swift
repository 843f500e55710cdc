// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

@Suite struct ModelNPZTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func model() throws -> Model { try ExportedModels.model(9, .rectifier, head: 0) }

  /// Writes an archive of a model's members after a change, and reads it.
  private func read(
    _ change: (inout [(name: String, content: [UInt8])]) throws -> Void
  ) throws -> Model {
    var members = try NPZModel.members(model())
    try change(&members)
    return try Model(npz: folder.write(ZipWriter.stored(members), "model.npz"))
  }

  @Test func modelsComeBackToTheBit() throws {
    for model in try ExportedModels.all() {
      let path = folder.file("model.npz")
      try model.writeNPZ(to: path)
      #expect(try Model(npz: path) == model && Model(importing: path) == model)
      try Model(npz: path).writeNPZ(to: folder.file("again.npz"))
      #expect(try folder.read("again.npz") == folder.read("model.npz"))
    }
  }

  @Test func membersHaveTheNamesOfModelFiles() throws {
    let names = try NPZModel.members(model()).map(\.name)
    #expect(
      names == [
        "hidden.0.weight.npy", "hidden.0.bias.npy", "output.weight.npy", "output.bias.npy",
        "__metadata__.npy",
      ])
  }

  @Test func membersMayBeDeflatedAndWeightsChanged() throws {
    let model = try model()
    let members = try NPZModel.members(model).reversed().map {
      ZipMaker.Member($0.name, $0.content, isDeflated: true)
    }
    let path = try folder.write(ZipMaker.archive(members), "deflated.npz")
    #expect(try Model(npz: path) == model)
    let changed = try read { $0[3].content = NPYFile.encode([1.5, -2], shape: [2]) }
    #expect(changed.network.parameters.biases(ofLayer: 1) == [1.5, -2])
    #expect(changed.labels == model.labels && changed.facts == model.facts)
  }

  @Test func aPartOfAnArchiveIsRefused() throws {
    try model().writeNPZ(to: folder.file("whole"))
    let bytes = try folder.read("whole")
    for count in stride(from: 0, to: bytes.count, by: 7) {
      let path = try folder.write(Array(bytes[..<count]), "part")
      #expect(throws: NPZError.self, "\(count) bytes") { try Model(npz: path) }
    }
  }

  @Test func aWrongByteNeverTraps() throws {
    try model().writeNPZ(to: folder.file("whole"))
    var bytes = try folder.read("whole")
    for position in stride(from: 0, to: bytes.count, by: 5) {
      let byte = bytes[position]
      bytes[position] = byte ^ 1 << UInt8(position % 8)
      let path = try folder.write(bytes, "wrong")
      do { _ = try Model(npz: path) } catch {
        #expect(error is NPZError || error is SafetensorsError, "byte \(position): \(error)")
      }
      bytes[position] = byte
    }
  }

  @Test func arraysThatMakeNoNetworkAreRefused() throws {
    let missing = #expect(throws: NPZError.self) { try read { $0.remove(at: 1) } }
    #expect("\(missing!)".contains("hidden.0.bias"))
    let more = #expect(throws: NPZError.self) {
      try read { $0.append(("more.npy", NPYFile.encode([1], shape: [1]))) }
    }
    #expect("\(more!)".contains("\"more\""))
    let shape = #expect(throws: NPZError.self) {
      try read { $0[3].content = NPYFile.encode([1, 2], shape: [1, 2]) }
    }
    #expect("\(shape!)".contains("[1, 2]"))
    let infinite = #expect(throws: NPZError.self) {
      try read { $0[3].content = NPYFile.encode([1, .infinity], shape: [2]) }
    }
    #expect("\(infinite!)".contains("not finite"))
    let whole = #expect(throws: NPZError.self) {
      try read { $0[3].content = NPYFile.encode([1, 2]) }
    }
    #expect("\(whole!)".contains("real"))
  }

  @Test func metadataAreNeededAndRead() throws {
    let none = #expect(throws: NPZError.self) { try read { $0.removeLast() } }
    #expect("\(none!)".contains("__metadata__"))
    for text in ["", "{", "[]", #"{"format":1}"#] {
      #expect(throws: NPZError.self, "\(text)") {
        try self.read { $0[4].content = NPYFile.encode(Array(text.utf8)) }
      }
    }
    #expect(throws: SafetensorsError.self) {
      try self.read { $0[4].content = NPYFile.encode(Array(#"{"format":"x"}"#.utf8)) }
    }
    #expect(throws: NPZError.self) {
      try self.read { $0[4].content = NPYFile.encode([1], shape: [1]) }
    }
  }

  @Test func optionsAreRefused() throws {
    try model().writeNPZ(to: folder.file("model.npz"))
    #expect(throws: ImportError.notNeeded(path: folder.file("model.npz"), options: ["divisor"])) {
      try Model(importing: folder.file("model.npz"), options: ImportOptions(divisor: 2))
    }
  }
}
