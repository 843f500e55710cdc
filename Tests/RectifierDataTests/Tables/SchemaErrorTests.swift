// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct SchemaErrorTests {
  /// Every fault of training rows with its message behind "t.csv: ".
  @Test(arguments: [
    (
      "a,y\n1,0\n2,\n", TaskChoice.automatic,
      "line 3, column \"y\": expected a target, found none; remove the row"
    ),
    (
      "a,y\n1,3\n2,3\n", .automatic,
      "column \"y\": expected targets that differ, found only \"3\"; choose another target"
    ),
    (
      "a,y\n1,x\n2,x\n", .automatic,
      "column \"y\": expected targets that differ, found only \"x\"; choose another target"
    ),
    (
      "a,y\n1,x\n2,z\n", .regression,
      "column \"y\": expected a target for regression, found words; choose another task or target"
    ),
    (
      "a,b,y\n1,,0\n2,NA,1\n", .automatic,
      "column \"b\": expected a cell in at least one row, found all missing; ignore the column"
    ),
    (
      "y\n0\n1\n", .automatic, "expected a column besides the target, found none; choose other data"
    ),
    (
      "a,Y\n0,1\n1,0\n", .automatic,
      "expected a target column \"y\", found none of that name; is \"Y\" meant?"
    ),
    (
      "a,zzz\n0,1\n1,0\n", .automatic,
      "expected a target column \"y\", found none of that name; is \"a\" meant?"
    ),
  ])
  func faultsOfTrainingRowsAreNamed(text: String, task: TaskChoice, message: String) {
    let error = #expect(throws: SchemaError.self) {
      var options = SchemaOptions(target: "y")
      options.task = task
      _ = try Schema.fit(TableText.table(text), options)
    }
    #expect(error?.description == "t.csv: " + message)
  }

  @Test func wordsThatNeverComeAgainAreRefused() throws {
    func fit(_ words: [String]) throws -> Schema {
      let text = "w,n\n" + words.map { $0 + ",1\n" }.joined()
      return try Schema.fit(TableText.table(text), SchemaOptions())
    }
    _ = try fit((0..<20).map { "w\($0)" })
    _ = try fit((0..<60).map { "w\($0 % 30)" })
    let error = #expect(throws: SchemaError.self) { try fit((0..<21).map { "w\($0)" }) }
    #expect(
      error?.description
        == "t.csv: column \"w\": expected cells that come again, found 21 different ones in 21 rows; "
        + "ignore the column, or take it as text")
    let target = #expect(throws: SchemaError.self) {
      let text = "w,n\n" + (0..<30).map { "\($0).5,1\n" }.joined()
      var options = SchemaOptions(target: "w")
      options.task = .classification
      _ = try Schema.fit(TableText.table(text), options)
    }
    #expect(
      target?.description
        == "t.csv: column \"w\": expected cells that come again, found 30 different ones in 30 rows; "
        + "choose another target")
  }

  @Test func textsWithoutWordsAreRefused() {
    let error = #expect(throws: SchemaError.self) {
      let table = try TableText.table("a\n...\n") { $0.texts = ["a"] }
      _ = try Schema.fit(table, SchemaOptions())
    }
    #expect(
      error
        == .vectorizer(table: "t.csv", column: "a", .noWords(textCount: 1)))
  }

  @Test func faultsOfLaterTablesAreNamed() throws {
    let schema = try Schema.fit(
      TableText.table("a,y\n0,p\n1e-30,q\n"), SchemaOptions(target: "y"))
    func failure(_ text: String) -> String? {
      #expect(throws: SchemaError.self) {
        _ = try schema.dataset(TableText.table(text), needsTarget: true)
      }?.description
    }
    #expect(
      failure("a,y\n1,p\n3e38,q\n")
        == "t.csv: line 3, column \"a\": expected a number in reach of those of training, found 3e+38; "
        + "correct it")
    #expect(
      failure("a,y\nx,p\n")
        == "t.csv: column \"a\": expected numbers, found words; check that the data belong together"
    )
    #expect(
      failure("a,y\n1,r\n")
        == "t.csv: line 2, column \"y\": expected one of the 2 classes of training, \"p\" to \"q\", "
        + "found \"r\"; check that the data belong together")
    #expect(
      failure("a,y\n1,p\n2,\n")
        == "t.csv: line 3, column \"y\": expected a target, found none; remove the row")
    #expect(
      failure("a\n1\n")
        == "t.csv: expected a column \"y\" as in training, found none of that name; is it called \"a\"?"
    )
  }
}
