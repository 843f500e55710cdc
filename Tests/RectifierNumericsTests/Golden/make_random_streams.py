#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Prints the golden numbers of SeedTests.swift and RandomStreamTests.swift, from plain integers and doubles."""

import math

MASK_32 = 2**32 - 1
MASK_64 = 2**64 - 1


def philox(counter, key):
    counter, key = list(counter), list(key)
    for _ in range(10):
        first, second = 0xD2511F53 * counter[0], 0xCD9E8D57 * counter[2]
        counter = [
            (second >> 32) ^ counter[1] ^ key[0], second & MASK_32,
            (first >> 32) ^ counter[3] ^ key[1], first & MASK_32]
        key = [(key[0] + 0x9E3779B9) & MASK_32, (key[1] + 0xBB67AE85) & MASK_32]
    return counter


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & MASK_64
    return value


class Stream:
    def __init__(self, seed, name, epoch=None):
        data = name.encode() + (b"" if epoch is None else epoch.to_bytes(8, "little", signed=True))
        self.hash, self.seed = fnv1a(data), seed
        self.words = self.generate()

    def generate(self):
        position = 0
        halves = lambda value: [value & MASK_32, value >> 32]
        while True:
            yield from philox(halves(position) + halves(self.hash), halves(self.seed))
            position += 1

    def word(self):
        return next(self.words)

    def uniform(self):
        return (self.word() >> 8) / 2**24

    def normal(self):
        radius = math.sqrt(-2 * math.log(1 - self.uniform()))
        return radius * math.cos(2 * math.pi * self.uniform())

    def below(self, bound):
        threshold = 2**64 % bound
        while True:
            low = self.word()
            product = (low | self.word() << 32) * bound
            if product & MASK_64 >= threshold:
                return product >> 64

    def shuffle(self, elements):
        for last in range(len(elements) - 1, 0, -1):
            other = self.below(last + 1)
            elements[last], elements[other] = elements[other], elements[last]
        return elements


if __name__ == "__main__":
    known = philox([0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344], [0xA4093822, 0x299F31D0])
    assert known == [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]
    print("hash of shuffle, epoch 3:", hex(Stream(1, "shuffle", 3).hash))
    print("hash of shuffle, epoch -1:", hex(Stream(1, "shuffle", -1).hash))
    stream = Stream(0x0123456789ABCDEF, "test")
    print("words:", [hex(stream.word()) for _ in range(10)])
    stream = Stream(1, "test")
    print("uniforms:", [stream.uniform() for _ in range(6)])
    stream = Stream(1, "test")
    print("normals:", [stream.normal() for _ in range(6)])
    stream = Stream(1, "test")
    bounds = [1, 2, 3, 10, 1000, 60000, 2**63 - 1] + [2**62 + 1] * 6
    print("integers:", [stream.below(bound) for bound in bounds])
    print("shuffle:", Stream(1, "shuffle", 3).shuffle(list(range(20))))
