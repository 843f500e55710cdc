#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Prints what StereoReductionTests.swift expects. Needs NumPy.

Every pixel is repeated 32 times along both edges, so that the result's pixels are whole blocks.
"""

from fractions import Fraction

import numpy as np

places = [0, 1, 31, 32, 500, 1023, 1024, 2047]
for height, width in [(32, 32), (96, 96), (108, 108), (33, 47)]:
    image, y, x = np.meshgrid(range(2), range(height), range(width), indexing="ij")
    pixels = (7 * y * y + 13 * x + 31 * image) % 256
    fine = pixels.repeat(32, axis=1).repeat(32, axis=2)
    sums = fine.reshape(2, 32, height, 32, width).sum(axis=(2, 4)).ravel()
    values = [Fraction(2 * int(total), 255 * height * width) - 1 for total in sums]
    print(height, width, [float(np.float32(float(values[place]))) for place in places])
