// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why an ONNX file cannot be read as a model, or a model not be written as one. Offsets count bytes of
/// the file.
public enum ONNXError: Error, Equatable, Sendable {
  /// The file is no protobuf message of the kind, from `offset` on.
  case damaged(path: String, offset: Int, expected: String, found: String)
  /// A node, a tensor or the graph has a form that no network of ours has; `place` says which.
  case unsupported(path: String, place: String, expected: String, found: String)
  /// The graph is not the one that the model beside it makes.
  case otherModel(path: String, expected: String, found: String)
  /// The file to be read or written is larger than protobuf allows.
  case tooLarge(path: String, byteCount: Int)
}

extension ONNXError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .damaged(let path, let offset, let expected, let found):
      "reading \(PathName.quoted(path)): byte \(offset): expected \(expected), found \(found)"
        + "; the file is damaged or no ONNX file, get it again"
    case .unsupported(let path, let place, let expected, let found):
      "reading \(PathName.quoted(path)): \(place): expected \(expected), found \(found)"
        + "; what can be imported is a chain of fully connected layers"
    case .otherModel(let path, let expected, let found):
      "reading \(PathName.quoted(path)): its metadata describe \(expected), its graph \(found)"
        + "; the graph was changed since, export the model again"
    case .tooLarge(let path, let byteCount):
      "\(PathName.quoted(path)): expected at most \(ONNXModel.byteLimit) bytes, as much as an ONNX"
        + " file can have, found \(byteCount); use safetensors or NPZ"
    }
  }
}
