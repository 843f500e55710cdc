// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension CatalogEntry {
  static let norbSmall = CatalogEntry(
    name: "norb-small",
    title: "The small NORB dataset, v1.0 (normalized sizes, uniform background)",
    content: "24,300 training and 24,300 test pairs of images of 96×96, grey, 5 classes",
    files: norbFiles("smallnorb-5x46789x9x18x6x2x96x96-training", pairCount: 24_300, side: 96)
      + norbFiles("smallnorb-5x01235x9x18x6x2x96x96-testing", pairCount: 24_300, side: 96),
    addresses: ["https://cs.nyu.edu/~ylclab/data/norb-v1.0-small/"],
    terms: norbTerms, reference: norbReference, remarks: norbRemarks)

  static let norbCluttered = CatalogEntry(
    name: "norb-cluttered", title: "The NORB dataset, v1.0 (jittered, cluttered background)",
    content: "291,600 training and 58,320 test pairs of images of 108×108, grey, 6 classes",
    files: (1...10).flatMap { number in
      norbFiles(
        "norb-5x46789x9x18x6x2x108x108-training-\(number < 10 ? "0" : "")\(number)",
        pairCount: 29_160, side: 108)
    }
      + (1...2).flatMap { number in
        norbFiles(
          "norb-5x01235x9x18x6x2x108x108-testing-0\(number)", pairCount: 29_160, side: 108)
      },
    addresses: ["https://cs.nyu.edu/~ylclab/data/norb-v1.0/"],
    terms: norbTerms, reference: norbReference,
    remarks: norbRemarks + [
      "its values take 2.9 GB of memory, and holding rows out to validate copies the training part"
    ])

  private static let norbTerms = "for research; it may not be sold; the paper below is to be cited"

  private static let norbReference =
    "LeCun, Huang and Bottou (2004), Learning methods for generic object recognition with invariance"
    + " to pose and lighting"

  private static let norbRemarks = [
    "images are brought to 2×32×32 values from -1 to 1 when they are read",
    "the files have not been at hand here: sizes follow from their form, and no checksum is known",
  ]

  /// Pairs and categories: a header, then a byte a pixel, or four bytes a pair.
  private static func norbFiles(_ stem: String, pairCount: Int, side: Int) -> [CatalogFile] {
    [
      CatalogFile(
        stem + NORBRole.pairs.ending,
        byteCount: NORBHeader.byteCount(of: .pairs) + pairCount * 2 * side * side),
      CatalogFile(
        stem + NORBRole.categories.ending,
        byteCount: NORBHeader.byteCount(of: .categories) + pairCount * 4),
    ]
  }
}
