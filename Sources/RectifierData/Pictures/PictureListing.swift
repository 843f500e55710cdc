// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The names of the pictures in a folder, before any of them is opened.
///
/// Hidden names are skipped, and so are files that no picture's name ends like. What would be
/// skipped by mistake is refused: pictures in formats that are not read here, folders inside of
/// class folders, pictures beside class folders.
struct PictureListing {
  /// A class and its pictures; paths are relative to the folder of the listing.
  struct Class {
    let label: String
    let files: [String]
  }

  enum Content {
    /// Pictures without classes.
    case loose([String])
    case classes([Class])
    case parts([Part: [Class]])
  }

  /// What names of pictures end in, a dot before it.
  static let extensions = ["png", "pgm", "ppm", "pnm"]
  private static let foreignExtensions = [
    "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "pbm", "pam",
  ]
  private static let partNames: [Part] = [.train, .validation, .test]

  let content: Content

  /// Lists a folder and the folders in it.
  init(_ folder: String) throws(PictureError) {
    let top = try Level(folder, within: "")
    if let folderName = top.folders.first, let file = top.files.first {
      throw .misplaced(
        path: PathName.join(folder, file),
        expected: "class folders alone beside \(PathName.quoted(folderName))",
        remedy: "move the picture into the folder of its class")
    }
    guard !top.folders.isEmpty else {
      content = .loose(top.files)
      return
    }
    let parts = Self.partNames.filter { top.folders.contains($0.rawValue) }
    var classes: [Part: [Class]] = [:]
    var hasParts = false
    for part in parts {
      let level = try Level(folder, within: part.rawValue)
      hasParts = hasParts || !level.folders.isEmpty
    }
    guard hasParts else {
      content = .classes(try Self.classes(top, of: folder))
      return
    }
    if let other = top.folders.first(where: { Part(rawValue: $0).map(parts.contains) != true }) {
      throw .misplaced(
        path: PathName.join(folder, other),
        expected: "only folders called train, validation and test beside each other",
        remedy: "rename or remove it")
    }
    for part in parts {
      let level = try Level(folder, within: part.rawValue)
      classes[part] = try Self.classes(level, of: folder)
    }
    content = .parts(classes)
  }

  /// Whether a name is that of a picture, also of one that is not read here.
  static func isPictureName(_ name: String) -> Bool {
    (extensions + foreignExtensions).contains(suffix(of: name))
  }

  /// Whether there is anything in a folder that this listing would be about.
  static func concerns(_ folder: String) -> Bool {
    guard let names = try? Folder.list(folder, doing: "reading pictures") else { return false }
    return names.contains { name in
      !name.hasPrefix(".") && (isPictureName(name) || Folder.exists(PathName.join(folder, name)))
    }
  }

  private static func classes(
    _ level: Level, of folder: String
  ) throws(PictureError) -> [Class] {
    let path = PathName.join(folder, level.path)
    if let file = level.files.first {
      throw .misplaced(
        path: PathName.join(path, file), expected: "class folders alone",
        remedy: "move the picture into the folder of its class")
    }
    if level.folders.isEmpty { throw .noClasses(path: path) }
    var classes: [Class] = []
    for label in level.folders {
      let inside = try Level(folder, within: PathName.join(level.path, label))
      let path = PathName.join(folder, inside.path)
      if let deeper = inside.folders.first {
        throw .misplaced(
          path: PathName.join(path, deeper), expected: "only pictures in a class folder",
          remedy: "move its pictures up or remove it")
      }
      if inside.files.isEmpty { throw .noPictures(folder: path) }
      let files = inside.files.map { PathName.join(inside.path, $0) }
      classes.append(Class(label: label, files: files))
    }
    return classes
  }

  fileprivate static func suffix(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  fileprivate static func isForeign(_ name: String) -> Bool {
    foreignExtensions.contains(suffix(of: name))
  }
}

/// The visible folders and pictures of one folder, in the order of their bytes.
private struct Level {
  /// Relative to the folder of the listing; empty for that itself.
  let path: String
  private(set) var folders: [String] = []
  private(set) var files: [String] = []

  init(_ folder: String, within path: String) throws(PictureError) {
    self.path = path
    let place = path.isEmpty ? folder : PathName.join(folder, path)
    let names: [String]
    do throws(FileError) {
      names = try Folder.list(place, doing: "reading pictures")
    } catch { throw .file(error) }
    for name in names where !name.hasPrefix(".") {
      let full = PathName.join(place, name)
      if Folder.exists(full) {
        folders.append(name)
      } else if PictureListing.extensions.contains(PictureListing.suffix(of: name)) {
        files.append(name)
      } else if PictureListing.isForeign(name) {
        throw .misplaced(
          path: full, expected: "PNG, PGM or PPM pictures",
          remedy: "convert it to PNG or move it away")
      }
    }
  }
}
