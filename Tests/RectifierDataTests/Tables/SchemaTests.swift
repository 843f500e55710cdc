// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SchemaTests {
  private func schema(
    _ text: String, target: String? = nil, table: (inout TableOptions) -> Void = { _ in },
    fitting change: (inout SchemaOptions) -> Void = { _ in }
  ) throws -> Schema {
    var options = SchemaOptions(target: target)
    change(&options)
    return try Schema.fit(TableText.table(text, table), options)
  }

  /// The dense rows of a data set.
  private func rows(_ dataset: Dataset) -> [[Float]] {
    switch dataset.features {
    case .floats(let matrix): (0..<matrix.rowCount).map(matrix.row)
    case .sparse(let matrix):
      (0..<matrix.rowCount).map { row in
        var dense = [Float](repeating: 0, count: matrix.columnCount)
        matrix.withRow(row) { columns, values in
          for entry in columns.indices { dense[Int(columns[entry])] = values[entry] }
        }
        return dense
      }
    case .bytes: []
    }
  }

  @Test func featuresAreThoseOfScikitLearn() throws {
    let schema = try schema(
      GoldenSchema.text("train"), table: { $0.categorical = ["colour", "grade"] })
    #expect(schema.featureNames == GoldenSchema.names)
    #expect(schema.featureCount == GoldenSchema.names.count)
    let options = schema.tableOptions(TableOptions(), needsTarget: false)
    for part in ["train", "test"] {
      let table = try Table(reading: TableText.source(GoldenSchema.text(part)), options: options)
      let (dataset, _) = try schema.dataset(table, needsTarget: false)
      let expected = GoldenSchema.features(part)
      let found = rows(dataset)
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) {
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) {
          #expect(abs(Double(found) - expected) <= 2e-6 * max(1, abs(expected)))
        }
      }
    }
  }

  @Test func whatIsNewIsNoted() throws {
    let schema = try schema(
      GoldenSchema.text("train"), table: { $0.categorical = ["colour", "grade"] })
    let options = schema.tableOptions(TableOptions(), needsTarget: false)
    let table = try Table(reading: TableText.source(GoldenSchema.text("test")), options: options)
    let notes = try schema.dataset(table, needsTarget: false).1
    #expect(
      notes.map(\.description) == [
        "t.csv: column \"height\": 1 row has nothing, which never happened in training",
        "t.csv: column \"colour\": 2 rows have a word that is new or was rare in training, as \"pink\"",
        "t.csv: column \"grade\": 1 row has nothing, which never happened in training",
        "t.csv: column \"grade\": 1 row has a word that is new or was rare in training, as \"11\"",
        "t.csv: column \"constant\": 1 row has nothing, which never happened in training",
      ])
  }

  @Test func columnsAreFoundByName() throws {
    let schema = try schema(
      "a,b,y\n1,x,0\n2,x,1\n4,z,1\n", target: "y", fitting: { $0.leastCategoryCount = 1 })
    #expect(schema.featureNames == ["a", "b = x", "b = z"])
    let plain = try TableText.table("a,b,y\n1,z,1\n2,x,0\n")
    let turned = try TableText.table("extra,y,b,a\nq,1,z,1\nr,0,x,2\n")
    let (first, none) = try schema.dataset(plain, needsTarget: true)
    let (second, notes) = try schema.dataset(turned, needsTarget: true)
    #expect(none == [])
    #expect(notes == [.extraColumns(table: "t.csv", names: ["extra"])])
    #expect(first.checksum == second.checksum)
    #expect(
      notes[0].description == "t.csv: not used, as the model does not know them: \"extra\"")
    let error = #expect(throws: SchemaError.self) {
      try schema.dataset(TableText.table("A,b,y\n1,x,0\n"), needsTarget: true)
    }
    #expect(
      error?.description
        == "t.csv: expected a column \"a\" as in training, found none of that name; is it called "
        + "\"A\"?")
  }

  @Test func numbersCanStayAsTheyAre() throws {
    let schema = try schema("a\n1\n\n2\n6\n", fitting: { $0.standardizes = false })
    #expect(
      schema.columns[0].encoding
        == .number(
          NumberEncoding(
            mean: 3, deviation: Float((14.0 / 3).squareRoot()), isStandardized: false,
            hasMissingIndicator: false)))
    let table = try TableText.table("a\n7\nNA\n")
    #expect(rows(try schema.dataset(table, needsTarget: false).0) == [[7], [3]])
  }

  @Test func textsBecomeTheirTerms() throws {
    let text = "t,n\ngood food,1\nbad food,2\n\"good, good\",3\n"
    let schema = try schema(
      text, table: { $0.texts = ["t"] }, fitting: { $0.text.weighting = .counts })
    #expect(schema.featureNames == ["t: food", "t: good", "t: bad", "n"])
    let options = schema.tableOptions(TableOptions(), needsTarget: false)
    #expect(options.texts == ["t"] && options.numeric == ["n"])
    let table = try Table(
      reading: TableText.source("n,t\n2,Good FOOD good\n2,nothing\n"), options: options)
    #expect(
      rows(try schema.dataset(table, needsTarget: false).0) == [[1, 2, 0, 0], [0, 0, 0, 0]])
    let wrong = #expect(throws: SchemaError.self) {
      try schema.dataset(TableText.table("n,t\n1,2\n"), needsTarget: false)
    }
    #expect(
      wrong?.description
        == "t.csv: column \"t\": expected texts, found numbers; check that the data belong together"
    )
  }

  /// Dense and sparse features are the same numbers.
  @Test func manyFeaturesOfFewColumnsAreSparse() throws {
    let words = (0..<40).map { "\($0 % 10)x,\($0)\n" }.joined()
    let dataset = try schema("w,n\n" + words).dataset(
      TableText.table("w,n\n3x,1\n9x,19.5\n"), needsTarget: false
    ).0
    guard case .sparse(let matrix) = dataset.features else {
      Issue.record("dense")
      return
    }
    #expect(matrix.columnCount == 11)
    #expect(matrix.columns == [3, 10, 9])
    #expect(rows(dataset)[1] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
    let few = try schema("w,n\nx,1\nx,2\ny,3\ny,4\n").dataset(
      TableText.table("w,n\nx,1\n"), needsTarget: false
    ).0
    guard case .floats = few.features else {
      Issue.record("sparse")
      return
    }
  }

  /// The order of the rows changes no level, and another split of the same rows no column.
  @Test func theOrderOfRowsDoesNotMatter() throws {
    var lines = (0..<60).map { "\($0 % 7),w\($0 % 5),\($0 % 3)\n" }
    let first = try schema("a,b,y\n" + lines.joined(), target: "y")
    var random = Seed(1).stream("rows")
    random.shuffle(&lines)
    let second = try schema("a,b,y\n" + lines.joined(), target: "y")
    #expect(first == second)
  }

  @Test func aStoredSchemaIsTheSameOne() throws {
    let fitted = try schema(GoldenSchema.text("train"), target: "grade")
    #expect(try Schema(columns: fitted.columns, target: fitted.target) == fitted)
    let bad = SchemaColumn(
      name: "a",
      encoding: .number(
        NumberEncoding(mean: .nan, deviation: 1, isStandardized: true, hasMissingIndicator: false)))
    #expect(throws: SchemaError.self) { try Schema(columns: [bad], target: nil) }
    #expect(throws: SchemaError.noFeatures(table: "schema")) {
      try Schema(columns: [], target: fitted.target)
    }
    let twice = #expect(throws: SchemaError.self) {
      try Schema(columns: fitted.columns + fitted.columns, target: nil)
    }
    #expect(
      twice?.description
        == "reading a schema: column \"age\": expected an encoding, found the column twice; get the "
        + "model again")
  }
}
