// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A folder with the batches of CIFAR-10 under the names that they came with.
///
/// The training part is `data_batch_1.bin` to `data_batch_5.bin`, all of them and in that order; the
/// test part is `test_batch.bin`. Each may end in `.gz`. Either part may be missing, but not some of
/// the training batches alone: a network that learned from four fifths of the data would look like
/// any other. `batches.meta.txt` names the classes, where it is there. The folder may be the one
/// above, as the archive leaves it.
enum CIFARFolder {
  /// What the archive calls its folder.
  static let archiveFolder = "cifar-10-batches-bin"
  /// The file with the names of the classes.
  static let namesFile = "batches.meta.txt"

  static let trainingNames = (1...5).map { "data_batch_\($0).bin" }
  static let testName = "test_batch.bin"

  /// What the names of single files end in.
  private static let fileEndings = [".bin", ".bin.gz"]

  /// Whether a folder holds a batch, or one that holds some.
  static func isPresent(in folder: String) -> Bool { place(in: folder) != nil }

  /// Whether a path is called as a batch is.
  static func isBatch(_ path: String) -> Bool { fileEndings.contains { path.hasSuffix($0) } }

  /// Reads all parts that are there.
  ///
  /// - Parameter name: What messages call the source, as in "cifar10".
  static func read(_ folder: String, name: String) throws(CIFARError) -> DatasetParts {
    let folder = place(in: folder) ?? folder
    let present = names(in: folder)
    // All names are judged before the first file is read.
    var training: [String] = []
    var missing: [String] = []
    for name in trainingNames {
      if let found = try single(name, among: present, folder: folder) {
        training.append(found)
      } else {
        missing.append(name)
      }
    }
    if !training.isEmpty, !missing.isEmpty {
      throw .partial(folder: folder, present: training, missing: missing)
    }
    let test = try single(testName, among: present, folder: folder)
    let labels = try labels(in: folder, among: present)
    let datasets = try [(Part.train, training), (.test, test.map { [$0] } ?? [])].map {
      (part, files) throws(CIFARError) -> Dataset? in
      if files.isEmpty { return nil }
      var batch = CIFARBatch()
      for file in files { try batch.append(contentsOf: PathName.join(folder, file)) }
      return try batch.dataset("\(name) \(part.rawValue)", labels: labels)
    }
    do throws(DatasetError) {
      return try DatasetParts(name: name, train: datasets[0], test: datasets[1])
    } catch { throw .dataset(error) }
  }

  /// Reads a single batch, whose rows are of no part.
  static func readFile(_ path: String, name: String) throws(CIFARError) -> DatasetParts {
    var batch = CIFARBatch()
    try batch.append(contentsOf: path)
    return DatasetParts(all: try batch.dataset(name, labels: CIFARBatch.standardLabels))
  }

  /// Where the batches lie: here, or in the folder that the archive makes.
  private static func place(in folder: String) -> String? {
    [folder, PathName.join(folder, archiveFolder)].first { place in
      let present = names(in: place)
      return (trainingNames + [testName]).contains { name in
        present.contains(name) || present.contains(name + ".gz")
      }
    }
  }

  private static func names(in folder: String) -> [String] {
    (try? Folder.list(folder, doing: "reading data")) ?? []
  }

  private static func single(
    _ name: String, among present: [String], folder: String
  ) throws(CIFARError) -> String? {
    let found = [name, name + ".gz"].filter { present.contains($0) }
    if found.count > 1 { throw .ambiguous(folder: folder, names: found) }
    return found.first
  }

  private static func labels(
    in folder: String, among present: [String]
  ) throws(CIFARError) -> [String] {
    guard present.contains(namesFile) else { return CIFARBatch.standardLabels }
    let path = PathName.join(folder, namesFile)
    let content: [UInt8]?
    do throws(StoredContentError) {
      content = try StoredContent(path: path, doing: "reading names").rest(limit: 1 << 12)
    } catch { throw .content(error) }
    let lines = String(decoding: content ?? [], as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
    guard Set(lines).count == CIFARBatch.standardLabels.count, lines.count == Set(lines).count
    else { throw .wrongNames(path: path, found: Set(lines).count) }
    return lines
  }
}
