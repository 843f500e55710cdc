// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Bytes that are no protobuf message, or not the one that its reader expects.
struct ProtobufError: Error, Equatable {
  /// Where that shows, in bytes from the start of all that is read.
  let offset: Int
  let expected: String
  let found: String
}
