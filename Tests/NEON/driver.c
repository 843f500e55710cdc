// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// Runs every kernel on fixed data, on the best instruction set of the machine and on the portable
// one, and prints a line `kernel@set hash` each: equal output on x86-64 and arm64 means equal bits.
// The data stay away from the underflow boundary, where the two flush differently.

#pragma STDC FP_CONTRACT OFF

#include "fixtures.h"

#include <stdio.h>

// MARK: - Kernels

typedef uint64_t (*kernel)(rectifier_isa isa, shape s, int variant, uint64_t hash);

// The weights as rows of outputs: one panel after another, each as [inputs x width].
static rectifier_layer random_layer(shape s) {
  rectifier_layer layer = {.input_count = s.inputs, .output_count = s.outputs};
  layer.weights = zeros(s.inputs * padded(s.outputs) * sizeof(float));
  for (size_t begin = 0; begin < s.outputs; begin += 128) {
    size_t columns = s.outputs - begin < 128 ? s.outputs - begin : 128;
    float *panel = random_rows(s.inputs, columns, 256, 0.25f);
    size_t size = s.inputs * padded(columns) * sizeof(float);
    memcpy(layer.weights + begin * s.inputs, panel, size);
    free(panel);
  }
  layer.bias = random_rows(1, s.outputs, 256, 1);
  return layer;
}

// How a product goes over its inputs.
typedef enum { DENSE, SEGMENTS, WHOLE_ROWS } form;

// The lists of inputs, in segments or row by row.
static rectifier_lists list_inputs(rectifier_isa isa, const float *input, shape s, form form) {
  rectifier_lists lists = new_lists(s.rows, s.inputs);
  if (form != WHOLE_ROWS) {
    rectifier_list_rows(isa, input, padded(s.inputs), s.inputs, 0, s.rows, &lists);
    return lists;
  }
  lists.segment_count = 1;
  lists.segment_columns = s.inputs < 64 ? 64 : s.inputs;
  uint32_t *columns = zeros(s.inputs * sizeof *columns), at = 0;
  float *values = zeros(s.inputs * sizeof *values);
  for (size_t n = 0; n < s.rows; n++) {
    const float *row = input + n * padded(s.inputs);
    size_t count = 0;
    for (size_t i = 0; i < s.inputs; i++) {
      if (row[i] == 0) continue;
      columns[count] = (uint32_t)i;
      values[count++] = row[i];
    }
    at = rectifier_list_entries(columns, values, count, n, at, &lists);
  }
  free(columns);
  free(values);
  return lists;
}

// Variants: the activations, then the same under a sign mask, then both with bfloat16 weights.
static uint64_t run_forward(rectifier_isa isa, shape s, int variant, form form, uint64_t hash) {
  rectifier_layer layer = random_layer(s);
  float *input = random_rows(s.rows, s.inputs, s.density, 1);
  float *sign = zeros(padded(s.outputs) * sizeof *sign);
  for (size_t o = 0; o < padded(s.outputs); o++) {
    sign[o] = o < s.outputs && random_bits() >> 31 ? -1 : 1;
  }
  rectifier_lists input_lists = list_inputs(isa, input, s, form);
  rectifier_lists output_lists = new_lists(s.rows, s.outputs);
  size_t count = s.rows * padded(s.outputs);
  uint32_t *words = zeros(rectifier_bfloat16_word_count(s.inputs, s.outputs) * sizeof *words);
  rectifier_pack_bfloat16(&layer, words);
  rectifier_forward job = {
    .layer = layer, .bfloat16_weights = variant / 16 ? words : NULL,
    .input = input, .input_stride = padded(s.inputs),
    .input_lists = &input_lists, .activation = (rectifier_activation)(variant % 8),
    .sharpness = 2, .sign = variant & 8 ? sign : NULL, .output = zeros(count * sizeof(float)),
    .output_stride = padded(s.outputs), .slope = zeros(count * sizeof(float)),
    .output_lists = &output_lists, .row_count = s.rows, .panel_count = (s.outputs + 127) / 128,
  };
  (form == DENSE ? rectifier_forward_dense : rectifier_forward_sparse)(isa, &job);
  hash = hash_floats(hash, job.output, count);
  hash = hash_floats(hash, job.slope, count);
  hash = hash_lists(hash, &output_lists, s.rows);
  free(layer.weights);
  free(layer.bias);
  free(words);
  free(input);
  free(sign);
  free(job.output);
  free(job.slope);
  free_lists(input_lists);
  free_lists(output_lists);
  return hash;
}

static uint64_t forward_dense(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  return run_forward(isa, s, variant, DENSE, hash);
}

