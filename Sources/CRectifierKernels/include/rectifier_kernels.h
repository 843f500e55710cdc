// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// The kernels' interface. Letters: n sample, i input, o output, p panel of 128 outputs.
// Every kernel gives the same bits on every instruction set, dense or sparse, for any split of its
// range; FTZ and DAZ are set on entry and restored on exit.

#ifndef RECTIFIER_KERNELS_H
#define RECTIFIER_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rectifier_functions.h"
#include "rectifier_threads.h"

typedef enum {
  RECTIFIER_PORTABLE = 0,
  RECTIFIER_AVX2 = 1,
  RECTIFIER_AVX512 = 2,
  RECTIFIER_NEON = 3,
} rectifier_isa;

// Whether this build has the set's kernels and this CPU can run them.
bool rectifier_isa_available(rectifier_isa isa);

enum {
  RECTIFIER_LANES = 16,          // floats a vector; rows and biases are padded to it
  RECTIFIER_PANEL_COLUMNS = 128,  // outputs a panel; the last panel has a multiple of 16
  RECTIFIER_SEGMENT_COLUMNS = 64  // columns a segment of an active list
};

typedef enum {
  RECTIFIER_ACTIVATION_IDENTITY = 0,
  RECTIFIER_ACTIVATION_RECTIFIER,
  RECTIFIER_ACTIVATION_SOFTPLUS,
  RECTIFIER_ACTIVATION_TANH,
  RECTIFIER_ACTIVATION_LOGISTIC,
  RECTIFIER_ACTIVATION_RECTIFIED_TANH,
  RECTIFIER_ACTIVATION_ABSOLUTE_TANH,
  RECTIFIER_ACTIVATION_LEAKY_INTEGRATE_AND_FIRE,
} rectifier_activation;

// A non-zero entry of a row.
typedef struct {
  uint32_t index;  // which column
  float value;     // never zero
} rectifier_entry;

// The non-zero entries of every row of a batch, in segments of 64 columns. Those of row n in segment
// g are entries[begin[s]] to entries[end[s] - 1], s = g * row_capacity + n, columns ascending. Dense
// rows listed in one call follow each other without gaps, so that who takes segment after segment
// reads forward; the first of them is at 64 * s.
// Rows with so few entries that most segments would be empty are listed whole: one segment, of all
// columns. Only layers of the data's inputs have such lists.
typedef struct {
  rectifier_entry *entries;  // room for 64 a segment and row; of whole rows for those listed
  uint32_t *begin;
  uint32_t *end;
  size_t segment_count;
  size_t segment_columns;  // 64; of whole rows all columns, if these are more
  size_t row_capacity;
} rectifier_lists;

// A layer's weights in column panels: [panel][input][128], the last panel [input][width], width a
// multiple of 16, padded with zeros; the bias is padded in the same way.
typedef struct {
  float *weights;
  float *bias;
  size_t input_count;
  size_t output_count;
} rectifier_layer;

// The nearest bfloat16, ties to even, as a float. Finite values stay finite; denormal values and -0
// become +0.
float rectifier_round_bfloat16(float x);

// A layer's weights rounded to bfloat16, two in a word: in panels of 128 outputs, the last one's
// width rounded up to 32. Word k of group g of a row holds column 32 g + k in its low half, column
// 32 g + 16 + k in its high half, so that one load, a shift and a mask give two vectors of floats.
size_t rectifier_bfloat16_word_count(size_t input_count, size_t output_count);
void rectifier_pack_bfloat16(const rectifier_layer *layer, uint32_t *words);

// y[n, o] = b[o] + sum_i x[n, i] w[i, o], then h = sign * activation(y), for a range of rows and
// panels. Reads `input` when dense, `input_lists` when sparse; the bits are the same. bfloat16 weights
// give the bits of the floats that they stand for.
typedef struct {
  rectifier_layer layer;
  const uint32_t *bfloat16_weights;  // as packed, read in place of the layer's; NULL: not wanted
  const float *input;  // [rows x input_stride], padding zero; NULL: only `input_lists` are read
  size_t input_stride;
  const rectifier_lists *input_lists;
  rectifier_activation activation;
  float sharpness;      // of softplus
  const float *sign;    // +1 or -1 an output, padded with +1; NULL: all +1
  float *output;        // [rows x output_stride], padding written as zero
  size_t output_stride;
  float *slope;         // sign * activation'(y), laid out as `output`; NULL: not wanted
  rectifier_lists *output_lists;  // NULL: not wanted
  size_t first_row, row_count;
  size_t first_panel, panel_count;
} rectifier_forward;

