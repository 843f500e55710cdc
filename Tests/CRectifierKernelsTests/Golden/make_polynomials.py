#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Derives the polynomials of Sources/CRectifierKernels/vector_*.inc.

Each is a weighted minimax fit on a grid, found as a linear program. Rounding all coefficients
at once would waste the fit, so they are rounded to float32 one at a time from the lowest order
up, and the remaining ones are fitted again each time. A linear program and not the Remez
exchange, because what is left after the first rounding is no longer a Chebyshev system on an
interval that holds 0. Needs mpmath, numpy and scipy; prints C hexadecimal floats.
"""

import numpy as np
from mpmath import mp, mpf
from scipy.optimize import linprog

mp.dps = 50
GRID_COUNT = 601
SCALE = 2.0**32  # brings errors near 1, far above the solver's tolerances


def c_literal(value):
    mantissa, exponent = float(value).hex().split("p")
    mantissa = mantissa.rstrip("0") if "." in mantissa else mantissa
    return mantissa.rstrip(".") + "p" + exponent + "f"


def remaining_fit(points, residual, weights, orders):
    """Coefficients of x^order minimising max |weight (sum - residual)| over the points."""
    reach = max(abs(points))
    columns = np.stack([weights * (points / reach) ** order for order in orders], axis=1)
    bound = -np.ones((len(points), 1))
    right = np.array([float(w * r * SCALE) for w, r in zip(weights, residual)])
    program = linprog(
        np.append(np.zeros(len(orders)), 1.0),
        A_ub=np.block([[columns, bound], [-columns, bound]]),
        b_ub=np.concatenate([right, -right]),
        bounds=[(None, None)] * (len(orders) + 1),
        method="highs-ds",
    )
    assert program.status == 0, program.message
    return [c / SCALE / reach**order for c, order in zip(program.x, orders)]


def fit(name, target, weight, degree, low, high):
    """Prints a fit with float32 coefficients and its largest weighted error."""
    points = (low + high) / 2 - (high - low) / 2 * np.cos(np.pi * np.arange(GRID_COUNT) / 600)
    points = points[np.abs(points) > 1e-6]
    exact = [target(mpf(x)) for x in points]
    weights = np.array([float(weight(mpf(x))) for x in points])
    fixed = []
    residual = exact
    for order in range(degree + 1):
        fitted = remaining_fit(points, residual, weights, list(range(order, degree + 1)))
        fixed.append(float(np.float32(fitted[0])))
        residual = [e - mp.polyval(fixed[::-1], mpf(x)) for x, e in zip(points, exact)]
    worst = max(abs(w * r) for w, r in zip(weights, residual))
    print(f"{name}: degree {degree} on [{low:.6g}, {high:.6g}], "
          f"relative error 2^{float(mp.log(worst, 2)):.2f}")
    for order, coefficient in enumerate(fixed):
        print(f"  x^{order}: {c_literal(coefficient)}")


def split_logarithm_of_two(bits):
    """ln 2 as a head of few bits, whose products with exponents are exact, and a tail."""
    head = mp.floor(mp.ln2 * 2**bits) / 2**bits
    return head, np.float32(float(mp.ln2 - head))


def rounded_parts(value, count):
    """A number as a sum of float32 numbers, each the nearest to what is left."""
    parts = []
    for _ in range(count):
        parts.append(np.float32(float(value)))
        value -= mpf(float(parts[-1]))
    return [c_literal(part) for part in parts]


def main():
    half = float(mp.ln2 / 2) * 1.0001
    # exp(r) = 1 + r + r² q(r)
    fit("exp", lambda r: (mp.exp(r) - 1 - r) / r**2, lambda r: r**2 / mp.exp(r), 4, -half, half)
    # log(1 + f) = f + f² q(f)
    fit("log", lambda f: (mp.log1p(f) - f) / f**2, lambda f: abs(f**2 / mp.log1p(f)), 8,
        -0.33334, 0.33334)
    # tanh(x) = x + x z q(z), z = x²
    fit("tanh", lambda z: (mp.tanh(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: z, 4, 0.0, 0.3026)
    # With a reduced argument r, |r| <= pi/4 and a little more, and z = r²:
    # sin(r) = r + r z q(z), cos(r) = 1 - z/2 + z² q(z)
    fit("sin", lambda z: (mp.sin(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, lambda z: z, 2, 0.0, 0.625)
    fit("cos", lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2, lambda z: z**2, 2, 0.0, 0.625)
    # log((1 + s) / (1 - s)) = 2 s + s z (2/3 + z q(z)), |s| <= 1/5, z = s²; the error is
    # relative to the cubic term, less than 2^-6 of the whole
    fit("atanh", lambda z: ((mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 1) * 2 / z - mpf(2) / 3) / z,
        lambda z: 1.5 * z, 3, 0.0, 0.0401)
    for name, value, parts in (("pi / 2", mp.pi / 2, 3), ("2 / 3", mpf(2) / 3, 2)):
        print(f"{name}: {' + '.join(rounded_parts(value, parts))}")
    head, tail = split_logarithm_of_two(16)
    print(f"ln 2: {c_literal(head)} + {c_literal(tail)}")
    print(f"1 / ln 2: {c_literal(np.float32(float(1 / mp.ln2)))}")


if __name__ == "__main__":
    main()
