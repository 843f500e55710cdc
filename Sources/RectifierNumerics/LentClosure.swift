// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// Calls `receive` with `body` as a value that other threads may call until `receive` returns.
///
/// `withoutActuallyEscaping` would do, but for one allocation a call.
///
/// - Parameters:
///   - receiver: Handed on to `receive`, as is `blockCount`.
@_silgen_name("rectifier_lend_closure")
func lend(
  _ body: (Int) -> Void, to receiver: UnsafeMutableRawPointer, blockCount: Int,
  _ receive: @convention(c) (UnsafeMutableRawPointer?, Int, rectifier_closure) -> Void)
