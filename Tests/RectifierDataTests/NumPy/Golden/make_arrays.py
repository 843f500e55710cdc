#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes arrays.txt: files as NumPy writes them, and the values that NumPy sees in them.

Usage: make_arrays.py > arrays.txt          (numpy 2.4.6)

A line an array: what it is, tab, the file in hexadecimal digits, tab, the shape with commas, tab, the
values in C order, each as Float's or Int64's shortest decimal. `npz` lines have the archive, and no
more: the tests name its members.
"""

import io
import warnings
import zipfile

import numpy as np


def saved(array, version=None):
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        np.lib.format.write_array(buffer, array, version)
    return buffer.getvalue()


def line(name, array, version=None):
    if array.dtype.kind == "f":
        values = [repr(float(np.float32(value))) for value in array.flatten(order="C")]
    else:
        values = [str(int(value)) for value in array.flatten(order="C")]
    shape = ",".join(map(str, array.shape))
    print("npy", name, saved(array, version).hex(), shape, ",".join(values), sep="\t")


def archive(name, write, **arrays):
    buffer = io.BytesIO()
    write(buffer, **arrays)
    print("npz", name, buffer.getvalue().hex(), "", "", sep="\t")


def refused(name, array):
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=True)
    print("refused", name, buffer.getvalue().hex(), "", "", sep="\t")


random = np.random.default_rng(5)
whole = random.integers(-100, 100, (3, 4))
for code in ["i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8"]:
    line(code, whole.astype(code))
for code in ["u1", "<u2", ">u2", "<u4", ">u4", "<u8", ">u8"]:
    line(code, (whole + 100).astype(code))
line("wide i8", np.array([[2**62 + 1, -(2**62) - 1]]))
real = random.standard_normal((3, 4)) * [1e-30, 1, 1e6, 1e30]
for code in ["<f4", ">f4", "<f8", ">f8"]:
    line(code, real.astype(code))
line("f8 that rounds", np.array([[1 + 2.0**-24, 1 + 2.0**-24 + 2.0**-50, 0.1]]))
line("bool", whole > 0)
cube = np.arange(24, dtype="<f4").reshape(2, 3, 4)
line("three dimensions", cube)
line("three dimensions, Fortran", np.asfortranarray(cube))
line("Fortran u1", np.asfortranarray((whole + 100).astype("u1")))
line("Fortran >i4", np.asfortranarray(whole.astype(">i4")))
line("one column", np.arange(3, dtype="<i4").reshape(3, 1))
for version in [(1, 0), (2, 0), (3, 0)]:
    line(f"version {version[0]}", whole[:2, :2].astype("<i4"), version)
refused("objects", np.array([["a", None]], dtype=object))
refused("records", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]))
refused("complex", np.zeros((1, 2), dtype="<c8"))
refused("half", np.zeros((1, 2), dtype="<f2"))
refused("text", np.array([["ab"]]))
x = (np.arange(24) * 9).astype("u1").reshape(4, 2, 3)
y = np.array([2, -1, 2, 7])
archive("x and y", np.savez, x=x, y=y)
archive("deflated", np.savez_compressed, x=np.repeat(x, 20, axis=0), y=np.repeat(y, 20))
archive(
    "parts", np.savez_compressed, x_train=x.astype("<f8"), y_train=y, x_val=x[:1].astype(">f4"),
    y_val=y[3:], x_test=x[:2].astype("<f4"), y_test=y[:2].reshape(2, 1), names=np.array(["a"]))
archive("real targets", np.savez, x=x, y=y / 4)
archive("no targets", np.savez, x=x)
archive("unknown class", np.savez, x_train=x, y_train=y, x_test=x[:1], y_test=np.array([3]))
