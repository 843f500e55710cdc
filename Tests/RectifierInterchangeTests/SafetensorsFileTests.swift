// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierInterchange

@Suite struct SafetensorsFileTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    let bytes = try Safetensors.encode(
      SafetensorsGolden.entries, metadata: SafetensorsGolden.metadata)
    path = try folder.write(bytes, "m.safetensors")
  }

  @Test func returnsWhatWasWritten() throws {
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a model")
    #expect(file.metadata == SafetensorsGolden.metadata)
    for (tensor, entry) in zip(file.tensors, SafetensorsGolden.entries) {
      #expect(try file.tensor(entry.name) == tensor && tensor.shape == entry.shape)
      #expect(try file.values(entry.name) == entry.values)
    }
    let bits = try file.floats("hidden.0.bias").map(\.bitPattern)
    #expect(bits == [0x8000_0000, 1])
    #expect(try file.floats("empty") == [] && file.floats("scalar") == [7])
  }

  @Test func readsElementsThatAreNotAligned() throws {
    let entries = [
      Safetensors.Entry(name: "a", shape: [1], values: .uint8([9])),
      Safetensors.Entry(name: "b", shape: [2], values: .float64([0.5, -3])),
      Safetensors.Entry(name: "c", shape: [1], values: .float32([0.25])),
    ]
    let path = try folder.write(Safetensors.encode(entries, metadata: [:]), "unaligned")
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a model")
    #expect(try entries.map(\.values) == entries.map { try file.values($0.name) })
  }

  @Test func otherTypesAndNamesAreErrors() throws {
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a model")
    #expect(
      throws: SafetensorsError.tensor(
        path: path, name: "pixels", offset: 8, expected: "dtype F32", found: "U8")
    ) {
      try file.floats("pixels")
    }
    #expect(
      throws: SafetensorsError.tensor(
        path: path, name: "x", offset: 8, expected: "a tensor of that name", found: "8 others")
    ) {
      try file.values("x")
    }
  }

  @Test func missingAndForeignFilesAreErrors() throws {
    let missing = folder.file("none")
    #expect(throws: FileError.notFound(path: missing, doing: "reading a model")) {
      try SafetensorsFile(contentsOf: missing, doing: "reading a model")
    }
    let empty = try folder.write([], "empty")
    #expect(throws: SafetensorsError.self) {
      try SafetensorsFile(contentsOf: empty, doing: "reading a model")
    }
  }
}