static uint64_t forward_sparse(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  return run_forward(isa, s, variant, SEGMENTS, hash);
}

static uint64_t forward_whole_rows(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  return run_forward(isa, s, variant, WHOLE_ROWS, hash);
}

// The moments of so many parameters, as an optimizer may have left them: squares are not negative.
static rectifier_moments random_moments(size_t count) {
  rectifier_moments moments = {
    .first = random_rows(1, count, 256, 0.1f), .second = random_rows(1, count, 256, 0.1f)};
  for (size_t k = 0; k < count; k++) moments.second[k] *= moments.second[k];
  return moments;
}

static rectifier_update update_of(int rule) {
  return (rectifier_update){
    .rule = (rectifier_rule)rule, .rate = 0.1f, .first_decay = 0.9f, .second_decay = 0.999f,
    .second_scale = 3, .epsilon = 1e-8f};
}

static uint64_t hash_moments(uint64_t hash, rectifier_moments moments, size_t count) {
  hash = hash_floats(hash_floats(hash, moments.first, count), moments.second, count);
  free(moments.first);
  free(moments.second);
  return hash;
}

// Bits of the variant: every input, a gradient, no slopes, no input delta; then weight L2, and the
// rule.
static uint64_t run_backward(rectifier_isa isa, shape s, int variant, form form, uint64_t hash) {
  rectifier_layer layer = random_layer(s);
  float *input = random_rows(s.rows, s.inputs, s.density, 1);
  float *slope = random_rows(s.rows, s.inputs, 256, 1);
  float *delta = random_rows(s.rows, s.outputs, 256, 1);
  rectifier_lists lists = list_inputs(isa, input, s, form);
  size_t weight_count = s.inputs * padded(s.outputs);
  size_t input_count = s.rows * padded(s.inputs);
  float *gradient = zeros(weight_count * sizeof *gradient);
  float *input_delta = zeros(input_count * sizeof *input_delta);
  rectifier_moments moments = random_moments(weight_count);
  rectifier_backward job = {
    .layer = layer, .row_count = s.rows, .input = input, .input_stride = padded(s.inputs),
    .input_lists = &lists, .delta = delta, .delta_stride = padded(s.outputs),
    .input_delta = variant & 8 ? NULL : input_delta, .input_slope = variant & 4 ? NULL : slope,
    .l1 = 0.125f, .every_input = variant & 1, .batch_scale = 1.0f / (float)s.rows,
    .weight_l2 = variant & 16 ? 0.01f : 0, .update = update_of(variant / 32), .moments = moments,
    .gradient = variant & 2 ? gradient : NULL, .range_count = s.inputs,
    .scratch = zeros(rectifier_backward_scratch_size(s.rows, s.inputs, s.rows * s.inputs)),
  };
  rectifier_backward_rows(isa, &job);
  hash = hash_floats(hash, layer.weights, weight_count);
  hash = hash_floats(hash, gradient, weight_count);
  hash = hash_floats(hash, input_delta, input_count);
  hash = hash_moments(hash, moments, weight_count);
  free(layer.weights);
  free(layer.bias);
  free(input);
  free(slope);
  free(delta);
  free(gradient);
  free(input_delta);
  free(job.scratch);
  free_lists(lists);
  return hash;
}

static uint64_t backward_rows(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  return run_backward(isa, s, variant, SEGMENTS, hash);
}

static uint64_t backward_whole_rows(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  return run_backward(isa, s, variant, WHOLE_ROWS, hash);
}

// The rules in place, with and without weight L2, then the gradient.
static uint64_t backward_outputs(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  rectifier_layer layer = random_layer(s);
  float *input = random_rows(s.rows, s.inputs, 256, 1);
  float *delta = random_rows(s.rows, s.outputs, s.density, 1);
  rectifier_lists lists = new_lists(s.rows, s.outputs);
  rectifier_list_rows(isa, delta, padded(s.outputs), s.outputs, 0, s.rows, &lists);
  size_t weight_count = s.inputs * padded(s.outputs);
  float *gradient = zeros(weight_count * sizeof *gradient);
  rectifier_moments moments = random_moments(weight_count);
  rectifier_backward job = {
    .layer = layer, .row_count = s.rows, .input = input, .input_stride = padded(s.inputs),
    .delta = delta, .delta_stride = padded(s.outputs), .batch_scale = 1.0f / (float)s.rows,
    .weight_l2 = variant & 4 ? 0.01f : 0, .update = update_of(variant % 4), .moments = moments,
    .gradient = variant == 8 ? gradient : NULL,
    .scratch = zeros(rectifier_backward_outputs_scratch_size(s.rows)),
  };
  size_t panels = (s.outputs + RECTIFIER_PANEL_COLUMNS - 1) / RECTIFIER_PANEL_COLUMNS;
  rectifier_backward_outputs(isa, &job, &lists, 0, panels);
  hash = hash_floats(hash, layer.weights, weight_count);
  hash = hash_floats(hash, gradient, weight_count);
  hash = hash_moments(hash, moments, weight_count);
  free(layer.weights);
  free(layer.bias);
  free(input);
  free(delta);
  free(gradient);
  free(job.scratch);
  free_lists(lists);
  return hash;
}

