// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Vectors of 16 lanes. The compiler splits them where registers are narrower, so one source
// serves every instruction set.

#ifndef RECTIFIER_VECTOR_TYPES_H
#define RECTIFIER_VECTOR_TYPES_H

#include <stdint.h>

typedef float v16f __attribute__((vector_size(64)));
typedef int32_t v16i __attribute__((vector_size(64)));
typedef uint32_t v16u __attribute__((vector_size(64)));

#endif
