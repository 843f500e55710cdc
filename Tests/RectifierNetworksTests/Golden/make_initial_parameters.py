#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Prints the golden numbers of NetworkTests.swift and InitializerTests.swift: the parameters that
seed 1 draws, with NumPy."""

import pathlib
import sys

import numpy

sys.path.append(str(pathlib.Path(__file__).parents[2] / "RectifierNumericsTests" / "Golden"))
from make_random_streams import Stream, fnv1a  # noqa: E402

ONE, TWO, SIX = numpy.float32(1), numpy.float32(2), numpy.float32(6)


def glorot(stream, inputs, outputs):
    radius = numpy.sqrt(SIX / numpy.float32(inputs + outputs))
    drawn = numpy.array([stream.uniform() for _ in range(inputs * outputs)], dtype=numpy.float32)
    return (TWO * drawn - ONE) * radius


widths = [20, 33, 7, 5]
weights, signs = Stream(1, "initialization"), Stream(1, "sign mask")
data, shapes = b"", list(zip(widths, widths[1:]))
for layer, (inputs, outputs) in enumerate(shapes):
    tensors = [glorot(weights, inputs, outputs), numpy.zeros(outputs, dtype=numpy.float32)]
    if layer < len(shapes) - 1:
        drawn = [ONE if signs.word() % 2 == 0 else -ONE for _ in range(outputs)]
        tensors.append(numpy.array(drawn, dtype=numpy.float32))
    if layer == 0:
        print("first weights:", [float(value).hex() for value in tensors[0][:3]])
    data += b"".join(tensor.astype("<f4").tobytes() for tensor in tensors)
print("fingerprint:", hex(fnv1a(data)))

# He's normal weights in double precision.
weights = Stream(1, "initialization")
for inputs, outputs in shapes:
    drawn = [weights.normal() * (2 / inputs) ** 0.5 for _ in range(inputs * outputs)]
    print(f"he-normal, {inputs} inputs:", drawn[:3], "sum of squares:", sum(w * w for w in drawn))
