# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Proof that all sides compute the same function, before any of them is timed."""

import csv
import dataclasses
import subprocess

import numpy as np
import torch

import by_hand_peer
import embedding_bag_peer
import interleave
import jax_peer
import mnist
import onnx_peer
import sklearn_peer
import torch_peer

TOLERANCE = 1e-4
ROWS = 128


def differ(what: str, found: float, limit: float = TOLERANCE) -> float:
    if not found <= limit:
        raise SystemExit(f"peers: {what} differs by {found:.3g}, at most {limit:.0e} is allowed")
    return float(f"{found:.3g}")


def probabilities(subject) -> dict:
    """The largest difference of a probability from PyTorch's, on one batch."""
    batch = subject.first(ROWS)
    reference = torch_peer.Predictor(batch, ROWS, 1).call().numpy()
    found = {}

    def compare(name, theirs, limit=TOLERANCE):
        found[name] = differ(name, float(np.max(np.abs(theirs - reference))), limit)

    compare("PyTorch, embedding_bag", embedding_bag_peer.Predictor(batch, ROWS, 1).call().numpy())
    for precision, limit in (("float32", TOLERANCE), ("int8", 1.0)):
        runner = onnx_peer.Predictor(batch, ROWS, 1, precision)
        compare(f"ONNX Runtime {precision}", runner.call().numpy(), limit)
    return found


def change(runner, subject) -> tuple[np.ndarray, float | None]:
    """What one step adds to all parameters, and its loss where the peer tells it."""
    loss = runner.call()
    weights, biases = runner.parameters()
    pairs = list(zip(weights, subject.weights)) + list(zip(biases, subject.biases))
    change = np.concatenate([(new - old).ravel() for new, old in pairs])
    return change, None if loss is None else float(np.ravel(np.asarray(loss))[0])


def steps(subject, batch_size: int) -> dict:
    """How far a step of a peer is from PyTorch's, as a fraction of it; losses likewise.

    The classes are wrong ones: a trained network would have hardly a gradient.
    """
    batch = subject.first(batch_size)
    batch = dataclasses.replace(batch, classes=(batch.classes + 1) % len(batch.biases[-1]))
    without_l1 = dataclasses.replace(batch, l1=0.0)
    size, rate = batch_size, 0.1

    def reference(batch):
        return change(torch_peer.Trainer(batch, size, 1, rate, "eager, fused"), batch)

    expected, loss = reference(batch)
    found = {}

    def compare(name, runner, expected, loss):
        try:
            step, its_loss = change(runner, batch)
        except torch._dynamo.exc.TorchDynamoException as error:  # no compiler: a trial says so too
            found[name] = interleave.reason(error)
            return
        distance = np.linalg.norm(step - expected) / np.linalg.norm(expected)
        found[name] = differ(f"a step of {name} at batch {size}", float(distance), 10 * TOLERANCE)
        if its_loss is not None:
            differ(f"the loss of {name}", abs(its_loss - loss) / loss)

    for title, variants in (
        ("PyTorch", torch_peer.training(batch, size, 1, rate)),
        ("PyTorch, embedding_bag", embedding_bag_peer.training(batch, size, 1, rate)),
        ("PyTorch, by hand", by_hand_peer.training(batch, size, 1, rate)),
        ("JAX", jax_peer.training(batch, size, rate)),
    ):
        for variant, make in variants.items():
            if "compiled" not in variant or batch_size == ROWS:
                compare(f"{title} ({variant})", make(), expected, loss)
    # scikit-learn's first call of partial_fit makes its parameters; ours then replace them.
    for variant, make in sklearn_peer.training(without_l1, size, 1, rate).items():
        compare(f"scikit-learn ({variant})", make(), *reference(without_l1))
    return found


def ours(rectifier: str, model: str, subject) -> float:
    """The largest difference of our probabilities from PyTorch's, on MNIST's test digits."""
    command = [rectifier, "predict", model, str(mnist.folder()), "--probabilities"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"peers: {' '.join(command)} ended with {done.returncode}")
    mine = np.array([row[1:] for row in list(csv.reader(done.stdout.splitlines()))[1:]], np.float32)
    pixels, classes = mnist.part("t10k")
    test = dataclasses.replace(subject, inputs=pixels, classes=classes)
    theirs = torch_peer.Predictor(test, len(pixels), 1).call().numpy()
    return differ("a probability of ours", float(np.max(np.abs(mine - theirs))))


def prove(rectifier: str, model: str, subject) -> dict:
    return {
        "tolerance": TOLERANCE,
        "rows": ROWS,
        "largestDifferenceOfAProbability": {
            "rectifier predict": ours(rectifier, model, subject),
            **probabilities(subject),
        },
        "relativeDifferenceOfAStep": steps(subject, ROWS),
        "relativeDifferenceOfAStepAtBatch1": steps(subject, 1),
    }
