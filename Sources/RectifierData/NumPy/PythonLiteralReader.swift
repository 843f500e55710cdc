// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The values that the header of an NPY file is made of.
enum PythonLiteral: Equatable {
  case string(String)
  case bool(Bool)
  /// Numbers from 0 on.
  case tuple([Int])
  /// A list, as in the type of records, its content unread.
  case list

  /// As a message shows it.
  var text: String {
    switch self {
    case .string(let text): "'\(text)'"
    case .bool(let value): value ? "True" : "False"
    case .tuple(let numbers): "\(numbers)"
    case .list: "a list of fields"
    }
  }
}

/// Reads the text of a Python dictionary, as far as NumPy writes any.
///
///     dictionary = "{" [entry {"," entry} [","]] "}" padding
///     entry      = string ":" (string | "True" | "False" | tuple | list)
///     tuple      = "(" [number {"," number} [","]] ")"
///
/// A string has single or double quotes and no escapes; padding is blanks, with a line feed last.
struct PythonLiteralReader {
  private enum Token: Equatable {
    case mark(Character)
    case string(String)
    case word(String)
    case number(Int)
    case end
  }

  private let text: [UInt8]
  private let start: Int
  private let place: String
  private var position = 0

  init(_ text: [UInt8], start: Int, place: String) {
    self.text = text
    self.start = start
    self.place = place
  }

  /// The dictionary that the whole text is.
  mutating func dictionary() throws(NumPyError) -> [String: PythonLiteral] {
    var members: [String: PythonLiteral] = [:]
    try require(.mark("{"), "'{'")
    while true {
      let key = try next()
      if key == .mark("}") { break }
      guard case .string(let name) = key else { throw failure("a key in quotes, or '}'") }
      try require(.mark(":"), "':'")
      let value = try value()
      guard members.updateValue(value, forKey: name) == nil else {
        throw failure("every key once")
      }
      // What follows a list is not told apart from what is inside.
      if value == .list { return members.merging(Self.unread) { known, _ in known } }
      let separator = try next()
      if separator == .mark("}") { break }
      guard separator == .mark(",") else { throw failure("',' or '}'") }
    }
    try require(.end, "the end of the header")
    return members
  }

  /// Stands for what follows a list, which is refused for the list.
  private static let unread: [String: PythonLiteral] = [
    "fortran_order": .bool(false), "shape": .tuple([]),
  ]

  private mutating func value() throws(NumPyError) -> PythonLiteral {
    switch try next() {
    case .string(let text): return .string(text)
    case .word("True"): return .bool(true)
    case .word("False"): return .bool(false)
    case .mark("("): return .tuple(try numbers())
    case .mark("["): return .list
    default: throw failure("a string, True, False or a tuple")
    }
  }

  private mutating func numbers() throws(NumPyError) -> [Int] {
    var numbers: [Int] = []
    while true {
      let token = try next()
      if token == .mark(")") { return numbers }
      guard case .number(let number) = token else { throw failure("a number, or ')'") }
      numbers.append(number)
      let separator = try next()
      if separator == .mark(")") { return numbers }
      guard separator == .mark(",") else { throw failure("',' or ')'") }
    }
  }

  private mutating func require(_ token: Token, _ expected: String) throws(NumPyError) {
    guard try next() == token else { throw failure(expected) }
  }

  private func failure(_ expected: String) -> NumPyError {
    .wrongHeader(place: place, offset: start + position, expected: expected)
  }

  private mutating func next() throws(NumPyError) -> Token {
    while position < text.count, [0x20, 0x09, 0x0A].contains(text[position]) { position += 1 }
    guard position < text.count else { return .end }
    let character = Character(UnicodeScalar(text[position]))
    if character == "'" || character == "\"" { return .string(try string()) }
    if character.isASCII, character.isNumber { return .number(try number()) }
    if character.isASCII, character.isLetter {
      return .word(take { Character(UnicodeScalar($0)).isLetter })
    }
    position += 1
    return .mark(character)
  }

  private mutating func string() throws(NumPyError) -> String {
    let quote = text[position]
    position += 1
    let content = take { $0 != quote && $0 != 0x5C && $0 >= 0x20 }
    guard position < text.count, text[position] == quote else {
      throw failure("the end of a string without escapes")
    }
    position += 1
    return content
  }

  private mutating func number() throws(NumPyError) -> Int {
    let digits = take { (0x30...0x39).contains($0) }
    guard let number = Int(digits) else { throw failure("a number below 2^63") }
    return number
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let rest = text[position...]
    let taken = rest.prefix(while: belongs)
    position += taken.count
    return String(decoding: taken, as: UTF8.self)
  }
}
