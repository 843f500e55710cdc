// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a fuzzer made up, as readers of files take it.
public enum FuzzInput {
  /// One file for all inputs of the process.
  private static let file: (path: String, descriptor: Int32) = {
    var name = Array("/tmp/rectifier-fuzz-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    if descriptor < 0 { fatalError("no file for inputs") }
    return (
      String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), descriptor
    )
  }()

  /// Calls `body` with the path of a file that holds the bytes; what it throws has to be a line.
  public static func read(_ bytes: UnsafeRawBufferPointer, _ body: (String) throws -> Void) {
    let (path, descriptor) = file
    guard ftruncate(descriptor, 0) == 0,
      pwrite(descriptor, bytes.baseAddress, bytes.count, 0) == bytes.count
    else { fatalError("writing inputs") }
    check { try body(path) }
  }

  /// Calls `body`; what it throws has to be a line.
  public static func check(_ body: () throws -> Void) {
    do { try body() } catch {
      let message = "\(error)"
      if message.isEmpty || message.utf8.contains(10) { fatalError("message: \(message)") }
    }
  }
}
