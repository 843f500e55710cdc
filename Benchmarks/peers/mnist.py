# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""MNIST's four IDX files, read for the peers."""

import gzip
import os
import pathlib
import struct

import numpy as np


def folder() -> pathlib.Path:
    return pathlib.Path(os.environ["RECTIFIER_DATA"]) / "mnist"


def idx(name: str) -> np.ndarray:
    """The bytes of one IDX file, `[count × …]`; `name` is without `.gz`."""
    path = folder() / name
    if path.exists():
        data = path.read_bytes()
    else:
        data = gzip.decompress((folder() / (name + ".gz")).read_bytes())
    zero, kind, rank = struct.unpack(">HBB", data[:4])
    if zero != 0 or kind != 8:
        raise ValueError(f"{path}: not an IDX file of bytes")
    shape = struct.unpack(f">{rank}I", data[4 : 4 + 4 * rank])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def part(prefix: str) -> tuple[np.ndarray, np.ndarray]:
    """Pixels divided by 255, `[count × 784]` float32, and classes; `train` or `t10k`."""
    images = idx(f"{prefix}-images-idx3-ubyte")
    labels = idx(f"{prefix}-labels-idx1-ubyte")
    pixels = images.reshape(len(images), -1).astype(np.float32) / np.float32(255)
    return pixels, labels.astype(np.int64)
