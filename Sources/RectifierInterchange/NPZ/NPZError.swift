// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks

/// Why an archive of arrays cannot be read as a model, or a model not be written as one.
public enum NPZError: Error, Equatable, Sendable {
  /// The archive or an array of it is damaged.
  case arrays(NumPyError)
  /// Without the metadata, nothing says what network the arrays are of.
  case noMetadata(path: String)
  /// The metadata are no JSON object of texts.
  case wrongMetadata(path: String, found: String)
  /// The arrays are not the network's that the metadata describe.
  case parameters(path: String, ParameterError)
  /// More bytes than an archive of this kind can have.
  case tooLarge(path: String, byteCount: Int)
}

extension NPZError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .arrays(let error): error.description
    case .noMetadata(let path):
      "reading \(PathName.quoted(path)): expected an array \(NPZModel.metadataName), which says what"
        + " the network is, found none; keep that array of the archive that was exported"
    case .wrongMetadata(let path, let found):
      "reading \(PathName.quoted(path)): array \(NPZModel.metadataName): expected the bytes of a JSON"
        + " object of texts, found \(found); keep that array as it was exported"
    case .parameters(let path, let error):
      "reading \(PathName.quoted(path)): \(error)"
    case .tooLarge(let path, let byteCount):
      "\(PathName.quoted(path)): expected at most \(ZipWriter.byteLimit) bytes, found \(byteCount);"
        + " use safetensors"
    }
  }
}
