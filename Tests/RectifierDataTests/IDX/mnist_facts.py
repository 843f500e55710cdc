#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.
"""Prints the numbers that MNISTTests.swift expects: mnist_facts.py FOLDER"""

import collections
import gzip
import struct
import sys
import zlib

for part in ("train", "t10k"):
    prefix = f"{sys.argv[1]}/{part}"
    pixels = gzip.open(f"{prefix}-images-idx3-ubyte.gz").read()[16:]
    labels = gzip.open(f"{prefix}-labels-idx1-ubyte.gz").read()[8:]
    counts = collections.Counter(labels)
    classes = struct.pack(f"<{len(labels)}i", *labels)
    print(part, "rows", len(labels), "first labels", list(labels[:10]))
    print("  class counts", [counts[label] for label in sorted(counts)])
    print("  pixel sum of row 0:", sum(pixels[:784]))
    print(f"  crc32 {zlib.crc32(classes, zlib.crc32(pixels)):08x}")
