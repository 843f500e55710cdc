// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Chooses an instruction set's kernels and sets the floating-point mode around each call.

#pragma STDC FP_CONTRACT OFF

#include "kernel_table.h"

#if defined(__x86_64__)
#include <xmmintrin.h>

#define RK_FLUSH_BITS 0x8040  // FTZ and DAZ

typedef unsigned rk_mode;

static rk_mode rk_enter(void) {
  rk_mode saved = _mm_getcsr();
  _mm_setcsr(saved | RK_FLUSH_BITS);
  return saved;
}

static void rk_leave(rk_mode saved) { _mm_setcsr(saved); }
#elif defined(__aarch64__)
typedef uint64_t rk_mode;

static rk_mode rk_enter(void) {
  rk_mode saved;
  __asm__ volatile("mrs %0, fpcr" : "=r"(saved));
  __asm__ volatile("msr fpcr, %0" : : "r"(saved | (1u << 24)) : "memory");
  return saved;
}

static void rk_leave(rk_mode saved) {
  __asm__ volatile("msr fpcr, %0" : : "r"(saved) : "memory");
}
#else
typedef int rk_mode;
static rk_mode rk_enter(void) { return 0; }
static void rk_leave(rk_mode saved) { (void)saved; }
#endif

bool rectifier_isa_available(rectifier_isa isa) {
  switch (isa) {
  case RECTIFIER_PORTABLE: return true;
#if defined(__x86_64__)
  case RECTIFIER_AVX2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")
      && __builtin_cpu_supports("bmi2");
  case RECTIFIER_AVX512:
    return rectifier_isa_available(RECTIFIER_AVX2) && __builtin_cpu_supports("avx512f")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl");
#elif defined(__aarch64__)
  case RECTIFIER_NEON: return true;
#endif
  default: return false;
  }
}

static const rectifier_kernel_table *rk_table(rectifier_isa isa) {
  switch (isa) {
#if defined(__x86_64__)
  case RECTIFIER_AVX2: return &rk_table_avx2;
  case RECTIFIER_AVX512: return &rk_table_avx512;
#elif defined(__aarch64__)
  case RECTIFIER_NEON: return &rk_table_neon;
#endif
  default: return &rk_table_portable;
  }
}

#define RK_CALL(isa, kernel, ...)                                                             \
  rk_mode saved = rk_enter();                                                                 \
  rk_table(isa)->kernel(__VA_ARGS__);                                                         \
  rk_leave(saved)

void rectifier_forward_dense(rectifier_isa isa, const rectifier_forward *job) {
  RK_CALL(isa, forward_dense, job);
}

void rectifier_forward_sparse(rectifier_isa isa, const rectifier_forward *job) {
  RK_CALL(isa, forward_sparse, job);
}

void rectifier_backward_rows(rectifier_isa isa, const rectifier_backward *job) {
  RK_CALL(isa, backward_rows, job);
}

void rectifier_backward_outputs(
  rectifier_isa isa, const rectifier_backward *job, const rectifier_lists *output_lists,
  size_t first_panel, size_t panel_count) {
  RK_CALL(isa, backward_outputs, job, output_lists, first_panel, panel_count);
}

void rectifier_backward_bias(rectifier_isa isa, const rectifier_bias_backward *job) {
  RK_CALL(isa, backward_bias, job);
}

void rectifier_apply(
  rectifier_isa isa, const rectifier_update *update, float *parameters, rectifier_moments moments,
  const float *gradient, size_t count) {
  RK_CALL(isa, apply, update, parameters, moments, gradient, count);
}

void rectifier_softmax_rows(rectifier_isa isa, const rectifier_softmax *job) {
  RK_CALL(isa, softmax_rows, job);
}

void rectifier_real_head_rows(rectifier_isa isa, const rectifier_real_head *job) {
  RK_CALL(isa, real_head_rows, job);
}

void rectifier_list_rows(
  rectifier_isa isa, const float *rows, size_t stride, size_t column_count, size_t first_row,
  size_t row_count, rectifier_lists *lists) {
  RK_CALL(isa, list_rows, rows, stride, column_count, first_row, row_count, lists);
}

void rectifier_scale_bytes(
  rectifier_isa isa, const uint8_t *bytes, size_t count, float divisor, float *output,
  size_t stride) {
  RK_CALL(isa, scale_bytes, bytes, count, divisor, output, stride);
}

void rectifier_map(
  rectifier_isa isa, rectifier_function function, float parameter, const float *input,
  float *output, size_t count) {
  RK_CALL(isa, map, (int)function, parameter, input, output, count);
}

void rectifier_uniform(
  rectifier_isa isa, const rectifier_stream *stream, uint64_t block, float *output, size_t count) {
  RK_CALL(isa, uniform, stream, block, output, count);
}

void rectifier_iterate(
  rectifier_isa isa, float *values, size_t count, float scale, float shift, size_t rounds) {
  RK_CALL(isa, iterate, values, count, scale, shift, rounds);
}

float rectifier_sum(rectifier_isa isa, const float *values, size_t count) {
  float result;
  RK_CALL(isa, sum, values, count, &result);
  return result;
}
