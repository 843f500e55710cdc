// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierTestSupport
import Testing

@Suite struct RowFormatTests {
  @Test(arguments: [
    ("a.csv", RowFormat.csv), ("b/A.CSV.gz", .csv), ("a.tsv", .tsv), ("a.tab.gz", .tsv),
    ("a.svm", .svmlight), ("a.svmlight.gz", .svmlight), ("a.libsvm", .svmlight),
    ("nowhere.txt", .text),
  ])
  func namesSayTheForm(path: String, format: RowFormat) {
    #expect(RowFormat(path: path) == format)
  }

  @Test(arguments: ["a.npz", "csv", "a.csv.zip", "a.bin", "", "a.gz", ".csv/a"])
  func otherNamesAreOther(path: String) {
    #expect(RowFormat(path: path) == nil)
  }

  @Test func theFirstBytesTellLabelledTexts() throws {
    let scratch = try ScratchFolder()
    let labelled = Array("__label__a b c\n".utf8)
    #expect(RowFormat(path: try scratch.write(labelled, "a.txt")) == .fasttext)
    let packed = try scratch.write(Compression.gzip(labelled), "b.txt.gz")
    #expect(RowFormat(path: packed) == .fasttext)
    #expect(RowFormat(path: try scratch.write(Array("__lab".utf8), "c.txt")) == .text)
    #expect(RowFormat(path: try scratch.write([], "d.txt")) == .text)
  }

  @Test(arguments: ["\u{FEFF}", "\n\r\n  \n", "\u{FEFF}\n\t", " "])
  func blanksAndAMarkBeforeTheFirstLabelAreNothing(start: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(Array((start + "__label__a b c\n").utf8), "a.txt")
    #expect(RowFormat(path: path) == .fasttext)
    #expect(try FastTextFile.read(ContentSource(path: path)).rowCount == 1)
    let plain = try scratch.write(Array((start + "a __label__b c\n").utf8), "b.txt")
    #expect(RowFormat(path: plain) == .text)
  }
}
