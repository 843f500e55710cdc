// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension CatalogEntry {
  static let restaurants = CatalogEntry(
    name: "restaurants", title: "Restaurant reviews with ratings",
    content: "9,954 reviews in English with ratings from 1 to 5, a few of them half stars",
    files: [
      CatalogFile(
        "reviews.csv", byteCount: 2_818_451,
        sha256: "df00e4f99ed2aa60a7bdc824ee221b4779d4b914c6d29253a552126fbdedb544",
        compressed: .init(
          byteCount: 1_003_535,
          sha256: "32f4dca799363d52bfadf2e16363ea576651aec5e43894a2aaefe25254f67094"))
    ],
    terms: "not known here; whoever has the file has to find out",
    reference: "none known",
    remarks: [
      "a table of the columns rating and review; where it was first published is not known here",
      "it stands in the place of the OpenTable reviews of Glorot, Bordes and Bengio (2011), which were"
        + " never published",
    ])

  static let amazon = CatalogEntry(
    name: "amazon", title: "Multi-domain sentiment dataset: books, DVDs, electronics, kitchen",
    content: "2,000 training reviews a domain, and 4,465, 3,586, 5,681 and 5,945 test reviews, of 2"
      + " classes, as counts of the 5,000 most frequent words and pairs of words",
    files: [
      amazonFile(
        "books_train", 1_134_070,
        "317f9a2ec34b81de770b63a84d8c5cc2dc16bd0be6e079d2ff5b5bad5213ea19"),
      amazonFile(
        "books_test", 2_426_071,
        "fe4605c7dcf0e0a9410fd2a32f247caaf9abb352cc6e4c3e0f400853163ad9c4"),
      amazonFile(
        "dvd_train", 1_133_356,
        "95f602aa08bf6b55758f7b0b18df3882fe30acb11987ee60b6b4bb3c44cba733"),
      amazonFile(
        "dvd_test", 2_039_832,
        "4fe1b1a15010f78d8d0c49fe362d35fd4677463a45f1ac02a9f410ae1e638060"),
      amazonFile(
        "electronics_train", 872_265,
        "7d0061f03ff3827e4f8036b051b5e5828fddc0cd115aa5b212cd28d624dc14e4"),
      amazonFile(
        "electronics_test", 2_461_224,
        "641783bc941839c3a111d3488a1b7e3bd820a61ec14a129e7429b47703aa961d"),
      amazonFile(
        "kitchen_train", 771_076,
        "a70b5ebfe1413e0e16280360905f5c3b64389c435cd20c0165dc9d7f293b31b5"),
      amazonFile(
        "kitchen_test", 2_280_620,
        "e1502b97a824eb12314be4447394fa736fecb781c0724e6529cd6733ac7ff6d8"),
    ],
    addresses: [
      "https://github.com/GRAAL-Research/domain_adversarial_neural_network",
      "https://www.cs.jhu.edu/~mdredze/datasets/sentiment/",
    ],
    terms: "BSD 2-clause for these files (the first address); the reviews by the second",
    reference: "Blitzer, Dredze and Pereira (2007), Biographies, Bollywood, boom-boxes and"
      + " blenders: domain adaptation for sentiment classification",
    remarks: [
      "svmlight files whose features are the same in all of them and count from 0",
      "one file is named as amazon/books_train.svmlight, several with commas between them",
    ])

  private static func amazonFile(
    _ stem: String, _ byteCount: Int, _ sha256: String
  ) -> CatalogFile {
    CatalogFile(stem + ".svmlight", byteCount: byteCount, sha256: sha256)
  }
}
