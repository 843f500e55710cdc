#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes GoldenAnalysis.swift: the measures of the laboratory, by NumPy and SciPy in double precision.

The network 6-8-5-3 has a sign mask; its weights and 40 rows are fractions that Float holds.
"""

import pathlib

import numpy as np
from scipy import stats

ROWS, WIDTHS, CLASSES, GROUPS = 40, [6, 8, 5, 3], 3, 10
THRESHOLDS = [0.01, 0.05, 0.1]
ACTIVATIONS = {
    "rectifier": (lambda x: np.maximum(x, 0), None),
    "softplus": (lambda x: np.logaddexp(x, 0), None),
    "tanh": (np.tanh, (-1, 1)),
    "logistic": (lambda x: 1 / (1 + np.exp(-x)), (0, 1)),
}


def fraction(number, modulus, offset, divisor):
    return (number % modulus - offset) / divisor


def rows():
    return np.array([
        [fraction(43 * n + 71 * i + 11, 67, 33, 32) for i in range(WIDTHS[0])] for n in range(ROWS)])


def parameters(layer):
    inputs, outputs = WIDTHS[layer], WIDTHS[layer + 1]
    weights = np.array([
        [fraction(37 * o + 61 * i + 17 * layer + 9, 97, 48, 32) for i in range(inputs)]
        for o in range(outputs)])
    biases = np.array([fraction(29 * o + 13 * layer + 7, 31, 15, 64) for o in range(outputs)])
    signs = np.array([1 if (o + layer) % 2 == 0 else -1 for o in range(outputs)])
    return weights, biases, signs


def forward(x, activation):
    codes = []
    for layer in range(2):
        weights, biases, signs = parameters(layer)
        x = signs * activation(x @ weights.T + biases)
        codes.append(x)
    weights, biases, _ = parameters(2)
    return codes, x @ weights.T + biases


def student(values):
    half = stats.t.ppf(0.975, len(values) - 1) * stats.sem(values)
    return [np.mean(values), np.mean(values) - half, np.mean(values) + half]


def jackknife(h, statistic):
    whole = statistic(h)
    group = np.arange(len(h)) % GROUPS
    parts = [GROUPS * whole - (GROUPS - 1) * statistic(h[group != g]) for g in range(GROUPS)]
    half = stats.t.ppf(0.975, GROUPS - 1) * stats.sem(parts)
    return [whole, whole - half, whole + half]


def effective(h):
    return np.exp(stats.entropy(np.abs(h).sum(0)))


def spearman(a, b):
    if len(set(a)) < 2 or len(set(b)) < 2:
        return []
    rho = stats.spearmanr(a, b).statistic
    half = stats.norm.ppf(0.975) * np.sqrt(1.06 / (len(a) - 3))
    return [rho, np.tanh(np.arctanh(rho) - half), np.tanh(np.arctanh(rho) + half)]


def wilson(count, total):
    low, high = stats.binomtest(count, total).proportion_ci(0.95, "wilson")
    return [count / total, low, high]


def steady_state(layer, h, name):
    activation, limits = ACTIVATIONS[name]
    signs = parameters(layer)[2]
    plain = h * signs
    low, high = limits or (plain.min(), plain.max())
    at_mean = forward(rows().mean(0, keepdims=True), activation)[0][layer][0] * signs
    return {
        "range": [low, high],
        "restingShare": [(activation(0.0) - low) / (high - low)],
        "meanShare": student((plain.mean(1) - low) / (high - low)),
        "meanInputShare": [np.mean((at_mean - low) / (high - low))],
        "meanInputZeroFraction": wilson(int((at_mean == 0).sum()), len(at_mean)),
    }


def layer_measures(layer, name):
    x = rows()
    codes, logits = forward(x, ACTIVATIONS[name][0])
    h, truth = codes[layer], np.arange(ROWS) % CLASSES
    units, active = h.shape[1], (h != 0).sum(1)
    top = np.sort(logits, 1)
    means = np.array([np.abs(h[truth == c]).mean(0) for c in range(CLASSES)])
    return {
        "zeroFraction": student((units - active) / units),
        "zeroFractionByClass": [((h == 0).mean(1))[truth == c].mean() for c in range(CLASSES)],
        "nearZeroFractions": [(np.abs(h) < t).mean() for t in THRESHOLDS],
        "activeUnitCount": student(active),
        "effectiveUnitCount": jackknife(h, effective),
        "activeCounts": (h != 0).sum(0),
        "quantiles": np.quantile(active, [0.05, 0.25, 0.5, 0.75, 0.95]),
        "deviation": [active.std(ddof=1)],
        "meanByClass": [active[truth == c].mean() for c in range(CLASSES)],
        "marginCorrelation": spearman(active, top[:, -1] - top[:, -2]),
        "inkCorrelation": spearman(active, x.sum(1)),
        "participation": means.sum(1) ** 2 / (means ** 2).sum(1) / units,
        "byteCounts": [
            8 * (ROWS + 1) + 8 * active.sum(), ROWS * -(-units // 8) + 4 * active.sum(),
            4 * ROWS * units],
        **steady_state(layer, h, name),
    }


def literal(values):
    return "[" + ", ".join(repr(float(v)) for v in values) + "]"


def lines():
    yield "// SPDX-License-Identifier: Apache-2.0"
    yield "// Rectifier: deep sparse rectifier networks that turn their zeros into speed."
    yield ""
    yield "/// Written by Golden/make_analysis.py: for each activation and hidden layer, numbers by name."
    yield "let goldenAnalysis: [String: [[String: [Double]]]] = ["
    for name in ACTIVATIONS:
        yield f'  "{name}": ['
        for layer in range(2):
            yield "    ["
            for key, values in layer_measures(layer, name).items():
                yield f'      "{key}": {literal(values)},'
            yield "    ],"
        yield "  ],"
    yield "]"
    yield ""
    distances = [np.sum((a - b) ** 2) for i, a in enumerate(rows()) for b in rows()[:i]]
    yield "/// The root-mean-square distance of two rows."
    yield f"let goldenDistance = {float(np.sqrt(np.mean(distances)))!r}"


if __name__ == "__main__":
    target = pathlib.Path(__file__).resolve().parent.parent / "GoldenAnalysis.swift"
    target.write_text("\n".join(lines()) + "\n")