void rectifier_forward_dense(rectifier_isa isa, const rectifier_forward *job);
void rectifier_forward_sparse(rectifier_isa isa, const rectifier_forward *job);

// What a gradient g does to a parameter w and to the moments kept of it.
typedef enum {
  RECTIFIER_SGD = 0,   // w = fma(-rate, g, w)
  RECTIFIER_MOMENTUM,  // v = fma(mu, v, g), w = fma(-rate, v, w)
  RECTIFIER_NESTEROV,  // v = fma(mu, v, g), w = fma(-rate, fma(mu, v, g), w)
  // m = fma(b1, m, (1 - b1) g), s = fma(b2, s, (1 - b2) (g g)),
  // w = fma(-rate, m / fma(sqrt(s), second_scale, epsilon), w)
  RECTIFIER_ADAM,
} rectifier_rule;

typedef struct {
  rectifier_rule rule;
  float rate;          // Adam: the learning rate / (1 - b1^t)
  float first_decay;   // mu; Adam: b1
  float second_decay;  // Adam: b2
  float second_scale;  // Adam: 1 / sqrt(1 - b2^t)
  float epsilon;
} rectifier_update;

// Laid out as the parameters; NULL where the rule keeps none.
typedef struct {
  float *first;   // v; Adam: m
  float *second;  // Adam: s
} rectifier_moments;

// For input rows i of a layer, in one pass over its weights:
//   inputDelta[n, i] = (sum_o w[i, o] delta[n, o] + l1 * sign(x[n, i])) * inputSlope[n, i]
//   g[i, o] = (sum_n x[n, i] delta[n, o]) / rows, and with a penalty fma(weight_l2, w[i, o], that)
//   w[i, o] by the update's rule, or gradient[i, o] = g[i, o] where one is wanted
// A row whose input is zero in every sample costs nothing under plain SGD, and is a pass over the
// row under every other rule and under weight L2.
typedef struct {
  rectifier_layer layer;
  size_t row_count;          // rows of the batch
  const float *input;        // [rows x input_stride]; read when `every_input`
  size_t input_stride;
  const rectifier_lists *input_lists;  // read otherwise
  const float *delta;        // [rows x delta_stride], d loss(n) / d y[n, o], padding zero
  size_t delta_stride;
  float *input_delta;        // [rows x input_stride]; NULL: not wanted. Unlisted entries untouched.
  const float *input_slope;  // [rows x input_stride]; NULL: 1 where the input is not zero, else 0
  const float *input_sign;   // one an input; used where there is no slope; NULL: all +1
  float l1;                  // coefficient of the penalty on |x|
  bool every_input;          // zero inputs count too: they may have a slope that is not zero
  float batch_scale;         // 1 / rows
  float weight_l2;           // coefficient of the penalty on w^2 / 2
  rectifier_update update;
  rectifier_moments moments; // of the weights
  float *gradient;           // laid out as the weights; NULL: update the weights in place
  size_t first_input, range_count;
  void *scratch;             // rectifier_backward_scratch_size bytes, 64-byte aligned
} rectifier_backward;

// For a range of inputs that are listed `entry_count` times at most.
size_t rectifier_backward_scratch_size(
  size_t row_count, size_t range_count, size_t entry_count);
void rectifier_backward_rows(rectifier_isa isa, const rectifier_backward *job);

// g and w as above without deltas of inputs, for all inputs and a range of panels, over the lists of
// the layer's outputs: unlisted ones have a delta of zero. It reads `input` and costs as much as
// there are listed outputs, and a pass over the weights.
size_t rectifier_backward_outputs_scratch_size(size_t row_count);
void rectifier_backward_outputs(
  rectifier_isa isa, const rectifier_backward *job, const rectifier_lists *output_lists,
  size_t first_panel, size_t panel_count);

// g[o] = (sum_n delta[n, o]) / rows, then b[o] by the update's rule; or gradient[o] = g[o].
typedef struct {
  float *bias;
  size_t output_count;
  const float *delta;
  size_t delta_stride;
  size_t row_count;
  float batch_scale;
  rectifier_update update;
  rectifier_moments moments;  // of the bias
  float *gradient;  // NULL: update in place
} rectifier_bias_backward;

void rectifier_backward_bias(rectifier_isa isa, const rectifier_bias_backward *job);

