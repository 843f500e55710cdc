// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#include "counted_calls.h"

void counted_calls(long count, void (*call)(void *), void *context) {
  for (long k = 0; k < count; ++k) call(context);
}
