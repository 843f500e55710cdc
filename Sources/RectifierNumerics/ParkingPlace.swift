// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where one thread sleeps until another wakes it. Waking one that does not sleep costs a load.
final class ParkingPlace: @unchecked Sendable {
  private let isWaiting = Atomic(false)
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    reset()
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Forgets who waits here: for the child of a fork, where nobody does.
  func reset() {
    isWaiting.store(false, ordering: .relaxed)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  /// Sleeps until woken, unless `isDue` already holds. May wake for an earlier reason.
  ///
  /// No wake is lost where the waker makes `isDue` true before it wakes, and both are
  /// sequentially consistent: one of the two sees what the other wrote.
  func wait(unless isDue: () -> Bool) {
    pthread_mutex_lock(mutex)
    isWaiting.store(true, ordering: .sequentiallyConsistent)
    if isDue() { isWaiting.store(false, ordering: .relaxed) }
    while isWaiting.load(ordering: .relaxed) { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
  }

  func wake() {
    guard isWaiting.load(ordering: .sequentiallyConsistent) else { return }
    pthread_mutex_lock(mutex)
    let sleeps = isWaiting.exchange(false, ordering: .relaxed)
    pthread_mutex_unlock(mutex)
    if sleeps { pthread_cond_signal(condition) }
  }
}
