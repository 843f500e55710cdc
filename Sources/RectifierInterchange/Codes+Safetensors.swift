// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Code files: what hidden layers make of data, as a safetensors file that other programs read.
///
/// The metadata holds `format`, "rectifier-codes", `formatVersion`, the `architecture` of the network,
/// rows and checksum of the `data`, and under `layers` for each layer its number and its form
/// (`CodeForm`). The tensors of a layer are named after its number:
///
///     positions  layer.0.rowStarts I64 [rows + 1], layer.0.columns I32, layer.0.values F32
///     mask       layer.0.mask U8 [rows, ⌈units/8⌉], least significant bit first, layer.0.values F32
///     dense      layer.0.values F32 [rows, units]
extension Codes {
  static let format = "rectifier-codes"

  /// Reads a code file.
  ///
  /// - Throws: `FileError` where there is no file to read; `SafetensorsError` where it is damaged, of
  ///   another kind, or of a later format version.
  public init(contentsOf path: String) throws {
    let file = try SafetensorsFile(contentsOf: path, doing: "reading codes")
    try FormatVersion.check(Self.format, in: file.metadata, path: path)
    let architecture = try Architecture(
      MetadataField(path: path, key: "architecture", in: file.metadata))
    let dataField = try MetadataField(path: path, key: "data", in: file.metadata)
    let data = try DataFacts(dataField)
    guard data.rowCount <= Int32.max else {
      throw try dataField.member("rowCount").damaged("at most \(Int32.max)")
    }
    var layers: [Layer] = []
    var known: Set<String> = []
    let list = try MetadataField(path: path, key: "layers", in: file.metadata)
    for field in try list.elements() {
      let least = (layers.last?.number ?? -1) + 1
      let number = try field.member("layer").integer(atLeast: least)
      guard architecture.hiddenWidths.indices.contains(number) else {
        throw try field.member("layer").damaged(
          "a hidden layer of \(architecture.hiddenWidths.count)")
      }
      let tensors = CodeTensors(
        layer: number, rowCount: data.rowCount, unitCount: architecture.hiddenWidths[number])
      let form = try field.member("form").codeForm()
      layers.append(Layer(number: number, outputs: try tensors.outputs(form, in: file)))
      known.formUnion(tensors.names(form))
    }
    if let other = file.tensors.first(where: { !known.contains($0.name) }) {
      throw SafetensorsError.tensor(
        path: path, name: other.name, offset: other.byteRange.lowerBound,
        expected: "only tensors of the layers that the metadata name", found: "another")
    }
    self.init(architecture: architecture, data: data, layers: layers)
  }

  /// Writes a code file in one piece; the same codes always give the same bytes.
  ///
  /// - Parameters:
  ///   - path: Where the file goes.
  ///   - form: Of all layers; nil for the one of the fewest bytes for each.
  /// - Throws: `FileError`, `SafetensorsError.headerTooLong`.
  public func write(to path: String, form: CodeForm? = nil) throws {
    var entries: [Safetensors.Entry] = []
    var list: [JSONValue] = []
    for layer in layers {
      let form = form ?? smallestForm(of: layer)
      let tensors = CodeTensors(
        layer: layer.number, rowCount: data.rowCount,
        unitCount: architecture.hiddenWidths[layer.number])
      entries += tensors.entries(layer.outputs, form: form)
      list.append(["layer": JSONValue(layer.number), "form": .string(form.rawValue)])
    }
    var metadata = FormatVersion.metadata(Self.format)
    metadata["architecture"] = try architecture.metadata.text()
    metadata["data"] = try data.metadata.text()
    metadata["layers"] = try JSONValue.array(list).text()
    try AtomicFile.write(Safetensors.encode(entries, metadata: metadata), to: path)
  }

  /// The form of the fewest bytes for a layer.
  public func smallestForm(of layer: Layer) -> CodeForm {
    .smallest(
      rowCount: layer.outputs.rowCount, unitCount: layer.outputs.columnCount,
      activeCount: layer.outputs.entryCount)
  }
}

extension MetadataField {
  fileprivate func codeForm() throws(SafetensorsError) -> CodeForm {
    guard let form = CodeForm(rawValue: try string()) else {
      throw damaged("one of \(CodeForm.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return form
  }
}
