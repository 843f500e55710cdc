# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""scikit-learn's MLPClassifier: plain SGD in float32. It has no L1 penalty on activations."""

import functools
import warnings

import numpy as np
import threadpoolctl
from sklearn.neural_network import MLPClassifier

import interleave

# A call of partial_fit has its own checks; they are shared out over a few batches.
CALL_SAMPLES, CALL_STEPS = 512, 32


class Trainer(interleave.Runner):
    """A pass over a few batches a call."""

    def __init__(self, subject, batch_size, threads, rate):
        self.threads = threads
        steps = min(len(subject.inputs), max(CALL_SAMPLES, 2 * batch_size)) // batch_size
        self.samples, self.next = min(steps, CALL_STEPS) * batch_size, 0
        name = {"rectifier": "relu", "tanh": "tanh"}[subject.activation]
        self.network = MLPClassifier(
            [len(bias) for bias in subject.biases[:-1]], activation=name, solver="sgd", alpha=0,
            batch_size=batch_size, learning_rate_init=rate, momentum=0, nesterovs_momentum=False,
            shuffle=False, random_state=1,
        )  # fmt: skip
        count = len(subject.inputs) // self.samples * self.samples
        self.chunks = [
            (subject.inputs[at : at + self.samples], subject.classes[at : at + self.samples])
            for at in range(0, count, self.samples)
        ]
        kinds = np.arange(len(subject.biases[-1]))
        self.network.partial_fit(*self.chunks[0], classes=kinds)
        for layer, (weight, bias) in enumerate(zip(subject.weights, subject.biases)):
            self.network.coefs_[layer][...] = weight.T
            self.network.intercepts_[layer][...] = bias
        if self.network.coefs_[0].dtype != np.float32:
            raise TypeError(f"weights are {self.network.coefs_[0].dtype}, expected float32")

    def begin(self):
        threadpoolctl.threadpool_limits(self.threads, user_api="blas")

    def call(self):
        rows, classes = self.chunks[self.next]
        self.next = (self.next + 1) % len(self.chunks)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.network.partial_fit(rows, classes)

    def parameters(self):
        return [w.T for w in self.network.coefs_], self.network.intercepts_


def training(subject, batch_size: int, threads: int, rate: float) -> dict:
    return {"partial_fit": functools.partial(Trainer, subject, batch_size, threads, rate)}
