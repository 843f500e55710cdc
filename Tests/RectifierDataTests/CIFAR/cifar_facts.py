#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Prints what CIFARFolderTests.swift expects of real records. Standard library only.

Usage: cifar_facts.py FILE.bin.gz
"""

import collections
import gzip
import hashlib
import struct
import sys
import zlib

data = gzip.open(sys.argv[1]).read()
records = [data[start : start + 3073] for start in range(0, len(data), 3073)]
counts = collections.Counter(record[0] for record in records)
checksum = 0
for record in records:
    planes = record[1:1025], record[1025:2049], record[2049:]
    checksum = zlib.crc32(bytes(value for pixel in zip(*planes) for value in pixel), checksum)
checksum = zlib.crc32(b"".join(struct.pack("<i", record[0]) for record in records), checksum)
print(len(records), [counts[label] for label in range(10)], f"crc32:{checksum:08x}")
print(len(data), hashlib.sha256(data).hexdigest())
