// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Counts what the calling thread asks the heap for, where malloc can be stood in for.

#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

// Allocations of this thread so far; -1 where they cannot be counted.
int64_t allocation_count(void);

#endif
