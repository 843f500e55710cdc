// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#ifndef COUNTED_CALLS_H
#define COUNTED_CALLS_H

/// Calls `call(context)` so many times. All that happens in between, and nothing else, is done
/// inside a function of this name, by which an instruction counter can tell it from preparation.
void counted_calls(long count, void (*call)(void *), void *context);

#endif
