// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Decoder {
  /// Decodes a value that is encoded as its name; what is wrong with a name becomes a
  /// `DecodingError` with the same words.
  func value<Value, Failure: Error & CustomStringConvertible>(
    parsing parse: (String) throws(Failure) -> Value
  ) throws -> Value {
    let container = try singleValueContainer()
    let name = try container.decode(String.self)
    do throws(Failure) {
      return try parse(name)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }
}
