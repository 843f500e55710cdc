// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

@Suite struct CodesSafetensorsTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Three rows of two layers of 9 and 2 units.
  private func codes() throws -> Codes {
    let architecture = try Architecture(
      inputCount: 4, hiddenWidths: [9, 2], head: .softmax(classCount: 2))
    let first = Matrix(rows: [
      [0, 0.5, 0, 0, 0, 0, 0, 0, 2], [0, 0, 0, 0, 0, 0, 0, 0, 0], [3, 0, 0, 0, 0, 0, 0, -1, 0],
    ])
    return Codes(
      architecture: architecture, data: DataFacts(rowCount: 3, checksum: "crc32:00c0ffee"),
      layers: [
        Codes.Layer(number: 0, outputs: SparseMatrix(first)),
        Codes.Layer(number: 1, outputs: SparseMatrix(Matrix(rows: [[1, 2], [3, 4], [0, 5]]))),
      ])
  }

  private func file(_ form: CodeForm?) throws -> SafetensorsFile {
    try codes().write(to: folder.file("codes"), form: form)
    return try SafetensorsFile(contentsOf: folder.file("codes"), doing: "reading codes")
  }

  /// Writes a code file with changed content, and returns how it is refused.
  private func refusal(
    _ form: CodeForm,
    _ change: (inout [Safetensors.Entry], inout [String: String]) throws -> Void
  ) throws -> SafetensorsError? {
    let file = try file(form)
    var (entries, metadata) = (try file.entries(), file.metadata)
    try change(&entries, &metadata)
    let path = try folder.write(Safetensors.encode(entries, metadata: metadata), "changed")
    let error = #expect(throws: SafetensorsError.self) { try Codes(contentsOf: path) }
    #expect(error?.description.contains(path) == true)
    return error
  }

  @Test(arguments: CodeForm.allCases)
  func returnsWhatWasWritten(form: CodeForm) throws {
    let codes = try codes()
    for form in [form, nil] {
      try codes.write(to: folder.file("a"), form: form)
      try codes.write(to: folder.file("b"), form: form)
      #expect(try Codes(contentsOf: folder.file("a")) == codes)
      #expect(try folder.read("a") == folder.read("b"))
    }
    let alone = Codes(
      architecture: codes.architecture, data: codes.data, layers: [codes.layers[1]])
    try alone.write(to: folder.file("a"), form: form)
    #expect(try Codes(contentsOf: folder.file("a")) == alone)
  }

  /// A file's tensors take the bytes that the form says.
  @Test(arguments: CodeForm.allCases)
  func bytesAreThoseOfTheForm(form: CodeForm) throws {
    let file = try file(form)
    for (layer, active) in [(0, 4), (1, 5)] {
      let tensors = file.tensors.filter { $0.name.hasPrefix("layer.\(layer).") }
      #expect(
        tensors.reduce(0) { $0 + $1.byteRange.count }
          == form.byteCount(rowCount: 3, unitCount: layer == 0 ? 9 : 2, activeCount: active))
    }
  }

  @Test func theTensorsByHand() throws {
    var file = try file(.positions)
    #expect(try file.values("layer.0.rowStarts") == .int64([0, 2, 2, 4]))
    #expect(try file.values("layer.0.columns") == .int32([1, 8, 0, 7]))
    #expect(try file.values("layer.0.values") == .float32([0.5, 2, 3, -1]))
    #expect(file.metadata["format"] == "rectifier-codes")
    file = try self.file(.mask)
    #expect(try file.values("layer.0.mask") == .uint8([2, 1, 0, 0, 129, 0]))
    #expect(try file.tensor("layer.0.mask").shape == [3, 2])
    #expect(try file.values("layer.1.values") == .float32([1, 2, 3, 4, 5]))
    file = try self.file(.dense)
    #expect(try file.values("layer.1.values") == .float32([1, 2, 3, 4, 0, 5]))
    file = try self.file(nil)
    #expect(file.metadata["layers"]!.contains(#""form":"mask""#))
    #expect(file.metadata["layers"]!.contains(#""form":"dense""#) == false)
  }

  @Test(arguments: ["format", "formatVersion", "architecture", "data", "layers"])
  func everyMetadataKeyIsNeeded(key: String) throws {
    for damage: (String) -> String? in [{ _ in nil }, { String($0.dropLast()) }, { _ in "?" }] {
      guard case .metadata(_, key, _, _)? = try refusal(.mask, { $1[key] = damage($1[key]!) })
      else {
        Issue.record("\(key): another error")
        continue
      }
    }
  }

  @Test(arguments: [
    ("data", #"{"rowCount":4,"checksum":""}"#), ("data", #"{"rowCount":0,"checksum":""}"#),
    ("data", #"{"rowCount":9223372036854775807,"checksum":""}"#),
    ("layers", #"[{"layer":0,"form":"sparse"}]"#), ("layers", #"[{"layer":2,"form":"mask"}]"#),
    ("layers", #"[{"layer":1,"form":"mask"},{"layer":0,"form":"mask"}]"#),
    ("layers", #"[{"layer":0,"form":"mask"}]"#), ("layers", #"[]"#),
    ("layers", #"[{"layer":0,"form":"positions"},{"layer":1,"form":"mask"}]"#),
    ("formatVersion", "2"), ("format", "rectifier-model"),
  ])
  func metadataThatMakesNoSenseIsRefused(key: String, text: String) throws {
    #expect(try refusal(.mask) { $1[key] = text } != nil)
  }

  private static let damages: [(CodeForm, String, SafetensorsValues)] = [
    (.positions, "rowStarts", .int64([1, 2, 2, 4])),
    (.positions, "rowStarts", .int64([0, 3, 2, 4])),
    (.positions, "rowStarts", .int64([0, 2, 2, 3])),
    (.positions, "rowStarts", .int64([0, 2, -1, 4])),
    (.positions, "rowStarts", .int64([0, 2, 9, 4])),
    (.positions, "rowStarts", .int64([0, 2, .max, 4])),
    (.positions, "rowStarts", .int32([0, 2, 2, 4])),
    (.positions, "rowStarts", .int64([0, 2, 4])),
    (.positions, "columns", .int32([8, 1, 0, 7])), (.positions, "columns", .int32([1, 1, 0, 7])),
    (.positions, "columns", .int32([1, 9, 0, 7])), (.positions, "columns", .int32([-1, 8, 0, 7])),
    (.positions, "columns", .int32([.max, 8, 0, 7])),
    (.positions, "columns", .int32([1, 8, 0])), (.positions, "columns", .int64([1, 8, 0, 7])),
    (.positions, "values", .float32([0.5, 0, 3, -1])),
    (.positions, "values", .float32([0.5, .nan, 3, -1])),
    (.positions, "values", .float32([0.5, 2, 3])), (.positions, "values", .float64([1, 2, 3, 4])),
    (.mask, "mask", .uint8([2, 3, 0, 0, 128, 0])), (.mask, "mask", .uint8([2, 1, 0, 0, 128, 0])),
    (.mask, "mask", .uint8([2, 1, 0, 0, 131, 0])), (.mask, "mask", .uint8([2, 1, 0, 0])),
    (.mask, "mask", .int32([2, 1, 0, 0, 129, 0])),
    (.mask, "values", .float32([0.5, 2, 3, -0.0])),
    (.mask, "values", .float32([0.5, 2, 3, .infinity])),
    (.dense, "values", .float32([Float](repeating: .nan, count: 27))),
    (.dense, "values", .float32([1])), (.dense, "values", .int32([Int32](repeating: 1, count: 27))),
  ]

  @Test(arguments: damages.indices)
  func everyElementIsChecked(number: Int) throws {
    let (form, tensor, values) = Self.damages[number]
    let error = try refusal(form) { entries, _ in
      let place = entries.firstIndex { $0.name == "layer.0.\(tensor)" }!
      let shape = entries[place].shape
      let fits = shape.reduce(1, *) == values.count
      entries[place] = .init(
        name: "layer.0.\(tensor)",
        shape: fits ? shape : shape.count == 1 ? [values.count] : [values.count, 1],
        values: values)
    }
    guard case .tensor? = error else {
      Issue.record("\(form) \(tensor) \(values): \(String(describing: error))")
      return
    }
  }

  @Test func anElementIsNamedByItsByte() throws {
    let begin = try file(.positions).tensor("layer.0.columns").byteRange.lowerBound
    let error = try refusal(.positions) { entries, _ in
      let place = entries.firstIndex { $0.name == "layer.0.columns" }!
      entries[place] = .init(
        name: "layer.0.columns", shape: [4], values: .int32([1, 8, 0, 9]))
    }
    #expect(
      error
        == .tensor(
          path: folder.file("changed"), name: "layer.0.columns", offset: begin + 12,
          expected: "a unit from 1 to 8", found: "9"))
  }

  @Test func otherTensorsAreRefused() throws {
    let error = try refusal(.dense) { entries, _ in
      entries.append(.init(name: "layer.7.values", shape: [1], values: .float32([1])))
    }
    guard case .tensor(_, "layer.7.values", _, _, _)? = error else {
      Issue.record("another error")
      return
    }
  }

  @Test(arguments: CodeForm.allCases)
  func aPartOfAFileIsRefused(form: CodeForm) throws {
    _ = try file(form)
    let bytes = try folder.read("codes")
    for count in bytes.indices {
      let path = try folder.write(Array(bytes[..<count]), "part")
      #expect(throws: SafetensorsError.self, "\(count) bytes") { try Codes(contentsOf: path) }
    }
  }

  @Test(arguments: CodeForm.allCases)
  func aWrongByteNeverTraps(form: CodeForm) throws {
    _ = try file(form)
    var bytes = try folder.read("codes")
    for place in bytes.indices {
      let byte = bytes[place]
      for wrong in [byte ^ 1, byte ^ 0x80, 0, 255, UInt8(ascii: "9")] {
        bytes[place] = wrong
        _ = try? Codes(contentsOf: folder.write(bytes, "wrong"))
      }
      bytes[place] = byte
    }
  }
}
