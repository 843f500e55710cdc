// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierTraining

/// The layers that a pre-training run left in its folder.
package enum PretrainedLayers {
  /// Where the autoencoder of a layer lies: its encoder is `hidden.0`, its decoder `output`.
  package static func path(ofLayer layer: Int, in folder: String) -> String {
    PathName.join(folder, "autoencoder.\(layer).safetensors")
  }

  /// Where a layer that is not done goes on from.
  static func checkpointPath(ofLayer layer: Int, in folder: String) -> String {
    PathName.join(folder, "checkpoint.\(layer).safetensors")
  }

  /// The models of the layers that are done, from the first on.
  package static func read(_ folder: String) throws -> [Model] {
    var models: [Model] = []
    while FileKind.of(path(ofLayer: models.count, in: folder)) != nil {
      models.append(try Model(contentsOf: path(ofLayer: models.count, in: folder)))
    }
    return models
  }

  /// Refuses a folder that holds no finished pre-training of the hidden layers that a configuration
  /// asks for.
  ///
  /// - Throws: `PretrainedLayersError`, and what is wrong with the folder's run.json.
  package static func check(
    _ folder: String, for configuration: TrainConfiguration
  ) throws {
    guard Folder.exists(folder) else { throw PretrainedLayersError.missing(path: folder) }
    let recordPath = PathName.join(folder, "run.json")
    guard FileKind.of(recordPath) == .file else {
      throw PretrainedLayersError.notARun(path: folder, found: "no run.json in it")
    }
    let record: PretrainRecord
    do {
      record = try PretrainRecord(contentsOf: recordPath)
    } catch let error as RunRecordError {
      throw PretrainedLayersError.notARun(path: folder, found: error.reason)
    }
    guard record.isFinished else { throw PretrainedLayersError.unfinished(path: folder) }
    let (expected, found) = (
      configuration.hiddenLayersText, record.configuration.training.hiddenLayersText
    )
    guard expected == found else {
      throw PretrainedLayersError.otherLayers(path: folder, expected: expected, found: found)
    }
  }

  /// The network with its hidden layers from a folder that has been checked.
  ///
  /// - Throws: `PretrainedLayersError.otherFeatures` where the rows of files were encoded in another way,
  ///   `PretrainingError.layersDiffer` where the layers were made for another number of inputs,
  ///   `ModelError` where they were made for other features, and what is wrong with the files.
  static func initialize(
    _ network: Network, from folder: String, for data: Dataset
  ) throws -> Network {
    let models = try read(folder)
    if let encoding = data.encoding, let found = models.first?.preprocessing.encoding,
      !encoding.makesSameFeatures(as: found)
    {
      throw PretrainedLayersError.otherFeatures(path: folder, data: data.name)
    }
    try models.first?.checkFeatures(of: data)
    let layerCount = network.architecture.hiddenWidths.count
    guard models.count == layerCount else {
      throw PretrainedLayersError.notARun(
        path: folder, found: "\(models.count) of the \(layerCount) files autoencoder.K.safetensors")
    }
    return try network.replacingHiddenLayers(with: models.map(\.network))
  }
}

extension TrainConfiguration {
  /// The hidden layers as messages name them: `500-300, rectifier, sign mask`.
  fileprivate var hiddenLayersText: String {
    let names = activationsPerLayer.map(\.name)
    let widths = hiddenWidths.map(String.init).joined(separator: "-")
    return
      ([widths] + (Set(names).count > 1 ? names : Array(names.prefix(1)))
      + (hasSignMask ? ["sign mask"] : [])).joined(separator: ", ")
  }
}

/// Why a folder cannot serve `--init-from`.
package enum PretrainedLayersError: Error, Equatable, Sendable {
  /// There is no such folder.
  case missing(path: String)
  /// The folder is not what a pre-training run leaves.
  case notARun(path: String, found: String)
  /// Not all layers are done.
  case unfinished(path: String)
  /// The layers were made for rows of files that were encoded in another way.
  case otherFeatures(path: String, data: String)
  /// The layers have other widths, activations or signs.
  case otherLayers(path: String, expected: String, found: String)
}

extension PretrainedLayersError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "--init-from \(PathName.quoted(path)): no such folder; give the folder of a pre-training run"
    case .notARun(let path, let found):
      "--init-from \(PathName.quoted(path)): expected the folder of a pre-training run, found"
        + " \(found); make one with rectifier pretrain"
    case .unfinished(let path):
      "--init-from \(PathName.quoted(path)): the pre-training is not finished; go on with it:"
        + " rectifier pretrain --resume \(path)"
    case .otherFeatures(let path, let data):
      "--init-from \(PathName.quoted(path)): expected layers whose columns, levels and words are those of"
        + " \(data), found others; pretrain on the same rows, or fit both on all with --fit-on all"
    case .otherLayers(let path, let expected, let found):
      "--init-from \(PathName.quoted(path)): expected hidden layers of \(expected), found \(found);"
        + " give the --hidden, --activation and --sign-mask of the pre-training"
    }
  }
}
