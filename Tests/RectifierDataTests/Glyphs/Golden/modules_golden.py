#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Prints GlyphModuleGolden.swift: what NumPy, SciPy and Pillow make of a fixed picture.

    python3 modules_golden.py > ../GlyphModuleGolden.swift

Written for NumPy 2.4, SciPy 1.17 and Pillow 13; any version near them will do. All coordinates and
coefficients are exact in binary, so that single and double precision fall into the same pixels.
"""

import numpy as np
from PIL import Image
from scipy import ndimage

SIDE = 32
y, x = np.mgrid[0:SIDE, 0:SIDE]


def picture():
    """Uneven ink with an empty corner; the same as `GlyphImage.pattern` of the tests."""
    ink = (x * 7 + y * 13 + x * y * 3) % 256
    ink[(x < 10) & (y > 24)] = 0
    return ink / 255


def sample(source_x, source_y):
    """Bilinear, without ink outside."""
    return ndimage.map_coordinates(
        picture(), [source_y, source_x], order=1, mode="grid-constant", cval=0)


def slant(slope):
    def nearest(value):
        return int(np.copysign(np.floor(abs(value) + 0.5), value))

    rows = [np.roll(row, nearest(i * slope) - nearest(16 * slope))
            for i, row in enumerate(picture())]
    return np.array(rows)


def morphology(operation, footprint):
    footprint = np.array(footprint)
    # Even extents reach down and right; SciPy mirrors the element of a dilation by itself.
    origin = [-1 if extent % 2 == 0 else 0 for extent in footprint.shape]
    outside = np.inf if operation is ndimage.grey_erosion else -np.inf
    result = operation(
        picture(), footprint=footprint, mode="constant", cval=outside, origin=origin)
    return result * (picture().max() / result.max())


def affine(a, b, c, d, e, f):
    image = Image.fromarray(np.rint(picture() * 255).astype(np.uint8))
    moved = image.transform((SIDE, SIDE), Image.Transform.AFFINE, (a, b, c, d, e, f),
                            resample=Image.Resampling.NEAREST, fillcolor=0)
    return np.asarray(moved) / 255


def elastic():
    shift_x = ((x * 5 + y * 3) % 17 - 8) / 4
    shift_y = ((x * 3 + y * 7) % 13 - 6) / 4
    return sample(x + shift_x, y + shift_y)


def pinch(amount):
    distance = np.hypot(x - 15.5, y - 15.5)
    inside = np.clip(distance / 16, None, 1)
    factor = np.where(inside < 1, np.sin(np.pi / 2 * inside) ** -amount, 1)
    return sample(15.5 + (x - 15.5) * factor, 15.5 + (y - 15.5) * factor)


def motion_blur(length, direction_x, direction_y):
    steps = [sample(x + i * direction_x, y + i * direction_y) for i in range(length + 1)]
    return np.mean(steps, axis=0)


def blur(sigma, radius):
    weights = np.exp(-(np.arange(-radius, radius + 1) / sigma) ** 2)
    weights /= weights.sum()
    rows = ndimage.convolve1d(picture(), weights, axis=0, mode="constant")
    return ndimage.convolve1d(rows, weights, axis=1, mode="constant")


CROSS = [[0, 1, 0], [1, 1, 1], [0, 1, 0]]
RESULTS = [
    ("slantRight", slant(0.34375)),
    ("slantLeft", slant(-0.59375)),
    ("erodedByCross", morphology(ndimage.grey_erosion, CROSS)),
    ("erodedByTwoByThree", morphology(ndimage.grey_erosion, np.ones((2, 3)))),
    ("dilatedByTwoByOne", morphology(ndimage.grey_dilation, np.ones((2, 1)))),
    ("affine", affine(1.125, -0.1875, 2.375, 0.15625, 0.84375, -1.5)),
    ("elastic", elastic()),
    ("pinched", pinch(0.46875)),
    ("spread", pinch(-0.65625)),
    ("motionBlurred", motion_blur(3, 0.8, -0.6)),
    ("blurred", blur(3.5, 7)),
]

print("// SPDX-License-Identifier: Apache-2.0")
print("// Rectifier: deep sparse rectifier networks that turn their zeros into speed.\n")
print("// Printed by Golden/modules_golden.py: ink in bytes, a line a row.\n")
print("/// What other programs make of `GlyphImage.pattern`.")
print("enum GlyphModuleGolden {")
for index, (name, result) in enumerate(RESULTS):
    print(("" if index == 0 else "\n") + f'  static let {name} = """')
    for row in np.rint(result * 255).astype(int):
        print("    " + "".join(f"{value:02x}" for value in row))
    print('    """')
print("}")
