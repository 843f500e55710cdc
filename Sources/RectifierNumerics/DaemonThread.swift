// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread that nobody waits for: it ends with the process, and does not keep it alive.
enum DaemonThread {
  private final class Start {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs `body` on a thread of its own, which takes no signals, so that handlers run where they ran
  /// without it. Only the thread's own faults reach it.
  ///
  /// - Returns: False if the system has no thread to give.
  static func begin(_ body: @escaping @Sendable () -> Void) -> Bool {
    var signals = sigset_t()
    var former = sigset_t()
    sigfillset(&signals)
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP] { sigdelset(&signals, fault) }
    pthread_sigmask(SIG_SETMASK, &signals, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }

    let start = Unmanaged.passRetained(Start(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(
      &thread, nil,
      { start in
        let start: UnsafeMutableRawPointer? = start  // optional on Linux only
        Unmanaged<Start>.fromOpaque(start!).takeRetainedValue().body()
        return nil
      }, start.toOpaque())
    guard status == 0 else {
      start.release()
      return false
    }
    let begun: pthread_t? = thread  // optional on Darwin only
    pthread_detach(begun!)
    return true
  }
}
