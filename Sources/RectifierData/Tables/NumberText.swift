// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Numbers as the names of classes.
enum NumberText {
  /// The shortest text that reads back to the same number, whole numbers without a point: "3", "0.5".
  static func text(of number: Float) -> String {
    guard number == number.rounded(), number.magnitude < 1e15 else { return number.description }
    return Int64(number).description
  }

  /// The number that a text spells; nil where it is none, or not finite.
  static func number(of text: String) -> Float? {
    let number = Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) }
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Names in the order of their numbers where all of them are numbers, else of their UTF-8 bytes.
  static func sorted(_ names: [String]) -> [String] {
    let inOrderOfBytes = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let numbers = inOrderOfBytes.compactMap(number)
    if numbers.count < names.count { return inOrderOfBytes }
    // Equal numbers, as 1 and 1.0, stay in the order of their bytes.
    return zip(numbers, inOrderOfBytes).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }
}
