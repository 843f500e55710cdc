#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.
"""Writes the golden files of SafetensorsTests with the format's own library.

    python3 -m venv venv && venv/bin/pip install safetensors==0.8.0 numpy
    venv/bin/python make_safetensors.py

numbers.hex: a file as that library writes it, in hexadecimal.
conformance.txt: one file a line: the library's verdict, a name, the file in hexadecimal.
"""

import json
import pathlib
import struct

import numpy
import safetensors
from safetensors.numpy import load, save

HERE = pathlib.Path(__file__).parent


def numbers():
    return save(
        {
            "steps": numpy.array([5, -(2**53)], numpy.int64),
            "loss": numpy.array([0.1], numpy.float64),
            "empty": numpy.zeros((0, 3), numpy.float32),
            "hidden.0.bias": numpy.array([-0.0, 1e-45], numpy.float32),
            "hidden.0.weight": numpy.array([[1, -2, 0.5], [0.1, 3e38, -7]], numpy.float32),
            "scalar": numpy.array(7, numpy.float32),
            "order": numpy.array([[-1], [2]], numpy.int32),
            "pixels": numpy.array([0, 128, 255], numpy.uint8),
        },
        {"labels": '["é","\t\u0001"]'},
    )


def file(header, data=0, length=None):
    text = header if isinstance(header, bytes) else header.encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + bytes(data)


def tensor(begin, end, shape, dtype="F32", **extra):
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end], **extra}


def document(data=0, **tensors):
    return file(json.dumps(tensors, separators=(",", ":")), data)


ONE = '"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}'
CASES = {
    "one tensor": file("{" + ONE + "}", 4),
    "no tensors": file("{}"),
    "trailing spaces": file("{" + ONE + "}   ", 4),
    "trailing newline": file("{" + ONE + "}\n", 4),
    "leading space": file(" {" + ONE + "}", 4),
    "duplicate tensor": file("{" + ONE + "," + ONE + "}", 4),
    "duplicate metadata key": file('{"__metadata__":{"k":"1","k":"2"}}'),
    "unknown extra field": document(4, a=tensor(0, 4, [1], extra=[1, {"b": None}])),
    "empty tensor": document(0, a=tensor(0, 0, [0, 3])),
    "empty tensor between others": document(
        8, a=tensor(0, 4, [1]), b=tensor(4, 8, [1]), c=tensor(4, 4, [0])),
    "scalar": document(4, a=tensor(0, 4, [])),
    "string metadata": document(4, __metadata__={"k": "v"}, a=tensor(0, 4, [1])),
    "empty metadata": document(4, __metadata__={}, a=tensor(0, 4, [1])),
    "header order is not data order": document(8, a=tensor(4, 8, [1]), b=tensor(0, 4, [1])),
    "every type": document(
        25, a=tensor(0, 8, [1], "I64"), b=tensor(8, 16, [1], "F64"), c=tensor(16, 20, [1], "F32"),
        d=tensor(20, 24, [1], "I32"), e=tensor(24, 25, [1], "U8")),
    "hole at the start": document(8, a=tensor(4, 8, [1])),
    "hole in the middle": document(12, a=tensor(0, 4, [1]), b=tensor(8, 12, [1])),
    "overlap": document(8, a=tensor(0, 8, [2]), b=tensor(4, 8, [1])),
    "two names for the same bytes": document(4, a=tensor(0, 4, [1]), b=tensor(0, 4, [1])),
    "empty tensor inside another": document(8, a=tensor(0, 8, [2]), b=tensor(4, 4, [0])),
    "trailing data": document(5, a=tensor(0, 4, [1])),
    "data without tensors": file("{}", 4),
    "truncated data": document(3, a=tensor(0, 4, [1])),
    "begin after end": document(4, a=tensor(4, 0, [1])),
    "offsets beyond 64 bits": document(4, a=tensor(0, 2**64, [1])),
    "three offsets": file(json.dumps({"a": {"dtype": "F32", "shape": [1],
                                            "data_offsets": [0, 4, 4]}}), 4),
    "shape larger than the data": document(4, a=tensor(0, 4, [2])),
    "shape overflows": document(4, a=tensor(0, 4, [2**62, 2**62])),
    "shape times size overflows": document(0, a=tensor(0, 0, [2**62])),
    "zero after an overflow": document(0, a=tensor(0, 0, [2**62, 2**62, 0])),
    "negative extent": document(4, a=tensor(0, 4, [-1])),
    "two negative extents": document(4, a=tensor(0, 4, [-1, -1])),
    "fractional extent": document(4, a=tensor(0, 4, [1.0])),
    "negative offset": document(4, a=tensor(-4, 0, [1])),
    "unknown type": document(4, a=tensor(0, 4, [1], "F31")),
    "type in lower case": document(4, a=tensor(0, 4, [1], "f32")),
    "no type": file('{"a":{"shape":[1],"data_offsets":[0,4]}}', 4),
    "no shape": file('{"a":{"dtype":"F32","data_offsets":[0,4]}}', 4),
    "no offsets": file('{"a":{"dtype":"F32","shape":[1]}}', 4),
    "tensor that is no object": file('{"a":[]}'),
    "metadata that is a number": document(0, __metadata__={"k": 1}),
    "metadata that is null": document(0, __metadata__={"k": None}),
    "metadata that is an array": document(0, __metadata__=["k"]),
    "header longer than the file": file("{" + ONE + "}", 4, length=61),
    "header of 2^64 - 1 bytes": file("{}", length=2**64 - 1),
    "header of no bytes": file(""),
    "header that is an array": file("[]"),
    "header that is not JSON": file('{"a":}'),
    "header that is not UTF-8": file(b'{"__metadata__":{"k":"\xff"}}'),
    "text after the header": file("{}x"),
    "two documents": file("{}{}"),
    "no header": struct.pack("<Q", 2),
    "seven bytes": bytes(7),
    "no bytes": b"",
}


def verdict(content):
    try:
        load(content)
        return "accepted"
    except safetensors.SafetensorError:
        return "refused"


if __name__ == "__main__":
    (HERE / "numbers.hex").write_text(numbers().hex() + "\n")
    lines = [f"{verdict(content)}\t{name}\t{content.hex()}\n" for name, content in CASES.items()]
    (HERE / "conformance.txt").write_text("".join(lines))
