// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// All reproductions beside the paper: a text and the drawings in it, which follow from the records
/// below a folder and from nothing else.
package struct Report: Equatable, Sendable {
  /// In the order of ``Reproduction``.
  package let sections: [ReportSection]
  /// What the paper claims and does not measure, on a page of its own.
  package let claims: [Claim]

  package init(sections: [ReportSection], claims: [Claim] = []) {
    self.sections = sections
    self.claims = claims
  }

  /// The report of the records below a folder; none need be there.
  ///
  /// - Throws: `TrialRecordError`, `JSONError` and `FileError` for a record that cannot be read.
  package init(ofRecordsIn folder: String) throws {
    self.init(
      sections: try Reproduction.allCases.compactMap { try $0.section(in: folder) },
      claims: try Reproduction.claims(in: folder))
  }

  package static let fileName = "REPORT.md"

  /// The names of all files, the report, its second page and their drawings, and what they hold.
  package var files: [(name: String, text: String)] {
    [
      (name: Self.fileName, text: text),
      (name: ClaimPage.fileName, text: ClaimPage(claims: claims).text),
    ]
      + (sections.flatMap(\.figures) + claims.flatMap(\.figures)).map {
        (name: $0.fileName, text: $0.svg)
      }
  }

  /// The text in Markdown.
  package var text: String {
    let rows = sections.map { section in
      "| \(section.title) | \(section.evidence.state) |"
    }
    let lines =
      [
        "<!-- Made by `rectifier reproduce report` from the records in runs/; not to be edited. -->",
        "",
        "# The paper's results beside ours",
        "",
        "The paper is Glorot, Bordes and Bengio, \"Deep sparse rectifier neural networks\" (2011)."
          + " Each network has a record in [runs](runs), from which this page and its figures are"
          + " made; [DEVIATIONS.md](DEVIATIONS.md) says where we depart from the paper,"
          + " [Reproduction.md](../Documentation/Reproduction.md) how to run it,"
          + " [ADVANTAGES.md](ADVANTAGES.md) what the paper claims and does not measure. Wall time is the"
          + " union of the times from the last start of each network of a row to its end: a network"
          + " that was stopped and resumed counts from its last start.",
        "",
        "| | networks |",
        "| --- | --- |",
      ] + rows + [""] + sections.flatMap(\.markdown)
    return lines.dropLast().map { $0 + "\n" }.joined()
  }

  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    ["sections": .array(sections.map(\.json)), "claims": .array(claims.map(\.json))]
  }

  /// Leaves all files in a folder.
  package func write(to folder: String) throws(FileError) {
    try Folder.create(folder)
    for file in files { try AtomicFile.write(file.text, to: PathName.join(folder, file.name)) }
  }

  /// Compares the files in a folder with what follows from the records.
  ///
  /// - Throws: `ReportError` for the first file that does not, and for a drawing that belongs to no
  ///   section.
  package func check(in folder: String) throws {
    for file in files { try Self.check(file, in: folder) }
    let expected = files.map(\.name)
    for name in try Folder.list(folder, doing: "checking the report")
    where name.hasSuffix(".svg") && !expected.contains(name) {
      throw ReportError.unexpected(path: PathName.join(folder, name))
    }
  }

  private static func check(_ file: (name: String, text: String), in folder: String) throws {
    let path = PathName.join(folder, file.name)
    guard FileKind.of(path) == .file else { throw ReportError.missing(path: path) }
    let content = try MappedFile(path: path, doing: "checking the report")
    let found = withExtendedLifetime(content) { String(decoding: content.bytes, as: UTF8.self) }
    guard found != file.text else { return }
    let lines = (
      found.split(separator: "\n", omittingEmptySubsequences: false),
      file.text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    throw ReportError.stale(path: path, line: (line ?? min(lines.0.count, lines.1.count)) + 1)
  }
}

/// Why a report is not what its records say.
package enum ReportError: Error, Equatable, Sendable {
  case missing(path: String)
  /// The line is the first that differs, from 1.
  case stale(path: String, line: Int)
  /// A drawing that no section has.
  case unexpected(path: String)
}

extension ReportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "checking the report: \(PathName.quoted(path)) is missing; \(Self.remedy(path))"
    case .stale(let path, let line):
      "checking the report: \(PathName.quoted(path)), line \(line): does not follow from the"
        + " records; \(Self.remedy(path))"
    case .unexpected(let path):
      "checking the report: \(PathName.quoted(path)) belongs to no section of the report; remove it"
    }
  }

  private static func remedy(_ path: String) -> String {
    "write it again: rectifier reproduce report --out \(PathName.folder(of: path))"
  }
}
