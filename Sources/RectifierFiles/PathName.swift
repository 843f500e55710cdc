// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths as text, with `/` as the separator.
package enum PathName {
  /// `folder` and `name` with exactly one separator between them.
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that holds `path`: "." for a bare name, "/" for what lies in the root.
  package static func folder(of path: String) -> String {
    let trimmed = withoutTrailingSeparators(path)
    guard let separator = trimmed.lastIndex(of: "/") else { return trimmed == "/" ? "/" : "." }
    let folder = trimmed[..<separator]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The last component: "mnist" of "data/mnist/". Empty only for an empty path and the root.
  package static func lastComponent(of path: String) -> String {
    let trimmed = withoutTrailingSeparators(path)
    guard let separator = trimmed.lastIndex(of: "/") else { return String(trimmed) }
    return String(trimmed[trimmed.index(after: separator)...])
  }

  /// The path from the root, free of links and dots; nil where nothing is there.
  package static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// `path` in quotes and on one line: control characters are written as escapes.
  package static func quoted(_ path: String) -> String {
    var shown = "'"
    for scalar in path.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        shown += scalar.escaped(asASCII: true)
      default:
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "'"
  }

  private static func withoutTrailingSeparators(_ path: String) -> Substring {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    return trimmed
  }
}
