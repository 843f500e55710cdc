#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes GoldenMeasures.swift: what tasks are scored by, by scikit-learn in double precision.

The network is y = W x + b on 60 rows, with fractions that Float holds. Intervals are computed from each
sample's influence on its measure; a bootstrap has to come near them.
"""

import pathlib

import numpy as np
from sklearn import metrics
from sklearn.utils.class_weight import compute_class_weight

ROWS, INPUTS, OUTPUTS = 60, 4, 3
LEVELS = np.array([1.0, 2.5, 5.0])
MEAN, DEVIATION = 3.5, 0.75
WEIGHTS = np.array([0.5, 2.0, 1.25])
Z = 1.959963984540054


def fractions(rows, columns, factors, modulus, offset, divisor):
    return np.array([
        [(factors[0] * n + factors[1] * k + 7) % modulus - offset for k in range(columns)]
        for n in range(rows)], dtype=float) / divisor


def ratio_interval(a, b, transform):
    """Of transform(sum a / sum b): by influences, and near what a bootstrap says."""
    ratio, count = a.sum() / b.sum(), len(a)
    influence = (a - ratio * b) / b.mean()
    half = Z * influence.std(ddof=1) / np.sqrt(count)
    low, high = sorted([transform(ratio - half), transform(ratio + half)])
    draws = np.random.default_rng(1).integers(0, count, (20_000, count))
    spread = np.percentile(transform(a[draws].sum(1) / b[draws].sum(1)), [2.5, 97.5])
    assert abs((high - low) / (spread[1] - spread[0]) - 1) < 0.15, (low, high, spread)
    return low, high


def wilson(count, total):
    p = count / total
    middle, spread = p + Z * Z / (2 * total), Z * np.sqrt(
        p * (1 - p) / total + Z * Z / (4 * total * total))
    scale = 1 + Z * Z / total
    return (middle - spread) / scale, (middle + spread) / scale


def real_measures(truth, predicted):
    squares, ones = (truth - predicted) ** 2, np.ones(len(truth))
    around = (truth - truth.mean()) ** 2
    return [
        ("rmse", metrics.root_mean_squared_error(truth, predicted),
         ratio_interval(squares, ones, np.sqrt)),
        ("mae", metrics.mean_absolute_error(truth, predicted),
         ratio_interval(abs(truth - predicted), ones, lambda r: r)),
        ("r2", metrics.r2_score(truth, predicted),
         ratio_interval(squares, around, lambda r: 1 - r)),
    ]


def hits_at(scores, truth, k):
    first = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return np.take_along_axis(truth, first, axis=1).sum(1)


def set_measures(scores, truth):
    predicted = (scores > 0).astype(int)
    assert abs(scores[scores != 0]).min() > 1e-3
    common, named = 2 * (predicted & truth).sum(1), predicted.sum(1) + truth.sum(1)
    exact = int((predicted == truth).all(1).sum())
    labelled = truth.any(1)
    hits, counts = hits_at(scores, truth, 1)[labelled], truth.sum(1)[labelled]
    same = lambda r: r
    return [
        ("microF1", metrics.f1_score(truth, predicted, average="micro"),
         ratio_interval(common, named, same)),
        ("macroF1", metrics.f1_score(truth, predicted, average="macro"), None),
        ("subsetAccuracy", metrics.accuracy_score(truth, predicted), wilson(exact, ROWS)),
        ("precisionAt1", hits.mean(), wilson(hits.sum(), len(hits))),
        ("recallAt1", hits.sum() / counts.sum(), ratio_interval(hits, counts, same)),
    ]


def ranking(scores, truth):
    labelled = truth.any(1)
    totals = [hits_at(scores, truth, k)[labelled].sum() for k in range(1, OUTPUTS + 1)]
    precisions = [t / (labelled.sum() * (k + 1)) for k, t in enumerate(totals)]
    return precisions, [t / truth.sum() for t in totals]


def literal(name, measures):
    lines = ["  (", f'    "{name}",', "    ["]
    for key, value, interval in measures:
        text = "nil" if interval is None else f"{float(interval[0])!r}...{float(interval[1])!r}"
        lines += [f'      ("{key}", {float(value)!r}, {text}),']
    return lines + ["    ]", "  ),"]


def array(name, comment, numbers):
    text = ", ".join(repr(float(number)) for number in numbers)
    return ["", f"/// {comment}", f"let {name}: [Double] = [", f"  {text}", "]"]


def main():
    rows = fractions(ROWS, INPUTS, (43, 71), 67, 33, 16)
    weights = fractions(OUTPUTS, INPUTS, (37, 61), 97, 48, 32)
    y = rows @ weights.T + fractions(1, OUTPUTS, (0, 29), 31, 15, 64)
    classes = np.array([(7 * n + n // 5) % OUTPUTS if n % 3 else y[n].argmax() for n in range(ROWS)])
    sets = np.array([[int((5 * n + 3 * k) % 7 < 3) for k in range(OUTPUTS)] for n in range(ROWS)])
    sets[::3] = (y[::3] > 0).astype(int)
    assert not sets.any(1).all()
    p = np.exp(y) / np.exp(y).sum(1, keepdims=True)
    reals = y[:, 0] + fractions(ROWS, 1, (19, 23), 41, 20, 16)[:, 0]
    wrong, weight = y.argmax(1) != classes, WEIGHTS[classes]
    weighted = 1 - metrics.accuracy_score(classes, y.argmax(1), sample_weight=weight)
    balanced = compute_class_weight("balanced", classes=np.arange(OUTPUTS), y=classes)
    precisions, recalls = ranking(y, sets)
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Rectifier: deep sparse rectifier networks that turn their zeros into speed.",
        "",
        "/// Written by Golden/make_measures.py: for each task its measures with their intervals.",
        "let goldenMeasures:",
        "  [(name: String, measures: [(key: String, value: Double, interval: ClosedRange<Double>?)])] = [",
    ]
    lines += ["  " + line for line in literal("ordinal", real_measures(LEVELS[classes], p @ LEVELS))]
    lines += ["  " + line for line in literal(
        "regression", real_measures(reals * DEVIATION + MEAN, y[:, 0] * DEVIATION + MEAN))]
    lines += ["  " + line for line in literal("multi-label", set_measures(y, sets))]
    lines += ["  " + line for line in literal(
        "weighted", [("weightedErrorRate", weighted,
                      ratio_interval(weight * wrong, weight, lambda r: r))])]
    lines += ["  ]"]
    lines += array("goldenPrecisions", "P@1, P@2, … of the sets.", precisions)
    lines += array("goldenRecalls", "R@1, R@2, … of the sets.", recalls)
    lines += array("goldenBalancedWeights", "Balanced weights of the classes.", balanced)
    target = pathlib.Path(__file__).parents[1] / "GoldenMeasures.swift"
    target.write_text("\n".join(lines + [""]))


main()
