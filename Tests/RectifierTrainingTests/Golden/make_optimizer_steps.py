#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes GoldenOptimizerSteps.swift: PyTorch's parameters after steps of its optimizers.

The network, batch, targets and penalties are those of make_gradients.py with softplus and softmax,
in float64; every constant is the float32 that the product has. Made with PyTorch 2.
"""

import pathlib
import struct

import torch

torch.set_default_dtype(torch.float64)
WIDTHS = [2, 3, 2, 2]
ROWS = 3
STEPS = 6


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


CASES = [
    # (Swift, PyTorch's class and options, learning rate)
    (".sgd", torch.optim.SGD, {}, 0.1),
    (".momentum()", torch.optim.SGD, {"momentum": single(0.9)}, 0.03),
    (".momentum(coefficient: 0.75, isNesterov: true)", torch.optim.SGD,
     {"momentum": 0.75, "nesterov": True}, 0.03),
    (".adam()", torch.optim.Adam,
     {"betas": (single(0.9), single(0.999)), "eps": single(1e-8)}, 0.01),
]
SCHEDULES = [
    (".constant", lambda optimizer: torch.optim.lr_scheduler.ConstantLR(optimizer, factor=1.0)),
    (".exponential(0.5)", lambda optimizer: torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)),
    (".cosine",
     lambda optimizer: torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=STEPS)),
]


def parameters():
    weights, biases = [], []
    for layer, (inputs, outputs) in enumerate(zip(WIDTHS, WIDTHS[1:])):
        weights.append(torch.tensor(
            [[((37 * o + 61 * i + 17 * layer + 9) % 97 - 48) / 32 for i in range(inputs)]
             for o in range(outputs)], requires_grad=True))
        biases.append(torch.tensor(
            [((29 * o + 13 * layer + 7) % 31 - 15) / 64 for o in range(outputs)],
            requires_grad=True))
    return weights, biases


def objective(weights, biases):
    h = torch.tensor(
        [[((43 * n + 71 * i + 11) % 67 - 33) / 32 for i in range(WIDTHS[0])] for n in range(ROWS)])
    penalty = 0
    for layer, (weight, bias) in enumerate(zip(weights, biases)):
        y = torch.nn.functional.linear(h, weight, bias)
        if layer < len(WIDTHS) - 2:
            sign = torch.tensor([(-1.0) ** (o + layer) for o in range(WIDTHS[layer + 1])])
            h = sign * torch.nn.functional.softplus(y)
            penalty = penalty + (layer + 1) / 16 * h.abs().sum() / ROWS
    targets = torch.tensor([n % WIDTHS[-1] for n in range(ROWS)])
    return torch.nn.functional.cross_entropy(y, targets) + penalty


def flat(weights, biases):
    return [x for pair in zip(weights, biases) for t in pair for x in t.flatten().tolist()]


def steps(kind, options, rate, schedule, decay):
    weights, biases = parameters()
    optimizer = kind(
        [{"params": weights, "weight_decay": decay}, {"params": biases, "weight_decay": 0.0}],
        lr=single(rate), **options)
    scheduler = schedule(optimizer)
    rates, found = [], {}
    for step in range(1, STEPS + 1):
        rates.append(scheduler.get_last_lr()[0])
        optimizer.zero_grad()
        objective(weights, biases).backward()
        optimizer.step()
        scheduler.step()
        if step in (1, STEPS):
            found[step] = flat(weights, biases)
    return rates, found


def rows(numbers, indent):
    texts = [repr(number) for number in numbers]
    return [indent + ", ".join(texts[k:k + 4]) + "," for k in range(0, len(texts), 4)]


def main():
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Rectifier: deep sparse rectifier networks that turn their zeros into speed.",
        "",
        "import RectifierTraining",
        "",
        "/// A run of PyTorch: the learning rate of each step, and the parameters after some of them.",
        "struct GoldenOptimizerSteps {",
        "  let optimizer: Optimizer",
        "  let rate: Float",
        "  let schedule: LearningRateSchedule",
        "  let weightL2: Float",
        "  let rates: [Double]",
        "  let parameters: [Int: [Double]]",
        "}",
        "",
        "/// Written by Golden/make_optimizer_steps.py: layer for layer, weights `[outputs × inputs]`,",
        "/// then biases.",
        "let goldenOptimizerSteps: [GoldenOptimizerSteps] = [",
    ]
    for case, (swift, kind, options, rate) in enumerate(CASES):
        for number, (schedule_name, schedule) in enumerate(SCHEDULES):
            decay = 0.125 if (case + number) % 2 else 0.0
            rates, found = steps(kind, options, rate, schedule, decay)
            lines += [
                "  GoldenOptimizerSteps(",
                f"    optimizer: {swift}, rate: {rate}, schedule: {schedule_name},",
                f"    weightL2: {decay},", "    rates: ["]
            lines += rows(rates, "      ") + ["    ],", "    parameters: ["]
            for step, values in found.items():
                lines += [f"      {step}: ["] + rows(values, "        ") + ["      ],"]
            lines += ["    ]),"]
    target = pathlib.Path(__file__).parents[1] / "GoldenOptimizerSteps.swift"
    target.write_text("\n".join(lines + ["]", ""]))


main()