// The update's rule on its own: parameters and moments take a gradient; count a multiple of 16.
void rectifier_apply(
  rectifier_isa isa, const rectifier_update *update, float *parameters, rectifier_moments moments,
  const float *gradient, size_t count);

// Softmax over `class_count` logits a row, in place of the logits: probabilities. With targets:
// loss[n] = -log p[n, target], delta = p - onehot(target), predicted class (lowest index wins). With
// weights both are multiplied once by w[target], after everything else.
typedef struct {
  const float *logits;
  size_t stride;  // of logits, probabilities and delta
  size_t row_count;
  size_t class_count;
  const int32_t *targets;   // NULL: no loss, no delta
  float *probabilities;     // NULL: not wanted
  float *delta;             // NULL: not wanted
  float *loss;              // one a row; NULL: not wanted
  int32_t *predicted;       // one a row; NULL: not wanted
  const float *weights;     // w, one a class; NULL: 1
} rectifier_softmax;

void rectifier_softmax_rows(rectifier_isa isa, const rectifier_softmax *job);

// Outputs that do not depend on each other: values p = link(y), and, with targets t,
//   logistic: loss[n] = sum_o [log(1 + e^y) - t y], delta = p - t, for t from 0 to 1
//   identity, softplus, rectifier: loss[n] = sum_o (p - t)^2, delta = 2 (p - t) link'(y)
// Other activations are no links. With weights each output's term of the loss, and its delta, is
// multiplied once by w[o]: loss[n] = sum_o w (log(1 + e^y) - t y), or sum_o (w (p - t)) (p - t).
typedef struct {
  const float *output;  // y
  size_t stride;  // of output, targets, values and delta
  size_t row_count;
  size_t output_count;
  rectifier_activation link;
  const float *targets;  // NULL: no loss, no delta
  float *values;         // NULL: not wanted
  float *delta;          // NULL: not wanted
  float *loss;           // one a row; NULL: not wanted
  const float *weights;  // w, one an output, padded to whole vectors; NULL: 1
} rectifier_real_head;

void rectifier_real_head_rows(rectifier_isa isa, const rectifier_real_head *job);

// Lists the non-zero entries of dense rows.
void rectifier_list_rows(
  rectifier_isa isa, const float *rows, size_t stride, size_t column_count, size_t first_row,
  size_t row_count, rectifier_lists *lists);

// Lists a row by its entries, columns ascending, from entries[at] on; returns where they end.
uint32_t rectifier_list_entries(
  const uint32_t *columns, const float *values, size_t count, size_t row, uint32_t at,
  rectifier_lists *lists);

// Writes listed rows as dense ones: zeros, and the entries in their places.
void rectifier_spread_rows(
  const rectifier_lists *lists, size_t column_count, size_t first_row, size_t row_count,
  float *rows, size_t stride);

// output[k] = (float)bytes[k] / divisor, and zeros up to `stride`.
void rectifier_scale_bytes(
  rectifier_isa isa, const uint8_t *bytes, size_t count, float divisor, float *output,
  size_t stride);

// counts[index] += 1 for every listed entry of the rows.
void rectifier_tally_active(const rectifier_lists *lists, size_t row_count, size_t *counts);

// The number of listed entries of the rows.
size_t rectifier_count_active(const rectifier_lists *lists, size_t row_count);

// Replaces denormal values and -0 by +0.
void rectifier_flush(float *values, size_t count);

// output[k] = function(input[k]).
void rectifier_map(
  rectifier_isa isa, rectifier_function function, float parameter, const float *input,
  float *output, size_t count);

// A stream of random words: the key of Philox4x32-10, and the upper half of its counter.
typedef struct {
  uint32_t key[2];
  uint32_t stream[2];
} rectifier_stream;

// output[k] = a number in [0, 1), a multiple of 2^-24: the upper bits of word k mod 4 of the block
// with the number block + k/4.
void rectifier_uniform(
  rectifier_isa isa, const rectifier_stream *stream, uint64_t block, float *output, size_t count);

// The two measures of a machine; count is a multiple of 16.
// values[k] = fma(values[k], scale, shift), `rounds` times: with few values and many rounds the peak
// of the multiply-adds, with many values and one round the rate of rewriting memory.
void rectifier_iterate(
  rectifier_isa isa, float *values, size_t count, float scale, float shift, size_t rounds);

// The sum of all values, 128 at a time: the rate of reading memory.
float rectifier_sum(rectifier_isa isa, const float *values, size_t count);

#endif
