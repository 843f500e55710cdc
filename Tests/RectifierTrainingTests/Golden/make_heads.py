#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes GoldenHeads.swift: values, loss and gradient of every head, by PyTorch in double precision.

The network is y = W x + b on five rows, with fractions that Float holds.
"""

import pathlib

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
ROWS, INPUTS, OUTPUTS = 5, 4, 3


def fractions(rows, columns, factors, modulus, offset, divisor):
    return torch.tensor([
        [(factors[0] * n + factors[1] * k + 7) % modulus - offset for k in range(columns)]
        for n in range(rows)]).double() / divisor


def squared_error(values, targets):
    return functional.mse_loss(values, targets, reduction="sum")


def cross_entropy(logits, targets):
    return functional.binary_cross_entropy_with_logits(logits, targets, reduction="sum")


def head(name, y, reals, probabilities, classes):
    """Values and the sum of the losses."""
    if name == "softmax":
        return y.softmax(1), functional.cross_entropy(y, classes, reduction="sum")
    if name == "logistic":
        return y.sigmoid(), cross_entropy(y, probabilities)
    values = {"identity": y, "softplus": functional.softplus(y), "rectifier": y.relu()}[name]
    return values, squared_error(values, reals)


def literal(tensor):
    numbers = [repr(number) for number in tensor.flatten().tolist()]
    lines = [", ".join(numbers[k:k + 4]) + "," for k in range(0, len(numbers), 4)]
    return ["      ["] + ["        " + line for line in lines] + ["      ],"]


def main():
    rows = fractions(ROWS, INPUTS, (43, 71), 67, 33, 16)
    reals = fractions(ROWS, OUTPUTS, (19, 23), 41, 20, 16)
    probabilities = fractions(ROWS, OUTPUTS, (3, 5), 9, 0, 8)
    classes = torch.arange(ROWS) % OUTPUTS
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Rectifier: deep sparse rectifier networks that turn their zeros into speed.",
        "",
        "/// Written by Golden/make_heads.py: for each head the values, the mean loss, and the",
        "/// gradient by weights `[outputs × inputs]`, then biases.",
        "let goldenHeads: [(name: String, values: [Double], loss: Double, gradient: [Double])] = [",
    ]
    for name in ["softmax", "logistic", "identity", "softplus", "rectifier"]:
        weights = fractions(OUTPUTS, INPUTS, (37, 61), 97, 48, 32).requires_grad_()
        biases = fractions(1, OUTPUTS, (0, 29), 31, 15, 64).requires_grad_()
        values, loss = head(name, rows @ weights.T + biases, reals, probabilities, classes)
        loss = loss / ROWS
        loss.backward()
        gradient = torch.cat([weights.grad.flatten(), biases.grad.flatten()])
        lines += ["  (", f'    "{name}",']
        lines += [line[2:] for line in literal(values.detach())]
        lines += [f"    {loss.item()!r},"]
        lines += [line[2:] for line in literal(gradient)]
        lines[-1] = lines[-1].rstrip(",")
        lines += ["  ),"]
    target = pathlib.Path(__file__).parents[1] / "GoldenHeads.swift"
    target.write_text("\n".join(lines + ["]", ""]))


main()
