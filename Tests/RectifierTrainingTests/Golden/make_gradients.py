#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes GoldenGradients.swift: gradients of a small network with every activation and head.

No backpropagation: each number is a difference of the objective itself, in mpmath's arithmetic of
60 digits, with a step of 1e-25. Parameters, inputs and targets are fractions that Float holds.
"""

import pathlib

from mpmath import exp, log, log1p, mp, mpf, tanh

mp.dps = 60
STEP = mpf(10) ** -25
WIDTHS = [2, 3, 2, 2]
ROWS = 3


def softplus(sharpness):
    return lambda x: log1p(exp(mpf(sharpness) * x)) / mpf(sharpness)


ACTIVATIONS = {
    "rectifier": lambda x: max(x, 0),
    "softplus": softplus(1),
    "softplus:2.5": softplus(2.5),
    "tanh": tanh,
    "logistic": lambda x: 1 / (1 + exp(-x)),
    "rectified-tanh": lambda x: max(tanh(x), 0),
    "absolute-tanh": lambda x: abs(tanh(x)),
    "leaky-integrate-and-fire":
        lambda x: 1 / (mpf("7.5") * log(1 + mpf("0.05") / x) + 1) if x > 0 else mpf(0),
    "identity": lambda x: x,
}


LINKS = {"identity": lambda y: y, "softplus": softplus(1), "rectifier": lambda y: max(y, 0)}
# Every activation with the first two, a few with all of them.
HEADS = ["softmax", "identity", "logistic", "softplus", "rectifier"]
WITH_ALL_HEADS = ["rectifier", "tanh"]


def parameters():
    """For each layer [outputs × inputs] weights, then biases, in one list."""
    values = []
    for layer, (inputs, outputs) in enumerate(zip(WIDTHS, WIDTHS[1:])):
        for o in range(outputs):
            for i in range(inputs):
                values.append(mpf((37 * o + 61 * i + 17 * layer + 9) % 97 - 48) / 32)
        for o in range(outputs):
            values.append(mpf((29 * o + 13 * layer + 7) % 31 - 15) / 64)
    return values


def objective(values, activation, head):
    total = mpf(0)
    for n in range(ROWS):
        h = [mpf((43 * n + 71 * i + 11) % 67 - 33) / 32 for i in range(WIDTHS[0])]
        at = 0
        for layer, (inputs, outputs) in enumerate(zip(WIDTHS, WIDTHS[1:])):
            weights, biases = values[at:], values[at + inputs * outputs:]
            y = [
                biases[o] + sum(weights[o * inputs + i] * h[i] for i in range(inputs))
                for o in range(outputs)]
            at += inputs * outputs + outputs
            if layer < len(WIDTHS) - 2:
                assert all(abs(value) > 0.01 for value in y), "too near to a kink"
                h = [(-1) ** (o + layer) * activation(y[o]) for o in range(outputs)]
                total += mpf(layer + 1) / 16 * sum(abs(value) for value in h)
        if head == "softmax":
            total += log(sum(exp(value) for value in y)) - y[n % WIDTHS[-1]]
        elif head == "logistic":
            targets = [mpf((19 * n + 23 * o) % 17) / 16 for o in range(WIDTHS[-1])]
            p = [1 / (1 + exp(-value)) for value in y]
            total -= sum(t * log(q) + (1 - t) * log(1 - q) for q, t in zip(p, targets))
        else:
            assert all(abs(value) > 0.01 for value in y), "too near to a kink"
            targets = [mpf((19 * n + 23 * o) % 41 - 20) / 16 for o in range(WIDTHS[-1])]
            p = [LINKS[head](value) for value in y]
            total += sum((value - target) ** 2 for value, target in zip(p, targets))
    return total / ROWS


def gradient(activation, head):
    base = parameters()
    for k in range(len(base)):
        up, down = list(base), list(base)
        up[k] += STEP
        down[k] -= STEP
        yield (objective(up, activation, head) - objective(down, activation, head)) / (2 * STEP)


def main():
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Rectifier: deep sparse rectifier networks that turn their zeros into speed.",
        "",
        "/// Written by Golden/make_gradients.py: for each activation and head the gradient, layer",
        "/// for layer, weights `[outputs × inputs]`, then biases.",
        "let goldenGradients: [(activation: String, head: String, gradient: [Double])] = [",
    ]
    for name, activation in ACTIVATIONS.items():
        for head in HEADS if name in WITH_ALL_HEADS else HEADS[:2]:
            numbers = [repr(float(value)) for value in gradient(activation, head)]
            lines += ["  (", f'    "{name}", "{head}",', "    ["]
            lines += ["      " + ", ".join(numbers[k:k + 4]) + "," for k in range(0, len(numbers), 4)]
            lines += ["    ]", "  ),"]
    target = pathlib.Path(__file__).parents[1] / "GoldenGradients.swift"
    target.write_text("\n".join(lines + ["]", ""]))


main()
