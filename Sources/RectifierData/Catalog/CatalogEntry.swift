// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A data set that goes by a name: what it is, where it can be had, and on which terms.
///
/// Nothing is ever fetched; ``CatalogCheck`` looks at what the user has put into the folder.
public struct CatalogEntry: Sendable, Equatable {
  /// What a DATA argument calls it; also the name of its folder.
  public let name: String
  /// What its authors call it.
  public let title: String
  /// How many samples of what kind in how many classes.
  public let content: String
  /// The files of the folder; none for data that are drawn.
  public let files: [CatalogFile]
  /// A folder inside that may hold the files instead, as an archive leaves it.
  public let innerFolder: String?
  /// Pages and folders of the public web.
  public let addresses: [String]
  /// On which terms it may be used, as far as they are stated.
  public let terms: String
  /// The publication to name.
  public let reference: String
  /// What else has to be known.
  public let remarks: [String]

  init(
    name: String, title: String, content: String, files: [CatalogFile] = [],
    innerFolder: String? = nil, addresses: [String] = [], terms: String, reference: String,
    remarks: [String] = []
  ) {
    self.name = name
    self.title = title
    self.content = content
    self.files = files
    self.innerFolder = innerFolder
    self.addresses = addresses
    self.terms = terms
    self.reference = reference
    self.remarks = remarks
  }

  /// Whether the images are drawn by the program, so that there is nothing to get.
  public var isDrawn: Bool { files.isEmpty }

  /// All entries, in the order in which they are listed.
  public static let all = [
    glyphs, mnist, cifar10, norbSmall, norbCluttered, restaurants, amazon,
  ]

  /// The entry of that name.
  public static func named(_ name: String) -> CatalogEntry? { all.first { $0.name == name } }
}
