// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a data source holds: up to three parts, or rows without division.
public struct DatasetParts: Sendable {
  private let name: String
  private let datasets: [Part: DeferredDataset]

  /// Parts that fit together; at least one.
  ///
  /// - Parameters:
  ///   - name: What messages call all parts together, as in "mnist".
  ///   - train: What is learned from.
  ///   - validation: What epochs are compared on.
  ///   - test: What is measured at the end.
  /// - Throws: ``DatasetError/partsDiffer(name:what:found:other:expected:)`` as
  ///   ``Dataset/checkFits(_:)`` does, ``DatasetError/noRows(name:)`` where there is no part.
  public init(
    name: String, train: Dataset? = nil, validation: Dataset? = nil, test: Dataset? = nil
  ) throws(DatasetError) {
    let parts = [train, validation, test].compactMap { $0 }
    guard let first = parts.first else { throw .noRows(name: name) }
    for part in parts.dropFirst() { try part.checkFits(first) }
    self.name = name
    let named: [(Part, Dataset?)] = [(.train, train), (.validation, validation), (.test, test)]
    datasets = named.reduce(into: [:]) { $0[$1.0] = $1.1.map(DeferredDataset.init) }
  }

  /// A source that knows no parts.
  public init(all: Dataset) {
    name = all.name
    datasets = [.all: DeferredDataset(all)]
  }

  /// Train, validation and test parts that are each made when they are first asked for, and fit
  /// together.
  init(name: String, making make: @escaping @Sendable (Part) -> Dataset) {
    self.name = name
    datasets = [Part.train, .validation, .test].reduce(into: [:]) { datasets, part in
      datasets[part] = DeferredDataset { make(part) }
    }
  }

  /// The same parts, each changed when it is first asked for.
  package func map(_ change: @escaping @Sendable (Dataset) -> Dataset) -> DatasetParts {
    DatasetParts(
      name: name,
      datasets: datasets.mapValues { part in DeferredDataset { change(part.value) } })
  }

  private init(name: String, datasets: [Part: DeferredDataset]) {
    (self.name, self.datasets) = (name, datasets)
  }

  /// What is learned from.
  public var train: Dataset? { datasets[.train]?.value }
  /// What decides between epochs.
  public var validation: Dataset? { datasets[.validation]?.value }
  /// What is reported at the end.
  public var test: Dataset? { datasets[.test]?.value }

  /// Whether the source has the part; every source has ``Part/all``.
  public func has(_ part: Part) -> Bool { part == .all || datasets[part] != nil }

  /// The parts that are there, ``Part/all`` always last.
  public var available: [Part] { Part.allCases.filter(has) }

  /// The data of a part; ``Part/all`` puts train, validation and test together in that order.
  ///
  /// - Complexity: O(1) once made, but O(bytes) for ``Part/all`` of a source with several parts.
  public subscript(part: Part) -> Dataset? {
    guard part == .all, datasets[.all] == nil else { return datasets[part]?.value }
    let parts = [train, validation, test].compactMap { $0 }
    return parts.count > 1 ? Dataset.concatenating(parts, name: "\(name) all") : parts.first
  }

  /// What a model is measured on unless told otherwise: the test part where there is one, else all.
  public var evaluationPart: Part { has(.test) ? .test : .all }
}
