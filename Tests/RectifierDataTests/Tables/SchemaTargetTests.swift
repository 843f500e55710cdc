// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SchemaTargetTests {
  private func target(
    _ cells: [String], _ task: TaskChoice = .automatic, words: Bool = false
  ) throws -> SchemaTarget.Kind? {
    var options = SchemaOptions(target: "y")
    options.task = task
    let text = "a,y\n" + cells.enumerated().map { "\($0),\($1)\n" }.joined()
    let table = try TableText.table(text) { if words { $0.categorical = ["y"] } }
    return try Schema.fit(table, options).target?.kind
  }

  @Test func theTaskFollowsFromTheCells() throws {
    #expect(try target(["b", "a", "b"]) == .classes(labels: ["a", "b"]))
    #expect(try target(["10", "9", "-1", "9.0"]) == .classes(labels: ["-1", "9", "10"]))
    #expect(try target(["10", "9", "9.0"], words: true) == .classes(labels: ["9", "9.0", "10"]))
    let deviation = Float((2.0 / 3).squareRoot())
    #expect(try target(["0.5", "1.5", "2.5"]) == .reals(mean: 1.5, deviation: deviation))
    let many = (0..<202).map { "\($0 % 101)" }
    guard case .reals = try target(many) else {
      Issue.record("101 whole numbers are no classes")
      return
    }
    guard case .classes(let labels) = try target((0..<200).map { "\($0 % 100)" }) else {
      Issue.record("100 whole numbers are classes")
      return
    }
    #expect(labels == (0..<100).map { "\($0)" })
  }

  @Test func theTaskCanBeChosen() throws {
    let cells = ["3", "1", "4.5", "3"]
    #expect(
      try target(cells, .ordinal) == .ordinal(labels: ["1", "3", "4.5"], levels: [1, 3, 4.5]))
    #expect(try target(cells, .classification) == .classes(labels: ["1", "3", "4.5"]))
    #expect(try target(["1", "3"], .regression) == .reals(mean: 2, deviation: 1))
    for (cells, task) in [(["x", "y"], TaskChoice.ordinal), (["1", "2"], .multiLabel)] {
      let error = #expect(throws: SchemaError.self) { try target(cells, task) }
      guard case .wrongTarget? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func labelsBecomeClassesOrSets() throws {
    func table(_ sets: [[Int32]]) -> Table {
      let texts = sets.map { _ in "word" }
      return Table(
        name: "t.txt",
        columns: [
          TableColumn(name: "label", cells: .labels(ClassSets(sets), ["z", "b", "unused"])),
          TableColumn(name: "text", cells: .texts(texts)),
        ])
    }
    let options = SchemaOptions(target: "label")
    let single = try Schema.fit(table([[0], [1], [0]]), options)
    #expect(single.target?.kind == .classes(labels: ["b", "z"]))
    let classes = try single.dataset(table([[1], [0]]), needsTarget: true).0
    guard case .classes([0, 1]) = classes.targets else {
      Issue.record("\(classes.targets)")
      return
    }
    let several = try Schema.fit(table([[0], [0, 1], [1]]), options)
    #expect(several.target?.kind == .sets(labels: ["b", "z"]))
    let dataset = try several.dataset(table([[0, 1], [0]]), needsTarget: true).0
    guard case .sets(let sets) = dataset.targets else {
      Issue.record("\(dataset.targets)")
      return
    }
    #expect(sets == ClassSets([[0, 1], [1]]))
    #expect(
      throws: SchemaError.unseenClass(
        table: "t.txt", line: 2, column: "label", found: "unused", known: ["b", "z"])
    ) { try several.dataset(table([[0], [2]]), needsTarget: true) }
    #expect(throws: SchemaError.missingTarget(table: "t.txt", line: 1, column: "label")) {
      try several.dataset(table([[]]), needsTarget: true)
    }
  }

  @Test func targetsAreEncoded() throws {
    func dataset(_ cells: String..., task: TaskChoice, later: String) throws -> Dataset {
      var options = SchemaOptions(target: "y")
      options.task = task
      let text = "a,y\n" + cells.map { "1,\($0)\n" }.joined()
      let schema = try Schema.fit(TableText.table(text), options)
      let table = try Table(
        reading: TableText.source("a,y\n1,\(later)\n"),
        options: schema.tableOptions(TableOptions(), needsTarget: true))
      return try schema.dataset(table, needsTarget: true).0
    }
    let real = try dataset("1", "3", task: .regression, later: "7")
    guard case .reals(let matrix) = real.targets else {
      Issue.record("\(real.targets)")
      return
    }
    #expect(matrix.row(0) == [5])
    for task in [TaskChoice.ordinal, .classification] {
      // Another spelling of the same number is the same class.
      let classes = try dataset("10", "9", "2.5", task: task, later: "9.00")
      guard case .classes([1]) = classes.targets else {
        Issue.record("\(classes.targets)")
        return
      }
      #expect(classes.labels == ["2.5", "9", "10"])
    }
    let error = #expect(throws: SchemaError.self) {
      try dataset("10", "9", task: .ordinal, later: "9.5")
    }
    #expect(
      error?.description
        == "t.csv: line 2, column \"y\": expected one of the 2 classes of training, \"9\" to \"10\", "
        + "found \"9.5\"; check that the data belong together")
  }

  @Test func aTargetThatIsNotNeededIsNotRead() throws {
    let schema = try Schema.fit(TableText.table("a,y\n1,p\n2,q\n"), SchemaOptions(target: "y"))
    let options = schema.tableOptions(TableOptions(), needsTarget: false)
    for text in ["a,y\n1,r\n", "a,y\n1,\n", "a\n1\n"] {
      let table = try Table(reading: TableText.source(text), options: options)
      let (dataset, notes) = try schema.dataset(table, needsTarget: false)
      #expect(notes == [])
      guard case .none = dataset.targets else {
        Issue.record("\(dataset.targets)")
        return
      }
    }
  }
}
