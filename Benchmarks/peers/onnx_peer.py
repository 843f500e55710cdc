# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""ONNX Runtime: inference in float32 and in dynamic int8, inputs and outputs bound beforehand."""

import functools
import logging
import pathlib
import tempfile

import numpy as np
import onnx
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic

import interleave


def model(subject) -> onnx.ModelProto:
    """The network as ONNX writes it: Gemm and Relu in turn, Softmax last."""
    nodes, tensors, rows = [], [], "rows"
    for layer, (weight, bias) in enumerate(zip(subject.weights, subject.biases)):
        for name, values in (("weight", np.ascontiguousarray(weight.T)), ("bias", bias)):
            tensors.append(onnx.numpy_helper.from_array(values, f"{name}{layer}"))
        inputs = [rows, f"weight{layer}", f"bias{layer}"]
        nodes.append(onnx.helper.make_node("Gemm", inputs, [f"sums{layer}"]))
        rows = f"sums{layer}"
        if layer < subject.hidden_count:
            nodes.append(onnx.helper.make_node("Relu", [rows], [f"hidden{layer}"]))
            rows = f"hidden{layer}"
    nodes.append(onnx.helper.make_node("Softmax", [rows], ["probabilities"]))
    real = functools.partial(onnx.helper.make_tensor_value_info, elem_type=onnx.TensorProto.FLOAT)
    graph = onnx.helper.make_graph(
        nodes,
        "network",
        [real("rows", shape=["count", subject.inputs.shape[1]])],
        [real("probabilities", shape=["count", len(subject.biases[-1])])],
        tensors,
    )
    opset = [onnx.helper.make_opsetid("", 17)]
    return onnx.helper.make_model(graph, opset_imports=opset, ir_version=8)


@functools.lru_cache(maxsize=3)
def serialized(subject, quantized: bool, per_channel: bool) -> bytes:
    """The bytes of a model file."""
    with tempfile.TemporaryDirectory() as folder:
        path, smaller = pathlib.Path(folder) / "model.onnx", pathlib.Path(folder) / "int8.onnx"
        onnx.save(model(subject), path)
        if quantized:
            # It advises a preparation that changes nothing here.
            logging.getLogger().setLevel(logging.ERROR)
            quantize_dynamic(path, smaller, weight_type=QuantType.QInt8, per_channel=per_channel)
            operations = {node.op_type for node in onnx.load(smaller).graph.node}
            if "MatMulInteger" not in operations:
                raise ValueError(f"nothing was quantized: {sorted(operations)}")
            path = smaller
        return path.read_bytes()


class Predictor(interleave.Runner):
    """Probabilities of one batch a call."""

    def __init__(self, subject, batch_size, threads, precision, per_channel=False):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.add_session_config_entry("session.set_denormal_as_zero", "1")
        options.log_severity_level = 3
        self.options, self.precision, self.per_channel = options, precision, per_channel
        self.samples = batch_size
        self.load(subject)

    def load(self, subject):
        file = serialized(subject, self.precision == "int8", self.per_channel)
        self.session = onnxruntime.InferenceSession(
            file, self.options, providers=["CPUExecutionProvider"]
        )
        value = onnxruntime.OrtValue.ortvalue_from_numpy
        self.result = value(np.zeros((self.samples, len(subject.biases[-1])), np.float32))
        self.bindings = []
        for rows, _ in subject.batches(self.samples):
            binding = self.session.io_binding()
            binding.bind_ortvalue_input("rows", value(rows))
            binding.bind_ortvalue_output("probabilities", self.result)
            self.bindings.append(binding)
        self.next = 0

    def call(self):
        self.next = (self.next + 1) % len(self.bindings)
        self.session.run_with_iobinding(self.bindings[self.next])
        return self.result


def inference(subject, batch_size: int, thread_counts: list[int], precision: str) -> dict:
    found = {}
    for threads in thread_counts:
        name = "one thread" if threads == 1 else "all threads"
        make = functools.partial(Predictor, subject, batch_size, threads, precision)
        if precision == "float32":
            found[name] = make
        else:
            found[f"a scale a matrix, {name}"] = make
            found[f"a scale an output, {name}"] = functools.partial(make, per_channel=True)
    return found
