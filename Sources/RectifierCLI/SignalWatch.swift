// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns SIGINT, SIGTERM and SIGUSR1 into a wish to stop that the work looks at between steps.
///
/// A second signal ends the process at once with 128 + its number.
enum SignalWatch {
  /// Begins to watch. System calls that a signal interrupts go on by themselves.
  static func start() {
    // The handler may not be the first to touch the variable: making it takes a lock.
    firstSignal.store(0, ordering: .relaxed)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGUSR1] {
      _ = signal(number, handle)
      sigaddset(&signals, number)
    }
    // A parent that blocks signals in the thread that starts this process hands that down.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// The first signal that came, if one did.
  static var received: Int32? {
    let number = firstSignal.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Runs wherever a signal finds a thread, so it does nothing but an atomic exchange.
  private static let handle: @convention(c) (Int32) -> Void = { number in
    let isFirst = firstSignal.compareExchange(
      expected: 0, desired: number, ordering: .sequentiallyConsistent
    ).exchanged
    if !isFirst { _exit(128 + number) }
  }
}

private let firstSignal = Atomic<Int32>(0)
