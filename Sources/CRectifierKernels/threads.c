// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#pragma STDC FP_CONTRACT OFF

#include "rectifier_threads.h"

__attribute__((swiftcall)) void rectifier_lend_closure(
    void *code, void *context, void *receiver, intptr_t block_count,
    void (*receive)(void *receiver, intptr_t block_count, rectifier_closure closure)) {
  receive(receiver, block_count, (rectifier_closure){code, context});
}
