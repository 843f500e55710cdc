// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension CatalogEntry {
  static let glyphs = CatalogEntry(
    name: GlyphRecipe.sourceName, title: "Glyphs",
    content: "49,600 training, 6,200 validation and 6,200 test images of 32×32, grey, 62 classes",
    terms: "those of this program",
    reference: "none; perturbed in the manner of Bengio et al. (2011), NISTP",
    remarks: ["drawn when asked for, the same to the last byte everywhere; there are no files"])

  static let mnist = CatalogEntry(
    name: "mnist", title: "The MNIST database of handwritten digits",
    content: "60,000 training and 10,000 test images of 28×28, grey, 10 classes",
    files: [
      CatalogFile(
        "train-images-idx3-ubyte", byteCount: 47_040_016,
        sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        compressed: .init(
          byteCount: 9_912_422,
          sha256: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609")),
      CatalogFile(
        "train-labels-idx1-ubyte", byteCount: 60_008,
        sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        compressed: .init(
          byteCount: 28_881,
          sha256: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c")),
      CatalogFile(
        "t10k-images-idx3-ubyte", byteCount: 7_840_016,
        sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        compressed: .init(
          byteCount: 1_648_877,
          sha256: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6")),
      CatalogFile(
        "t10k-labels-idx1-ubyte", byteCount: 10_008,
        sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        compressed: .init(
          byteCount: 4542,
          sha256: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")),
    ],
    addresses: [
      "http://yann.lecun.com/exdb/mnist/", "https://ossci-datasets.s3.amazonaws.com/mnist/",
    ],
    terms: "free use; commonly stated as CC BY-SA 3.0 (LeCun, Cortes, Burges)",
    reference: "LeCun, Bottou, Bengio and Haffner (1998), Gradient-based learning applied to"
      + " document recognition")

  static let cifar10 = CatalogEntry(
    name: "cifar10", title: "CIFAR-10, binary version",
    content: "50,000 training and 10,000 test images of 32×32, in colour, 10 classes",
    files: (1...5).map { number in
      CatalogFile(
        "data_batch_\(number).bin", byteCount: cifarBatchByteCount,
        beginning: number == 1 ? firstCIFARRecords : nil)
    } + [
      CatalogFile("test_batch.bin", byteCount: cifarBatchByteCount)
    ],
    innerFolder: CIFARFolder.archiveFolder,
    addresses: [
      "https://www.cs.toronto.edu/~kriz/cifar.html",
      "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
    ],
    terms: "the report below is to be cited; no others are known here",
    reference: "Krizhevsky (2009), Learning multiple layers of features from tiny images",
    remarks: [
      "the archive unpacks into \(CIFARFolder.archiveFolder), which may stay as it is",
      "of the original pixels the first 1,000 records of data_batch_1.bin are known here: enough to"
        + " tell a copy that was compressed with loss, no proof of the rest",
    ])

  private static let cifarBatchByteCount = 10_000 * CIFARBatch.recordByteCount

  private static let firstCIFARRecords = CatalogFile.Beginning(
    byteCount: 1000 * CIFARBatch.recordByteCount,
    sha256: "1c5f9ea0fc1111d586f29115efd3db25eecf7db27b29aaebbe84721446b052cc")
}
