// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles

extension RowEncoding {
  /// As it stands in the metadata of a model.
  package var metadata: JSONValue {
    switch self {
    case .columns(let schema):
      ["columns": .array(schema.columns.map(\.metadata)), "target": Self.metadata(schema.target)]
    case .indexed(let encoding): encoding.metadata
    }
  }

  fileprivate static func metadata(_ target: SchemaTarget?) -> JSONValue {
    target.map(\.metadata) ?? .null
  }

  /// Reads and checks it.
  init(_ field: MetadataField) throws(SafetensorsError) {
    let target = try field.member("target").optional { (field) throws(SafetensorsError) in
      try SchemaTarget(field)
    }
    if let columns = try field.memberIfPresent("columns") {
      let all = try columns.elements { (field) throws(SafetensorsError) in
        try SchemaColumn(field)
      }
      do throws(SchemaError) {
        self = .columns(try Schema(columns: all, target: target))
      } catch { throw columns.damaged("columns that go together: \(error)") }
      return
    }
    let base = try field.member("indexBase")
    guard try base.integer() <= 1 else { throw base.damaged("0 or 1") }
    self = .indexed(
      IndexedEncoding(
        indexBase: try base.integer(),
        featureCount: try field.member("featureCount").integer(atLeast: 1),
        isBinary: try field.memberIfPresent("binary")?.boolean() ?? false, target: target))
  }
}

extension RowEncoding.IndexedEncoding {
  fileprivate var metadata: JSONValue {
    var members: JSONObject = [
      "indexBase": JSONValue(indexBase), "featureCount": JSONValue(featureCount),
      "target": RowEncoding.metadata(target),
    ]
    if isBinary { members["binary"] = true }
    return .object(members)
  }
}

extension SchemaTarget {
  fileprivate var metadata: JSONValue {
    var members: JSONObject = ["name": .string(name)]
    switch kind {
    case .classes(let labels): members["classes"] = JSONValue(labels)
    case .ordinal(let labels, let levels):
      members["ordinal"] = [
        "labels": JSONValue(labels), "levels": .array(levels.map { JSONValue($0) }),
      ]
    case .sets(let labels): members["sets"] = JSONValue(labels)
    case .reals(let mean, let deviation):
      members["reals"] = ["mean": JSONValue(mean), "deviation": JSONValue(deviation)]
    }
    return .object(members)
  }

  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    let kind: Kind
    if let labels = try field.memberIfPresent("classes") {
      kind = .classes(labels: try labels.strings())
    } else if let labels = try field.memberIfPresent("sets") {
      kind = .sets(labels: try labels.strings())
    } else if let ordinal = try field.memberIfPresent("ordinal") {
      kind = .ordinal(
        labels: try ordinal.member("labels").strings(),
        levels: try ordinal.member("levels").elements { (field) throws(SafetensorsError) in
          try field.double()
        })
    } else {
      let reals = try field.member("reals")
      kind = .reals(
        mean: try reals.member("mean").float(), deviation: try reals.member("deviation").float())
    }
    self.init(name: try field.member("name").string(), kind: kind)
  }
}
