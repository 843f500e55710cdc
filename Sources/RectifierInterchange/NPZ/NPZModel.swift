// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// A model as an archive of arrays, which NumPy reads: the tensors by the names that they have in model
/// files, and the metadata as the bytes of a JSON text.
///
///     numpy.load("model.npz")["hidden.0.weight"]              [outputs × inputs], float32
///     json.loads(bytes(numpy.load("model.npz")["__metadata__"]))
enum NPZModel {
  static let metadataName = "__metadata__"
  private static let ending = ".npy"
  /// How many arrays there may be.
  private static let memberLimit = 10_000
  /// How many bytes all arrays may inflate to: 16 GiB.
  private static let byteLimit = 1 << 34

  /// The members of the archive that a model is.
  static func members(_ model: Model) throws -> [(name: String, content: [UInt8])] {
    var text = JSONObject()
    for (key, value) in try model.metadata() { text[key] = .string(value) }
    let metadata = try JSONValue.object(text.sorted).text(.compact)
    return model.network.tensors().map {
      ($0.name + ending, NPYFile.encode($0.values, shape: $0.shape))
    } + [(metadataName + ending, NPYFile.encode(Array(metadata.utf8)))]
  }

  /// The model that an archive holds.
  static func read(_ file: MappedFile) throws -> Model {
    let path = file.path
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(file, memberLimit: memberLimit, byteLimit: byteLimit)
    } catch { throw NPZError.arrays(.zip(error)) }
    let metadata = try metadata(in: archive, path: path)
    return try Model(metadata: metadata, path: path) { architecture in
      var tensors: [NamedTensor] = []
      for name in archive.names where name.hasSuffix(ending) {
        let name = String(name.dropLast(ending.count))
        guard name != metadataName, let array = try array(name, of: archive, path: path) else {
          continue
        }
        guard array.hasReals else {
          throw NPZError.arrays(
            .wrongElement(place: array.place, found: "whole numbers, expected real ones"))
        }
        tensors.append(NamedTensor(name: name, shape: array.shape, values: array.floats()))
      }
      do throws(ParameterError) {
        return try Network(architecture, tensors: tensors)
      } catch { throw NPZError.parameters(path: path, error) }
    }
  }

  private static func metadata(in archive: ZipArchive, path: String) throws -> [String: String] {
    guard let array = try array(metadataName, of: archive, path: path) else {
      throw NPZError.noMetadata(path: path)
    }
    guard let bytes = array.bytesOfVector else {
      throw NPZError.wrongMetadata(path: path, found: "an array of another kind")
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(bytes, path: path)
    } catch { throw NPZError.wrongMetadata(path: path, found: "\(error)") }
    guard let object = value.objectValue else {
      throw NPZError.wrongMetadata(path: path, found: value.summary)
    }
    var metadata: [String: String] = [:]
    for key in object.keys {
      guard let text = object[key]?.stringValue else {
        throw NPZError.wrongMetadata(path: path, found: "\(JSONValue.quoted(key)) as another value")
      }
      metadata[key] = text
    }
    return metadata
  }

  private static func array(
    _ name: String, of archive: ZipArchive, path: String
  ) throws(NPZError) -> NPYArray? {
    do {
      guard let content = try archive.content(of: name + ending) else { return nil }
      return try NPYArray(content, place: "\(PathName.quoted(path)), member \(name)")
    } catch let error as ZipError {
      throw .arrays(.zip(error))
    } catch let error as NumPyError {
      throw .arrays(error)
    } catch { fatalError("NPZ: \(error)") }
  }
}
