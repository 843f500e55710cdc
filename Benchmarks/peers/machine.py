# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""What a measurement ran on: processor, threads, versions of the peers and of what they call."""

import contextlib
import importlib.metadata
import io
import os
import pathlib
import platform
import re


def processor() -> str:
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def confine(threads: int):
    """Keeps this process and its children on as many processors as they may have threads.

    JAX takes a thread for every processor that it sees and has no other switch. Has to come before
    the peers are imported. Where the system cannot do it (macOS), JAX has them all.
    """
    if not hasattr(os, "sched_setaffinity"):
        return
    allowed = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, allowed[:threads])


def processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def load() -> float:
    """Processes that wanted to run in the last minute: near zero on a quiet machine."""
    return round(os.getloadavg()[0], 2)


def math_libraries() -> dict[str, str]:
    """MKL and oneDNN as PyTorch was built with them, and NumPy's BLAS."""
    import numpy
    import torch

    found = {}
    built = torch.__config__.show()
    for name, before in (("MKL", "Math Kernel Library Version "), ("oneDNN", "MKL-DNN v")):
        match = re.search(before + r"(\S+)", built)
        found[name] = match.group(1) if match else "not in this build"
    with contextlib.redirect_stdout(io.StringIO()):
        blas = numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]
    found["BLAS of NumPy"] = f"{blas['name']} {blas['version']}"
    return found


def versions() -> dict[str, str]:
    import torch

    found = {"Python": platform.python_version()}
    for title, package in (
        ("PyTorch", "torch"),
        ("JAX", "jax"),
        ("ONNX Runtime", "onnxruntime"),
        ("NumPy", "numpy"),
        ("scikit-learn", "scikit-learn"),
    ):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[title] = importlib.metadata.version(package)
    found["PyTorch's instruction set"] = torch.backends.cpu.get_cpu_capability()
    return found | math_libraries()
