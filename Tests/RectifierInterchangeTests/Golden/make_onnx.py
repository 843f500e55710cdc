#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes onnx_peers.txt: networks of scikit-learn and PyTorch as ONNX, with what they compute.

A line is a network: name, labels, columns of the input, inputs, outputs, and the file in base64, with
tabs between them and commas inside. Outputs are onnxruntime's. Traces of the exporter's own source,
which name folders of one machine, are taken out.

Written with scikit-learn 1.9.1, skl2onnx 1.20.0, torch 2.13.0, onnxscript, onnx 1.23.2 and
onnxruntime 1.32.0:

    python3 make_onnx.py > onnx_peers.txt
"""

import base64
import io
import os
import sys
import tempfile
import warnings

import numpy
import onnx
import onnxruntime
import torch
from skl2onnx import to_onnx
from sklearn.neural_network import MLPClassifier, MLPRegressor
from torch import nn

warnings.filterwarnings("ignore")
random = numpy.random.default_rng(1)
ROWS = random.normal(size=(60, 4)).astype(numpy.float32)
LEAST, THREE = (ROWS[:, 0] > 0).astype(int), numpy.argmax(ROWS[:, :3], axis=1)


def without_traces(model):
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    for value in list(model.graph.value_info) + list(model.graph.input) + list(model.graph.output):
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    del model.graph.value_info[:]
    return model


def line(name, model, rows, labels=(), output=-1):
    model = without_traces(model)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"])
    outputs = session.run(None, {session.get_inputs()[0].name: rows})[output]
    texts = [",".join(repr(float(value)) for value in array.ravel()) for array in (rows, outputs)]
    width = rows[0].size
    return "\t".join(
        [name, ",".join(labels), str(width)] + texts
        + [base64.b64encode(model.SerializeToString()).decode()])


def scikit(name, estimator, targets, labels):
    estimator.fit(ROWS, targets)
    is_classifier = isinstance(estimator, MLPClassifier)
    options = {"options": {"zipmap": False}} if is_classifier else {}
    return line(name, to_onnx(estimator, ROWS[:1], **options), ROWS[:5], labels)


def pytorch(name, network, rows, dynamo):
    network.eval()
    silenced, stream = sys.stdout, io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "network.onnx")
        sys.stdout = stream
        if dynamo:
            torch.onnx.export(
                network, (rows,), path, external_data=False, dynamo=True, verbose=False,
                dynamic_shapes=({0: torch.export.Dim("N")},))
        else:
            torch.onnx.export(
                network, (rows,), path, dynamo=False, input_names=["input"],
                dynamic_axes={"input": {0: "N"}})
        sys.stdout = silenced
        return line(name, onnx.load(path), rows.numpy())


def networks():
    few = {"max_iter": 30, "random_state": 1}
    letters = numpy.array(["a", "b", "c"])[THREE]
    yield scikit("scikit three classes", MLPClassifier((5,), **few), THREE, ["0", "1", "2"])
    yield scikit("scikit names", MLPClassifier((5, 3), **few), letters, ["a", "b", "c"])
    yield scikit(
        "scikit two classes", MLPClassifier((5,), activation="tanh", **few), LEAST, ["0", "1"])
    yield scikit(
        "scikit regression", MLPRegressor(hidden_layer_sizes=(5,), activation="logistic", **few),
        ROWS[:, 0], [])
    yield scikit(
        "scikit no activation", MLPClassifier((5,), activation="identity", **few), THREE,
        ["0", "1", "2"])
    torch.manual_seed(1)
    images, rows = torch.randn(5, 2, 2), torch.randn(5, 4)
    flat = nn.Sequential(nn.Flatten(), nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 3))
    soft = nn.Sequential(
        nn.Linear(4, 5), nn.Softplus(beta=2.0), nn.Linear(5, 3), nn.Softmax(dim=1))
    free = nn.Sequential(
        nn.Linear(4, 5, bias=False), nn.Dropout(), nn.Tanh(), nn.Linear(5, 1), nn.Sigmoid())
    for dynamo, kind in ((True, "torch"), (False, "torch script")):
        yield pytorch(f"{kind} images", flat, images, dynamo)
        yield pytorch(f"{kind} softplus", soft, rows, dynamo)
        yield pytorch(f"{kind} without biases", free, rows, dynamo)


if __name__ == "__main__":
    for text in networks():
        print(text)
