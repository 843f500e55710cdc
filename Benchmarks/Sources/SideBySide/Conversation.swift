// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Rectifier
import Workloads

/// Answers requests, a line each: names a subject, then times it at work.
struct Conversation {
  private var subject: Subject?
  /// What the settings of the subject so far have prepared.
  private var prepared: [TimeRequest.Setting: PreparedWork] = [:]
  /// Batches of the subject's data, for each batch size so far.
  private var batches: [Int: [Batch]] = [:]

  /// The answer to a line, itself a line without its end.
  mutating func answer(_ line: String) throws -> String {
    let answer: Answer
    do {
      answer = try self.answer(try Self.object(line))
    } catch {
      answer = .error(ErrorAnswer(error: "\(error)"))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }

  private static func object(_ line: String) throws(RequestError) -> [String: JSONValue] {
    let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8))
    guard case .object(let fields) = value else { throw .notAnObject }
    return fields
  }

  private mutating func answer(_ request: [String: JSONValue]) throws -> Answer {
    if request["time"] != nil { return .times(try times(TimeRequest(request))) }
    guard let echo = request["subject"] else {
      throw RequestError.unknownRequest(keys: request.keys.sorted())
    }
    var fields = RequestFields(request, place: "request")
    let wanted = try fields.object("subject")
    try fields.finish()
    return .subject(try replaceSubject(SubjectRequest(wanted), echo: echo))
  }

  /// Where the new subject cannot be had there is none, so that no one times the old one unawares.
  private mutating func replaceSubject(
    _ request: @autoclosure () throws -> SubjectRequest, echo: JSONValue
  ) throws -> SubjectAnswer {
    (subject, prepared, batches) = (nil, [:], [:])
    let found = try request().subject()
    let answer = try SubjectAnswer(found, request: echo)
    subject = found
    return answer
  }

  private mutating func times(_ request: TimeRequest) throws -> TimesAnswer {
    guard let subject else { throw RequestError.noSubject }
    let setting = request.setting
    let work =
      try prepared[setting]
      ?? PreparedWork(
        setting, of: subject, batches: batches(of: setting.batchSize, subject))
    prepared[setting] = work
    let times = try CallTimes(during: request.seconds) { try work.call() }
    return TimesAnswer(times, batchSize: setting.batchSize)
  }

  private mutating func batches(of batchSize: Int, _ subject: Subject) -> [Batch] {
    let found = batches[batchSize] ?? subject.batches(of: batchSize)
    batches[batchSize] = found
    return found
  }
}
