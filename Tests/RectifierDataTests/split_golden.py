#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.
"""Draws the validation rows that SplitTests.swift expects, without any code of the package."""

WORD = 0xFFFFFFFF


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p, q = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(q >> 32) ^ c[1] ^ k[0], q & WORD, (p >> 32) ^ c[3] ^ k[1], p & WORD]
        k = [(k[0] + 0x9E3779B9) & WORD, (k[1] + 0xBB67AE85) & WORD]
    return c


def words(seed, name):
    stream = 0xCBF29CE484222325
    for byte in name.encode():
        stream = (stream ^ byte) * 0x100000001B3 % 2**64
    position = 0
    while True:
        counter = [position & WORD, position >> 32, stream & WORD, stream >> 32]
        yield from philox(counter, [seed & WORD, seed >> 32])
        position += 1


def below(source, bound):
    while True:
        product = (next(source) | next(source) << 32) * bound
        if product % 2**64 >= 2**64 % bound:
            return product >> 64


def draw(classes, total, seed):
    source = words(seed, "validation")
    groups = [[r for r, c in enumerate(classes) if c == k] for k in range(max(classes) + 1)]
    quotas = [len(g) * total // len(classes) for g in groups]
    rest = sorted(range(len(groups)), key=lambda k: (-(len(groups[k]) * total % len(classes)), k))
    for k in rest[: total - sum(quotas)]:
        quotas[k] += 1
    drawn = []
    for rows, quota in zip(groups, quotas):
        for i in range(quota):
            j = i + below(source, len(rows) - i)
            rows[i], rows[j] = rows[j], rows[i]
        drawn += rows[:quota]
    return sorted(drawn)


CLASSES = [0 if row % 10 < 6 else 1 if row % 10 < 9 else 2 for row in range(200)]
for seed in (1, 2**40 + 7):
    print(seed, draw(CLASSES, 17, seed))
