# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Who takes part in which work, each at its best setting. Names are those of the results."""

import by_hand_peer
import embedding_bag_peer
import jax_peer
import onnx_peer
import sklearn_peer
import torch_peer
from interleave import Budget, best
from ours import RATE, ours, ours_best  # noqa: F401 (works take them from here)


def training_peers(subject, batch_size: int, threads: int, budget: Budget) -> dict:
    arguments = (subject, batch_size, threads, RATE)
    found = {"PyTorch": best(torch_peer.training(*arguments), budget)}
    found["PyTorch, by hand"] = best(by_hand_peer.training(*arguments), budget)
    if subject.activation == "rectifier":
        variants = embedding_bag_peer.training(*arguments)
        found["PyTorch, embedding_bag"] = best(variants, budget)
    found["JAX"] = best(jax_peer.training(subject, batch_size, RATE), budget)
    found["scikit-learn"] = best(sklearn_peer.training(*arguments), budget)
    return found


def inference_peers(subject, batch_size: int, thread_counts: list[int], budget: Budget) -> dict:
    def chosen(peer, *arguments):
        return best(peer.inference(subject, batch_size, thread_counts, *arguments), budget)

    return {
        "ONNX Runtime float32": chosen(onnx_peer, "float32"),
        "ONNX Runtime int8": chosen(onnx_peer, "int8"),
        "PyTorch": chosen(torch_peer),
        "PyTorch, embedding_bag": chosen(embedding_bag_peer),
    }
