# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""The network that peers run, and the rows they run it on: a trained model or a drawn one."""

import dataclasses
import functools
import math
import pathlib
import zlib

import numpy as np

import check_model
import mnist

# Rows in the peers' memory, prepared before any clock starts; batches are taken in turn.
ROW_COUNT = 10_240
L1 = 1e-4


@dataclasses.dataclass(frozen=True, eq=False)
class Subject:
    weights: list[np.ndarray]  # [outputs × inputs] each, the last one the output layer's
    biases: list[np.ndarray]
    activation: str  # rectifier or tanh
    l1: float  # on hidden activations, summed over units, mean over the batch
    inputs: np.ndarray
    classes: np.ndarray

    @property
    def hidden_count(self) -> int:
        return len(self.weights) - 1

    def batches(self, size: int):
        """Whole batches of inputs and of classes, one after another."""
        count = len(self.inputs) // size
        return [
            (self.inputs[at : at + size], self.classes[at : at + size])
            for at in range(0, count * size, size)
        ]

    def first(self, count: int) -> "Subject":
        return dataclasses.replace(
            self, inputs=self.inputs[:count], classes=self.classes[:count]
        )

    def zero_fractions(self) -> list[float]:
        """Exact zeros a hidden layer, over the first rows."""
        rows, found = self.inputs[:1024], []
        for weight, bias in zip(self.weights[:-1], self.biases[:-1]):
            rows = check_model.activation(self.activation)(rows @ weight.T + bias)
            found.append(float(np.mean(rows == 0)))
        return found

    def input_zero_fraction(self) -> float:
        return float(np.mean(self.inputs == 0))


def model_file(path: str) -> pathlib.Path:
    """The model that a run folder holds, or the file itself."""
    place = pathlib.Path(path)
    return place / "model.safetensors" if place.is_dir() else place


def checksum(path: pathlib.Path) -> str:
    return f"crc32:{zlib.crc32(path.read_bytes()):08x}"


@functools.cache
def mnist_rows():
    pixels, classes = mnist.part("train")
    return pixels[:ROW_COUNT].copy(), classes[:ROW_COUNT].copy()


def trained(path: pathlib.Path) -> Subject:
    """A model of rectifiers with a softmax, on MNIST's training rows."""
    tensors, architecture = check_model.read(str(path))
    hidden = sum(name.startswith("hidden.") and name.endswith(".weight") for name in tensors)
    names = check_model.activation_names(architecture, hidden)
    if set(names) != {"rectifier"} or "hidden.0.sign" in tensors:
        raise SystemExit(f"peers: {path.name}: expected rectifiers without signs, found {names}")
    layers = [f"hidden.{layer}" for layer in range(hidden)] + ["output"]
    inputs, classes = mnist_rows()
    weights = [tensors[f"{layer}.weight"] for layer in layers]
    if weights[0].shape[1] != inputs.shape[1]:
        raise SystemExit(f"peers: {path.name}: expected {inputs.shape[1]} inputs, as MNIST has")
    biases = [tensors[f"{layer}.bias"] for layer in layers]
    return Subject(weights, biases, "rectifier", L1, inputs, classes)


def drawn(
    zeros: float,
    input_zeros: float = 0,
    activation: str = "rectifier",
    row_count: int = 2048,
    widths: tuple[int, ...] = (784, 1000, 1000, 1000, 10),
) -> Subject:
    """A network with drawn weights, the paper's unless told otherwise; biases give each hidden
    layer the wanted zeros."""
    generator = np.random.default_rng(1)
    inputs = 1 - generator.random((row_count, widths[0]), np.float32)
    inputs[generator.random(inputs.shape, np.float32) < input_zeros] = 0
    weights, biases, rows = [], [], inputs
    for count, width in zip(widths, widths[1:]):
        bound = math.sqrt(6 / (count + width))
        weight = generator.uniform(-bound, bound, (width, count)).astype(np.float32)
        sums = rows @ weight.T
        bias = np.float32(0)
        if activation == "rectifier" and width != widths[-1]:
            bias = -np.quantile(sums, zeros).astype(np.float32)
            bias += np.float32(1e-3) if zeros == 0 else np.float32(0)
        weights.append(weight)
        biases.append(np.full(width, bias, np.float32))
        rows = check_model.activation(activation)(sums + bias)
    classes = np.arange(row_count) % widths[-1]
    l1 = L1 if activation == "rectifier" else 0.0
    return Subject(weights, biases, activation, l1, inputs, classes)
