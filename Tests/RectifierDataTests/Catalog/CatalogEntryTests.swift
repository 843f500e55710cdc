// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct CatalogEntryTests {
  @Test func namesAreThoseOfDataArguments() {
    #expect(CatalogEntry.all.map(\.name) == DataSource.catalog)
    #expect(CatalogEntry.named("mnist") == .mnist)
    #expect(CatalogEntry.named("mnits") == nil)
  }

  @Test(arguments: CatalogEntry.all)
  func factsHaveTheirForm(entry: CatalogEntry) {
    #expect(Set(entry.files.map(\.name)).count == entry.files.count)
    // Nobody knows where the restaurant reviews were first published.
    #expect((entry.isDrawn || entry == .restaurants) == entry.addresses.isEmpty)
    for file in entry.files {
      #expect(!file.name.hasSuffix(".gz"))
      let contents = [file.beginning, file.compressed].compactMap { $0 }
      for sha256 in contents.map(\.sha256) + [file.sha256].compactMap({ $0 }) {
        #expect(sha256.count == 64)
        #expect(sha256.allSatisfy { $0.isHexDigit && !$0.isUppercase })
      }
    }
    #expect(entry.addresses.allSatisfy { $0.hasPrefix("http") })
  }

  @Test(
    .enabled(
      if: MNISTTests.isThere, "SKIPPED: set RECTIFIER_DATA to a folder that holds mnist/"))
  func realDigitsAreTheOnesListed() throws {
    let folder = try #require(MNISTTests.folder) + "/mnist"
    let check = try CatalogCheck(.mnist, in: folder)
    #expect(check.items.map(\.finding) == [.identical, .identical, .identical, .identical])
    for item in check.items {
      let path = folder + "/" + (item.foundName ?? "")
      guard path.hasSuffix(".gz") else { continue }
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(bytes.count == item.file.compressed?.byteCount)
    }
  }

  @Test(
    .enabled(
      if: MNISTTests.isThere, "SKIPPED: set RECTIFIER_DATA to a folder that holds amazon/"),
    arguments: [CatalogEntry.restaurants, .amazon])
  func realReviewsAreTheOnesListed(entry: CatalogEntry) throws {
    let folder = try #require(MNISTTests.folder) + "/" + entry.name
    let check = try CatalogCheck(entry, in: folder)
    #expect(check.items.allSatisfy { $0.finding == .identical }, "\(check)")
  }
}
