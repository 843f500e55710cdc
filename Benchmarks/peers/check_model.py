# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Compares a model's classes on MNIST's test digits with a NumPy evaluation of the same file.

The file is read by Python's `safetensors`, the forward pass is NumPy's in float32, and the classes
are compared with the column `prediction` of `rectifier predict MODEL mnist`. Exits 1 if any differ.
"""

import argparse
import csv
import json
import subprocess
import sys

import numpy as np
import safetensors

import mnist

# Only what float32 NumPy has by itself; softplus is handled with its sharpness below.
ACTIVATIONS = {
    "rectifier": lambda x: np.maximum(x, np.float32(0)),
    "tanh": np.tanh,
    "logistic": lambda x: np.float32(1) / (np.float32(1) + np.exp(-x)),
    "rectifiedTanh": lambda x: np.maximum(np.tanh(x), np.float32(0)),
    "absoluteTanh": lambda x: np.abs(np.tanh(x)),
    "identity": lambda x: x,
}


def activation(name: str):
    """The function behind a name as the command writes it, `rectifier` or `softplus:2`."""
    kind, _, value = name.partition(":")
    if kind == "softplus":
        sharpness = np.float32(value or 1)
        return lambda x: np.logaddexp(np.float32(0), sharpness * x) / sharpness
    if kind not in ACTIVATIONS:
        sys.exit(f"check_model: no NumPy twin of the activation `{name}`")
    return ACTIVATIONS[kind]


def read(path: str):
    """The tensors, and the architecture from the metadata."""
    with safetensors.safe_open(path, framework="np") as file:
        metadata = file.metadata() or {}
        tensors = {name: file.get_tensor(name) for name in file.keys()}
    for name, tensor in tensors.items():
        if tensor.dtype != np.float32:
            sys.exit(f"check_model: {path}: {name} is {tensor.dtype}, expected float32")
    return tensors, json.loads(metadata["architecture"])


def activation_names(architecture, layer_count: int):
    """One name a hidden layer, from an array of names or one name for all."""
    names = architecture.get("activations", architecture.get("activation", "rectifier"))
    names = [names] * layer_count if isinstance(names, str) else names
    if len(names) != layer_count or not all(isinstance(name, str) for name in names):
        sys.exit(f"check_model: {layer_count} hidden layers, but activations {names}")
    return names


def logits(tensors, names, rows):
    for layer, name in enumerate(names):
        weight, bias = tensors[f"hidden.{layer}.weight"], tensors[f"hidden.{layer}.bias"]
        rows = activation(name)(rows @ weight.T + bias)
        rows = rows * tensors.get(f"hidden.{layer}.sign", np.float32(1))
    assert rows.dtype == np.float32
    return rows @ tensors["output.weight"].T + tensors["output.bias"]


def predictions(rectifier: str, model: str):
    """The first column of what `rectifier predict` writes."""
    command = [rectifier, "predict", model, str(mnist.folder())]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"check_model: {' '.join(command)} ended with {done.returncode}")
    rows = list(csv.reader(done.stdout.splitlines()))
    if not rows or rows[0][0] != "prediction":
        sys.exit("check_model: the CSV does not begin with a column `prediction`")
    return np.array([int(row[0]) for row in rows[1:]])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", metavar="MODEL")
    parser.add_argument("--rectifier", default=".build/release/rectifier", metavar="PATH")
    arguments = parser.parse_args()

    tensors, architecture = read(arguments.model)
    layer_count = sum(name.startswith("hidden.") and name.endswith(".weight") for name in tensors)
    pixels, classes = mnist.part("t10k")
    outputs = logits(tensors, activation_names(architecture, layer_count), pixels)
    theirs = outputs.argmax(1)
    ours = predictions(arguments.rectifier, arguments.model)
    if len(ours) != len(theirs):
        sys.exit(f"check_model: {len(ours)} predictions for {len(theirs)} digits")

    differing = np.flatnonzero(ours != theirs)
    errors = [np.mean(found != classes) for found in (ours, theirs)]
    print(f"test error rate: ours {errors[0]:.4f}, NumPy {errors[1]:.4f}")
    print(f"differing classes: {len(differing)} of {len(ours)}")
    for row in differing[:10]:
        top = np.sort(outputs[row])[-2:]
        print(f"  digit {row}: ours {ours[row]}, NumPy {theirs[row]}, margin {top[1] - top[0]:.2g}")
    sys.exit(1 if len(differing) else 0)


if __name__ == "__main__":
    main()
