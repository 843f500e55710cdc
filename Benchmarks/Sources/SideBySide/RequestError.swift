// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What is wrong with a request.
enum RequestError: Error, Equatable, CustomStringConvertible {
  case notAnObject
  case unknownRequest(keys: [String])
  case missingField(place: String, key: String, expected: String)
  case invalidField(place: String, key: String, expected: String, found: String)
  case unknownFields(place: String, keys: [String], known: [String])
  case tooManyParameters(count: Int, limit: Int)
  case zerosWithoutRectifiers
  case noPart(data: String, part: String, available: [String])
  case noSubject
  case trainingPrecision

  /// One line: where, what was expected, what was found.
  var description: String {
    switch self {
    case .notAnObject:
      "request: expected one JSON object on a line"
    case .unknownRequest(let keys):
      "request: expected one with \"subject\" or with \"time\", found the keys"
        + " \(Self.list(keys))"
    case .missingField(let place, let key, let expected):
      "\(place): \"\(key)\" is missing; expected \(expected)"
    case .invalidField(let place, let key, let expected, let found):
      "\(place): \"\(key)\": expected \(expected), found \(found)"
    case .unknownFields(let place, let keys, let known):
      "\(place): there is no \(Self.list(keys)); known: \(Self.list(known))"
    case .tooManyParameters(let count, let limit):
      "subject: \(count) parameters, at most \(limit) are drawn; try fewer units"
    case .zerosWithoutRectifiers:
      "subject: \"zeros\" above 0 need hidden layers of rectifiers"
    case .noPart(let data, let part, let available):
      "subject: \(data) has no part \"\(part)\"; it has \(Self.list(available))"
    case .noSubject:
      "time: there is no subject yet; send a request with \"subject\" first"
    case .trainingPrecision:
      "time: \"precision\": training has float32 weights; leave it out, or time inference"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "(none)" : words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
