// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// A form of files for other programs, in which a model can be written and read back.
public enum ModelFormat: String, CaseIterable, Sendable {
  /// A graph of operations: `Model.writeONNX(to:)`.
  case onnx
  /// An archive of NumPy's arrays: `Model.writeNPZ(to:)`.
  case npz

  /// What people call it.
  public var title: String {
    switch self {
    case .onnx: "ONNX"
    case .npz: "NPZ"
    }
  }

  /// What names of such files end in.
  public var ending: String { ".\(rawValue)" }
}

extension Model {
  /// Writes the model for other programs.
  ///
  /// - Throws: As `writeONNX(to:)` and `writeNPZ(to:)`.
  public func write(to path: String, as format: ModelFormat) throws {
    switch format {
    case .onnx: try writeONNX(to: path)
    case .npz: try writeNPZ(to: path)
    }
  }

  /// Reads a model that was written for other programs, or comes from one: an archive as NPZ, anything
  /// else as ONNX.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: What the file of another program does not say.
  /// - Throws: As `init(onnx:options:)` and `init(npz:)`; `ImportError` for options with an archive.
  public init(importing path: String, options: ImportOptions = ImportOptions()) throws {
    let file = try MappedFile(path: path, doing: "importing a model")
    guard file.bytes.starts(with: "PK".utf8) else {
      self = try Model(onnx: file.bytes, path: path, options: options)
      return
    }
    guard options.given.isEmpty else {
      throw ImportError.notNeeded(path: path, options: options.given)
    }
    self = try NPZModel.read(file)
  }

  /// Whether rows of files have to be encoded before an ONNX graph of the model takes them.
  public var onnxTakesEncodedRows: Bool {
    preprocessing.encoding != nil && ONNXPreprocessing(preprocessing) == .none
  }
}
