// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new file that grows at its end, for readers that follow it.
package final class AppendedFile {
  /// Where it lies.
  package let path: String
  private let descriptor: Int32

  /// Makes a file in a folder under the name with the first free number behind it: `NAME.0`.
  package init(in folder: String, name: String) throws(FileError) {
    var number = 0
    while true {
      let path = PathName.join(folder, "\(name).\(number)")
      if let code = FaultHook.code(.create, path) {
        throw .cannotCreate(path: path, reason: systemReason(code))
      }
      let (descriptor, code) = retryingInterrupts {
        Int(open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o666))
      }
      guard descriptor < 0 else {
        self.path = path
        self.descriptor = Int32(descriptor)
        return
      }
      if code != EEXIST { throw .cannotCreate(path: path, reason: systemReason(code)) }
      number += 1
    }
  }

  deinit { close(descriptor) }

  /// Writes bytes behind those that are there.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
      try FileReplacement.write(UnsafeRawBufferPointer(bytes), to: descriptor, path: path)
    }
  }
}