// The rules in place, then the gradient.
static uint64_t backward_bias(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  size_t count = padded(s.outputs);
  float *bias = random_rows(1, s.outputs, 256, 1);
  float *delta = random_rows(s.rows, s.outputs, 256, 1);
  float *gradient = zeros(count * sizeof *gradient);
  rectifier_moments moments = random_moments(count);
  rectifier_bias_backward job = {
    .bias = bias, .output_count = s.outputs, .delta = delta, .delta_stride = count,
    .row_count = s.rows, .batch_scale = 1.0f / (float)s.rows,
    .update = update_of(variant % 4), .moments = moments,
    .gradient = variant == 4 ? gradient : NULL,
  };
  rectifier_backward_bias(isa, &job);
  hash = hash_floats(hash_floats(hash, bias, count), gradient, count);
  hash = hash_moments(hash, moments, count);
  free(bias);
  free(delta);
  free(gradient);
  return hash;
}

static uint64_t apply(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  size_t count = s.inputs * padded(s.outputs);
  float *parameters = random_rows(s.inputs, s.outputs, 256, 1);
  float *gradient = random_rows(s.inputs, s.outputs, 256, 1);
  rectifier_moments moments = random_moments(count);
  rectifier_update update = update_of(variant);
  rectifier_apply(isa, &update, parameters, moments, gradient, count);
  hash = hash_moments(hash_floats(hash, parameters, count), moments, count);
  free(parameters);
  free(gradient);
  return hash;
}

static uint64_t softmax_rows(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  size_t count = s.rows * padded(s.outputs);
  float *logits = random_rows(s.rows, s.outputs, 256, variant % 2 ? 20 : 3);
  float *delta = zeros(count * sizeof *delta);
  float *loss = zeros(s.rows * sizeof *loss);
  float *weights = random_rows(1, s.outputs, 256, 2);
  int32_t *classes = zeros(2 * s.rows * sizeof *classes);
  for (size_t n = 0; n < s.rows; n++) classes[n] = (int32_t)(random_bits() % s.outputs);
  rectifier_softmax job = {
    .logits = logits, .stride = padded(s.outputs), .row_count = s.rows,
    .class_count = s.outputs, .targets = classes, .probabilities = logits, .delta = delta,
    .loss = loss, .predicted = classes + s.rows, .weights = variant > 1 ? weights : NULL,
  };
  rectifier_softmax_rows(isa, &job);
  hash = hash_floats(hash_floats(hash, logits, count), delta, count);
  hash = hash_bytes(hash_floats(hash, loss, s.rows), classes, 2 * s.rows * sizeof *classes);
  free(logits);
  free(delta);
  free(loss);
  free(weights);
  free(classes);
  return hash;
}

// Variants: the links; then outputs further out; then both with weights.
static uint64_t real_head_rows(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  static const rectifier_activation links[] = {
    RECTIFIER_ACTIVATION_IDENTITY, RECTIFIER_ACTIVATION_RECTIFIER, RECTIFIER_ACTIVATION_SOFTPLUS,
    RECTIFIER_ACTIVATION_LOGISTIC,
  };
  size_t count = s.rows * padded(s.outputs);
  float *output = random_rows(s.rows, s.outputs, 256, variant % 8 < 4 ? 2 : 20);
  float *targets = random_rows(s.rows, s.outputs, 256, 1);
  float *weights = random_rows(1, s.outputs, 256, 2);
  float *delta = zeros(count * sizeof *delta);
  float *loss = zeros(s.rows * sizeof *loss);
  rectifier_real_head job = {
    .output = output, .stride = padded(s.outputs), .row_count = s.rows,
    .output_count = s.outputs, .link = links[variant % 4], .targets = targets, .values = output,
    .delta = delta, .loss = loss, .weights = variant < 8 ? NULL : weights,
  };
  rectifier_real_head_rows(isa, &job);
  hash = hash_floats(hash_floats(hash, output, count), delta, count);
  hash = hash_floats(hash, loss, s.rows);
  free(output);
  free(targets);
  free(weights);
  free(delta);
  free(loss);
  return hash;
}

