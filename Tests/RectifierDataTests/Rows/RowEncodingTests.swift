// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct RowEncodingTests {
  private func shops() throws -> RawRows {
    var options = TableOptions()
    options.texts = ["review"]
    options.ignored = ["stars"]
    let content = ContentSource(bytes: Array(RowFiles.shops().utf8), name: "shops.csv")
    return RawRows(table: try Table(reading: content, options: options))
  }

  private func encoding(_ rows: RawRows) throws -> RowEncoding {
    let target = try SchemaTarget(fitting: "verdict", of: rows.table, task: .automatic)
    return try RowEncoding.fit(rows, target: target, options: SchemaOptions(target: "verdict"))
  }

  @Test func aDataSetKnowsHowItsRowsWereEncoded() throws {
    let rows = try shops()
    let encoding = try encoding(rows)
    let (data, notes) = try encoding.dataset(rows, needsTarget: true)
    #expect(data.encoding == encoding && data.preprocessing.encoding == encoding)
    #expect(data.labels == ["bad", "good"] && data.rowCount == 60 && notes.isEmpty)
    #expect(data.subset(0..<3).encoding == encoding)
    #expect(try encoding.dataset(rows, needsTarget: false).0.targets.kindName == "none")
  }

  @Test func whatTrainingRowsSayIsNotWhatAllSay() throws {
    let rows = try shops()
    let few = rows.subset(rows: (0..<12).map { $0 })
    let encoding = try encoding(few)
    #expect(encoding != (try self.encoding(rows)))
    let (data, _) = try encoding.dataset(rows, needsTarget: true)
    #expect(data.featureCount == (try encoding.dataset(few, needsTarget: true).0.featureCount))
  }

  @Test func numberedFeaturesStayAsTheyAre() throws {
    let features = SparseMatrix(Matrix(rows: [[0, 1, 0], [2, 0, 0], [0, 0, 3]]))
    let table = Table(
      name: "v", columns: [TableColumn(name: "label", cells: .numbers([1, -1, 1]))])
    let rows = RawRows(
      table: table, vectors: RawRows.IndexedRows(features: features, indexBase: 1))
    let target = try SchemaTarget(fitting: "label", of: table, task: .automatic)
    let encoding = try RowEncoding.fit(rows, target: target, options: SchemaOptions())
    #expect(
      encoding
        == .indexed(
          RowEncoding.IndexedEncoding(indexBase: 1, featureCount: 3, target: target)))
    let (data, _) = try encoding.dataset(
      rows.subset(rows: [2, 1]), needsTarget: true)
    guard case .sparse(let found) = data.features, case .classes(let classes) = data.targets else {
      Issue.record("\(data)")
      return
    }
    #expect(found == features.subset(rows: [2, 1]))
    #expect(data.labels == ["-1", "1"] && classes == [1, 0])
  }

  @Test func sparseRowsCanBeBinary() throws {
    let features = SparseMatrix(Matrix(rows: [[0, 1, 0], [2, 0, -3]]))
    let rows = RawRows(
      table: Table(name: "v", columns: [TableColumn(name: "label", cells: .numbers([1, 2]))]),
      vectors: RawRows.IndexedRows(features: features, indexBase: 0))
    let encoding = try RowEncoding.fit(rows, target: nil, options: SchemaOptions(), isBinary: true)
    let (data, _) = try encoding.dataset(rows, needsTarget: false)
    guard case .sparse(let found) = data.features else {
      Issue.record("\(data)")
      return
    }
    #expect(found == SparseMatrix(Matrix(rows: [[0, 1, 0], [1, 0, 1]])))
    let plain = try RowEncoding.fit(rows, target: nil, options: SchemaOptions())
    #expect(!plain.makesSameFeatures(as: encoding))
  }

  @Test func whatIsLearnedChangesNoFeatures() throws {
    let rows = try shops()
    let encoding = try encoding(rows)
    guard case .columns(let schema) = encoding else {
      Issue.record("\(encoding)")
      return
    }
    let without = RowEncoding.columns(try Schema(columns: schema.columns, target: nil))
    #expect(encoding != without && encoding.makesSameFeatures(as: without))
    #expect(
      Preprocessing(divisor: 1, encoding: encoding)
        .makesSameFeatures(as: Preprocessing(divisor: 1, encoding: without)))
    #expect(
      !Preprocessing(divisor: 1, encoding: encoding).makesSameFeatures(
        as: Preprocessing(divisor: 1)))
    let fewer = RowEncoding.columns(
      try Schema(columns: Array(schema.columns.dropLast()), target: schema.target))
    #expect(!encoding.makesSameFeatures(as: fewer))
    let indexed = RowEncoding.indexed(
      RowEncoding.IndexedEncoding(indexBase: 0, featureCount: 3, target: nil))
    #expect(!encoding.makesSameFeatures(as: indexed))
  }
}

extension Dataset.Targets {
  fileprivate var kindName: String {
    switch self {
    case .classes: "classes"
    case .sets: "sets"
    case .reals: "reals"
    case .features: "features"
    case .none: "none"
    }
  }
}
