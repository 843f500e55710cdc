# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""IDX files as MNIST has them, read for the peers; MNIST's own unless another folder is given."""

import gzip
import os
import pathlib
import struct

import numpy as np


def folder() -> pathlib.Path:
    return pathlib.Path(os.environ["RECTIFIER_DATA"]) / "mnist"


def idx(name: str, place: pathlib.Path | None = None) -> np.ndarray:
    """The bytes of one IDX file, `[count × …]`; `name` is without `.gz`."""
    path = (place or folder()) / name
    if path.exists():
        data = path.read_bytes()
    else:
        data = gzip.decompress(path.with_name(name + ".gz").read_bytes())
    zero, kind, rank = struct.unpack(">HBB", data[:4])
    if zero != 0 or kind != 8:
        raise ValueError(f"{path}: not an IDX file of bytes")
    shape = struct.unpack(f">{rank}I", data[4 : 4 + 4 * rank])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def part(prefix: str, place: pathlib.Path | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Pixels divided by 255, `[count × pixels]` float32, and classes; `train`, `t10k`, …."""
    images = idx(f"{prefix}-images-idx3-ubyte", place)
    labels = idx(f"{prefix}-labels-idx1-ubyte", place)
    pixels = images.reshape(len(images), -1).astype(np.float32) / np.float32(255)
    return pixels, labels.astype(np.int64)