static uint64_t list_rows(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  float *rows = random_rows(s.rows, s.inputs, variant ? 30 : 150, 1);
  rectifier_lists lists = new_lists(s.rows, s.inputs);
  rectifier_list_rows(isa, rows, padded(s.inputs), s.inputs, 0, s.rows, &lists);
  hash = hash_lists(hash, &lists, s.rows);
  free(rows);
  free_lists(lists);
  return hash;
}

static uint64_t scale_bytes(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  uint8_t *bytes = zeros(s.inputs);
  for (size_t i = 0; i < s.inputs; i++) bytes[i] = (uint8_t)(random_bits() >> 24);
  float *output = zeros(padded(s.inputs) * sizeof *output);
  rectifier_scale_bytes(isa, bytes, s.inputs, variant ? 3 : 255, output, padded(s.inputs));
  hash = hash_floats(hash, output, padded(s.inputs));
  free(bytes);
  free(output);
  return hash;
}

// Variants: the functions; logarithms and powers of positive values only.
static uint64_t map(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  size_t count = s.rows * padded(s.outputs);
  float *values = random_rows(s.rows, s.outputs, 256, 20);
  if (variant == RECTIFIER_LOG || variant == RECTIFIER_LOG1P || variant == RECTIFIER_POW) {
    for (size_t k = 0; k < count; k++) values[k] = values[k] * values[k] + 0x1p-20f;
  }
  rectifier_map(isa, (rectifier_function)variant, 1.5f, values, values, count);
  hash = hash_floats(hash, values, count);
  free(values);
  return hash;
}

static uint64_t iterate(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  size_t count = s.rows * padded(s.outputs);
  float *values = random_rows(s.rows, s.outputs, 256, 1);
  rectifier_iterate(isa, values, count, 0.3f, 0.7f, (size_t)variant);
  float sum = rectifier_sum(isa, values, count);
  hash = hash_floats(hash_floats(hash, values, count), &sum, 1);
  free(values);
  return hash;
}

// Variants: blocks whose number has 32 bits, and more.
static uint64_t uniform(rectifier_isa isa, shape s, int variant, uint64_t hash) {
  size_t count = s.rows * s.inputs;
  float *values = zeros(count * sizeof *values);
  rectifier_stream stream = {{random_bits(), random_bits()}, {random_bits(), random_bits()}};
  uint64_t block = variant ? ((uint64_t)1 << 32) - count / 8 : 5;
  rectifier_uniform(isa, &stream, block, values, count);
  hash = hash_floats(hash, values, count);
  free(values);
  return hash;
}

// MARK: - All of them

static const struct {
  const char *name;
  kernel run;
  int variants;
} kernels[] = {
  {"forward_dense", forward_dense, 32}, {"forward_sparse", forward_sparse, 32},
  {"backward_rows", backward_rows, 128}, {"backward_bias", backward_bias, 5},
  {"backward_outputs", backward_outputs, 9},
  {"apply", apply, 4},                  {"softmax_rows", softmax_rows, 4},
  {"real_head_rows", real_head_rows, 16},
  {"list_rows", list_rows, 2},          {"scale_bytes", scale_bytes, 2},
  {"map", map, 14},                     {"iterate", iterate, 4},
  {"uniform", uniform, 2},
  {"forward_whole_rows", forward_whole_rows, 32},
  {"backward_whole_rows", backward_whole_rows, 128},
};

static uint64_t hash_kernel(size_t k, rectifier_isa isa) {
  uint64_t hash = 0xcbf29ce484222325;
  state = k;
  for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
    for (int v = 0; v < kernels[k].variants; v++) hash = kernels[k].run(isa, shapes[s], v, hash);
  }
  return hash;
}

// Exits 1 where the best set and the portable one differ.
int main(void) {
  rectifier_isa best = RECTIFIER_PORTABLE;
  rectifier_isa sets[] = {RECTIFIER_AVX2, RECTIFIER_AVX512, RECTIFIER_NEON};
  for (int k = 0; k < 3; k++) best = rectifier_isa_available(sets[k]) ? sets[k] : best;
  fprintf(stderr, "best set: %d\n", (int)best);
  int status = 0;
  for (size_t k = 0; k < sizeof kernels / sizeof *kernels; k++) {
    uint64_t fast = hash_kernel(k, best), portable = hash_kernel(k, RECTIFIER_PORTABLE);
    printf("%s@best %016llx\n", kernels[k].name, (unsigned long long)fast);
    printf("%s@portable %016llx\n", kernels[k].name, (unsigned long long)portable);
    if (fast != portable) status = 1;
  }
  return status;
}
