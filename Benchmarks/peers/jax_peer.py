# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""JAX: many steps in one jit, the parameters donated; and one jitted step after another."""

import functools
import os
import time

import numpy as np

os.environ.setdefault("JAX_PLATFORMS", "cpu")
import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402

import interleave  # noqa: E402

ACTIVATIONS = {"rectifier": jax.nn.relu, "tanh": jnp.tanh}
CALL_SECONDS = 0.06  # that a scan should take: a slice holds a few


def loss_function(activation: str, l1: float, transposed: bool):
    act = ACTIVATIONS[activation]

    def affine(rows, weight, bias):
        return rows @ (weight if transposed else weight.T) + bias

    def loss(parameters, rows, classes):
        penalty = 0.0
        for weight, bias in parameters[:-1]:
            rows = act(affine(rows, weight, bias))
            penalty += jnp.abs(rows).sum() if l1 else 0.0
        log_probabilities = jax.nn.log_softmax(affine(rows, *parameters[-1]))
        data = -jnp.take_along_axis(log_probabilities, classes[:, None], 1).mean()
        return data + l1 / len(classes) * penalty

    return loss


class Trainer(interleave.Runner):
    def __init__(self, subject, batch_size, rate, transposed, scanned):
        self.batch_size, self.transposed, self.scanned = batch_size, transposed, scanned
        loss = loss_function(subject.activation, subject.l1, transposed)

        def step(parameters, batch):
            value, gradients = jax.value_and_grad(loss)(parameters, *batch)
            return jax.tree.map(lambda p, g: p - rate * g, parameters, gradients), value

        def epoch(parameters, batches):
            return jax.lax.scan(step, parameters, batches)

        self.function = jax.jit(epoch if scanned else step, donate_argnums=0)
        self.load(subject)
        self.samples = batch_size
        if scanned:
            self.fit_scan(subject)

    def load(self, subject):
        self.values = [
            (jnp.array(w.T if self.transposed else w), jnp.array(b))
            for w, b in zip(subject.weights, subject.biases)
        ]
        batches = subject.batches(self.batch_size)
        if self.scanned:
            count = getattr(self, "step_count", min(2, len(batches)))
            chosen = [batches[k % len(batches)] for k in range(count)]
            self.batches = [tuple(jnp.array(np.stack(part)) for part in zip(*chosen))]
        else:
            self.batches = [tuple(jnp.array(part) for part in batch) for batch in batches]
        self.next = 0

    def fit_scan(self, subject):
        """As many steps as fill the time that a call should take, at most an epoch of the rows."""
        self.call()
        start = time.perf_counter()
        self.call()
        step = (time.perf_counter() - start) / len(self.batches[0][0])
        most = len(subject.inputs) // self.batch_size
        self.step_count = max(1, min(most, round(CALL_SECONDS / step)))
        self.samples = self.batch_size * self.step_count
        self.load(subject)

    def call(self):
        batch = self.batches[self.next]
        self.next = (self.next + 1) % len(self.batches)
        self.values, losses = self.function(self.values, batch)
        jax.block_until_ready((self.values, losses))
        return losses

    def parameters(self):
        weights = [np.asarray(w) for w, _ in self.values]
        return [w.T if self.transposed else w for w in weights], [
            np.asarray(b) for _, b in self.values
        ]


def training(subject, batch_size: int, rate: float) -> dict:
    return {
        f"{way}, weights {layout}": functools.partial(
            Trainer, subject, batch_size, rate, layout == "inputs × outputs", way == "scan"
        )
        for way in ("scan", "jitted step")
        for layout in ("inputs × outputs", "outputs × inputs")
    }
