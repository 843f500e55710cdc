// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a data source holds: up to three parts, or rows without division.
public struct DatasetParts: Sendable {
  /// What is learned from.
  public let train: Dataset?
  /// What decides between epochs.
  public let validation: Dataset?
  /// What is reported at the end.
  public let test: Dataset?

  private let name: String
  private let undivided: Dataset?

  /// Parts that fit together; at least one.
  ///
  /// - Parameter name: What messages call all parts together, as in "mnist".
  /// - Throws: ``DatasetError/partsDiffer(name:what:found:other:expected:)`` as
  ///   ``Dataset/checkFits(_:)`` does, ``DatasetError/noRows(name:)`` where there is no part.
  public init(
    name: String, train: Dataset? = nil, validation: Dataset? = nil, test: Dataset? = nil
  ) throws(DatasetError) {
    let parts = [train, validation, test].compactMap { $0 }
    guard let first = parts.first else { throw .noRows(name: name) }
    for part in parts.dropFirst() { try part.checkFits(first) }
    self.name = name
    self.train = train
    self.validation = validation
    self.test = test
    undivided = nil
  }

  /// A source that knows no parts.
  public init(all: Dataset) {
    name = all.name
    train = nil
    validation = nil
    test = nil
    undivided = all
  }

  /// The parts that are there, ``Part/all`` always last.
  public var available: [Part] {
    var parts: [Part] = []
    if train != nil { parts.append(.train) }
    if validation != nil { parts.append(.validation) }
    if test != nil { parts.append(.test) }
    return parts + [.all]
  }

  /// The data of a part; ``Part/all`` puts train, validation and test together in that order.
  ///
  /// - Complexity: O(1), but O(bytes) for ``Part/all`` of a source with several parts.
  public subscript(part: Part) -> Dataset? {
    switch part {
    case .train: return train
    case .validation: return validation
    case .test: return test
    case .all:
      let parts = [train, validation, test, undivided].compactMap { $0 }
      return parts.count > 1 ? Dataset.concatenating(parts, name: "\(name) all") : parts.first
    }
  }

  /// What a model is measured on unless told otherwise: the test part where there is one, else all.
  public var evaluationPart: Part { test == nil ? .all : .test }
}
