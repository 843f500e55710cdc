# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""PyTorch without autograd: the backward pass written out and added to the weights in place.

Nobody trains so, but it is the fastest that we found with PyTorch's operations at small batches: no
gradient of a weight matrix is ever written to memory.
"""

import functools

import torch

import embedding_bag_peer
import torch_peer


class Trainer(torch_peer.Batches):
    """Products over all inputs, `addmm_` into the weights."""

    def __init__(self, subject, batch_size, threads, rate):
        super().__init__(subject, batch_size, threads, gradients=False)
        self.rate, self.l1, self.activation = rate, subject.l1, subject.activation
        self.identity = torch.eye(len(subject.biases[-1]))

    def affine(self, layer, rows):
        return torch.nn.functional.linear(rows, self.weights[layer], self.biases[layer])

    def update(self, layer, rows, gradient):
        self.weights[layer].addmm_(gradient.T, rows, alpha=-self.rate)

    def propagate(self, layer, gradient):
        return gradient @ self.weights[layer]

    def slope(self, gradient, outputs):
        """The gradient at the sums of a layer from that at its outputs, penalty included."""
        if self.activation == "tanh":
            return gradient * (1 - outputs * outputs)
        return gradient.add_(self.l1 / self.samples).mul_(outputs > 0)

    @torch.no_grad()
    def call(self):
        rows, classes = self.batch()
        outputs, last = [rows], len(self.weights) - 1
        for layer in range(last):
            sums = self.affine(layer, outputs[-1])
            outputs.append(sums.tanh_() if self.activation == "tanh" else sums.relu_())
        gradient = torch.softmax(self.affine(last, outputs[-1]), 1)
        gradient.sub_(self.identity[classes]).div_(self.samples)
        for layer in range(last, -1, -1):
            below = self.propagate(layer, gradient) if layer > 0 else None
            self.update(layer, outputs[layer], gradient)
            self.biases[layer].sub_(gradient.sum(0), alpha=self.rate)
            if layer > 0:
                gradient = self.slope(below, outputs[layer])


class SparseForward(Trainer):
    """`embedding_bag` forward, products backward."""

    transposed = True

    def affine(self, layer, rows):
        columns, starts, mask = embedding_bag_peer.lists(rows)
        weighted = rows.masked_select(mask)
        sums = embedding_bag_peer.bag(
            columns, self.weights[layer], starts, per_sample_weights=weighted
        )
        return sums.add_(self.biases[layer])

    def update(self, layer, rows, gradient):
        self.weights[layer].addmm_(rows.T, gradient, alpha=-self.rate)

    def propagate(self, layer, gradient):
        return gradient @ self.weights[layer].T


class SparseRows(SparseForward):
    """Single samples: only the table rows of non-zero inputs are read and changed."""

    def update(self, layer, rows, gradient):
        columns = rows[0].nonzero()[:, 0]
        change = rows[0, columns, None] * gradient
        self.weights[layer].index_add_(0, columns, change, alpha=-self.rate)

    def propagate(self, layer, gradient):
        return gradient @ self.weights[layer].T


def training(subject, batch_size: int, threads: int, rate: float) -> dict:
    arguments = (subject, batch_size, threads, rate)
    found = {"products": functools.partial(Trainer, *arguments)}
    if subject.activation == "rectifier":
        found["embedding_bag forward"] = functools.partial(SparseForward, *arguments)
        if batch_size == 1:
            found["embedding_bag forward, rows updated"] = functools.partial(SparseRows, *arguments)
    return found
