# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""PyTorch with `embedding_bag`, its own means to skip zeros: the sparse-aware peer.

A layer's weights are a table with one row for each input; the output of a sample is the sum of
the rows of its non-zero inputs, weighted by them. Lists of non-zeros are made inside each step.
"""

import functools

import torch

import torch_peer

bag = functools.partial(torch.nn.functional.embedding_bag, mode="sum")


def lists(rows):
    """The non-zeros of all rows one after another, where each row begins, and their mask."""
    mask = rows != 0
    counts = mask.sum(1)
    return mask.nonzero()[:, 1].contiguous(), counts.cumsum(0) - counts, mask


class SparseForward(torch.autograd.Function):
    """The sum over non-zeros forward, dense products backward: no index pays there at batch sizes
    whose lists overlap."""

    @staticmethod
    def forward(context, rows, weight):
        columns, starts, mask = lists(rows)
        context.save_for_backward(rows, weight)
        return bag(columns, weight, starts, per_sample_weights=rows.masked_select(mask))

    @staticmethod
    def backward(context, gradient):
        rows, weight = context.saved_tensors
        for_rows = gradient @ weight.T if context.needs_input_grad[0] else None
        return for_rows, rows.T @ gradient


class Network(torch_peer.Network):
    """Tables `[inputs × outputs]`; `backward` is dense, sparse or product."""

    backward = "dense"

    def affine(self, layer, rows):
        weight = self.weights[layer]
        if self.backward == "product":
            return SparseForward.apply(rows, weight) + self.biases[layer]
        columns, starts, mask = lists(rows)
        sums = bag(
            columns, weight, starts, per_sample_weights=rows.masked_select(mask),
            sparse=self.backward == "sparse",
        )  # fmt: skip
        return sums + self.biases[layer]


# name: (how weights get their gradient, keyword of torch.optim.SGD; sparse ones allow none)
VARIANTS = {
    "dense gradients, fused": ("dense", "eager, fused"),
    "sparse gradients": ("sparse", None),
    "sparse forward, product backward, fused": ("product", "eager, fused"),
}


class Trainer(torch_peer.Trainer):
    transposed = True

    def __init__(self, subject, batch_size, threads, rate, variant):
        self.backward, optimizer = VARIANTS[variant]
        super().__init__(subject, batch_size, threads, rate, optimizer or "eager, foreach")
        if optimizer is None:
            self.optimizer = torch.optim.SGD(self.weights + self.biases, lr=rate, foreach=False)

    def make_network(self, subject):
        network = Network(self.weights, self.biases, subject.activation, subject.l1)
        network.backward = self.backward
        return network


class Predictor(torch_peer.Predictor):
    transposed = True

    def make_network(self, subject):
        return Network(self.weights, self.biases, subject.activation, 0)


def training(subject, batch_size: int, threads: int, rate: float) -> dict:
    return {
        name: functools.partial(Trainer, subject, batch_size, threads, rate, name)
        for name in VARIANTS
    }


def inference(subject, batch_size: int, thread_counts: list[int]) -> dict:
    return {
        "one thread" if threads == 1 else "all threads": functools.partial(
            Predictor, subject, batch_size, threads
        )
        for threads in thread_counts
    }
