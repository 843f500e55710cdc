// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Rectifier
import Workloads

/// A request for a subject to work on from then on.
enum SubjectRequest {
  /// - Parameter part: Nil for the one that a model is measured on.
  case model(path: String, data: String, part: Part?)
  case drawn(DrawnSubject)

  init(_ fields: [String: JSONValue]) throws {
    var fields = RequestFields(fields, place: "subject")
    if fields.has("model") {
      self = .model(
        path: try fields.text("model"), data: try fields.text("data"),
        part: fields.has("part") ? try fields.choice("part") as Part : nil)
    } else {
      self = .drawn(try DrawnSubject(&fields))
    }
    try fields.finish()
  }

  /// Loads or draws it.
  func subject() throws -> Subject {
    switch self {
    case .drawn(let recipe):
      return try recipe.subject()
    case .model(let path, let argument, let part):
      let environment = ProcessInfo.processInfo.environment
      let source = try DataSource.resolve(argument, environment: environment)
      let parts = try source.load()
      let part = part ?? parts.evaluationPart
      guard let data = parts[part] else {
        throw RequestError.noPart(
          data: source.name, part: part.rawValue, available: parts.available.map(\.rawValue))
      }
      return try Subject(Model(contentsOf: path), data: data)
    }
  }
}

extension DrawnSubject {
  private enum HiddenActivation: String, CaseIterable { case rectifier, tanh }
  private enum Head: String, CaseIterable { case softmax, identity }
  private enum Storage: String, CaseIterable { case dense, sparse }

  /// Far below what could exhaust the memory of an ordinary machine.
  private static let parameterLimit = 1 << 27

  fileprivate init(_ fields: inout RequestFields) throws {
    let inputCount = try fields.integer("inputs", in: 1...65536)
    let widths = try fields.integers("hidden", in: 1...65536)
    let outputCount = try fields.integer("outputs", in: 1...65536)
    let activation: HiddenActivation = try fields.choice("activation", default: .rectifier)
    let head: Head = try fields.choice("head", default: widths.isEmpty ? .identity : .softmax)
    let zeroFraction = try fields.number("zeros", in: 0...1, default: 0)
    let inputZeroFraction = try fields.number("inputZeros", in: 0...1, default: 0)
    let storage: Storage = try fields.choice("stored", default: .dense)
    let seed = try fields.integer("seed", in: 0...(1 << 53), default: 1)
    let isRectified = activation == .rectifier && !widths.isEmpty
    guard zeroFraction == 0 || isRectified else { throw RequestError.zerosWithoutRectifiers }
    let architecture = try Architecture(
      inputCount: inputCount, hiddenWidths: widths,
      activations: [activation == .rectifier ? .rectifier : .tanh],
      head: head == .softmax
        ? .softmax(classCount: outputCount) : .identity(outputCount: outputCount))
    guard architecture.parameterCount <= Self.parameterLimit else {
      throw RequestError.tooManyParameters(
        count: architecture.parameterCount, limit: Self.parameterLimit)
    }
    self.init(
      architecture, zeroFraction: isRectified ? zeroFraction : nil,
      inputZeroFraction: inputZeroFraction, isSparse: storage == .sparse,
      seed: Seed(UInt64(seed)))
  }
}
