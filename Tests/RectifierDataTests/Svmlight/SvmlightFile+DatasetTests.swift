// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SvmlightFileDatasetTests {
  private func read(_ text: String, like first: SvmlightFile? = nil) throws -> SvmlightFile {
    try SvmlightFile(
      reading: ContentSource(bytes: Array(text.utf8), name: "x.svm"),
      options: try first.map { SvmlightOptions($0.encoding(try $0.target())) }
        ?? SvmlightOptions())
  }

  @Test func classesAreNumberedByTheirNumbers() throws {
    let training = try read("+1 1:1\n-1 2:1\n10 1:1\n")
    let target = try training.target()
    let dataset = try training.dataset(target)
    #expect(dataset.labels == ["-1", "1", "10"])
    guard case .classes(let classes) = dataset.targets, case .sparse(let rows) = dataset.features
    else { return #expect(Bool(false)) }
    #expect(classes == [1, 0, 2])
    #expect(rows == training.features)
    let further = try read("10 2:1\n1 1:1\n", like: training).dataset(target)
    guard case .classes(let found) = further.targets else { return #expect(Bool(false)) }
    #expect(found == [2, 1])
    #expect(further.featureCount == 2)
  }

  @Test func anUnseenClassNamesItsLine() throws {
    let training = try read("1 1:1\n2 1:1\n")
    let further = try read("\n3 1:1\n", like: training)
    let target = try training.target()
    let error = #expect(throws: SchemaError.self) { try further.dataset(target) }
    #expect(error?.description.contains("line 2") == true)
  }

  @Test func setsStaySetsInFurtherFiles() throws {
    let training = try read("1,2 1:1\n5 2:1\n")
    let target = try training.target()
    let dataset = try read("5 1:1\n", like: training).dataset(target)
    guard case .sets(let sets) = dataset.targets else { return #expect(Bool(false)) }
    #expect(sets == ClassSets([[2]]))
    #expect(dataset.labels == ["1", "2", "5"])
  }

  @Test func otherNumbersAreReals() throws {
    let file = try read("0.5 1:1\n1.5 2:1\n")
    guard case .reals(let reals) = try file.dataset(file.target()).targets else {
      return #expect(Bool(false))
    }
    #expect(reals.row(0)[0] == -reals.row(1)[0])
    #expect(try file.target(rows: [0, 1]) == file.target())
  }

  @Test func labelsMayBeLeftOut() throws {
    let dataset = try read("1 1:1\n").dataset(nil)
    #expect(dataset.labels.isEmpty)
    guard case .none = dataset.targets else { return #expect(Bool(false)) }
  }
}
