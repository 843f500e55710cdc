#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Reads what was exported with the programs that it is for, and stops where one of them disagrees.

    run.sh interchange [FOLDER]

FOLDER holds networks as the tests leave them (RECTIFIER_INTERCHANGE_OUT): NUMBER.onnx, NUMBER.npz,
NUMBER.safetensors, and NUMBER.rows with rows, outputs and logits; without it, they are made. Checked are:

- every ONNX file by onnx.checker in full mode;
- outputs, logits and predictions of onnxruntime, within 1e-5 of the row's largest |logit|, or of 1 % of
  the largest of all rows, where the terms of a row's only output cancel;
- the arrays of the NPZ file, bit for bit those of the safetensors file;
- PyTorch with the loader of Documentation/Interchange.md, as it stands there;
- scalars of a training run in TensorBoard's own reader, number for number those of metrics.csv.
"""

import argparse
import csv
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
import onnx
import onnxruntime
import torch
from safetensors import safe_open
from safetensors.numpy import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOLERANCE = 1e-5


def compare(what, found, expected, logits):
    """Fails where a row's values differ by more than a part of its largest logit."""
    scale = numpy.abs(logits).max(axis=1, keepdims=True)
    allowed = TOLERANCE * numpy.maximum(scale, 0.01 * scale.max())
    difference = numpy.abs(found.astype(numpy.float64) - expected) / allowed
    if found.shape != expected.shape or not (difference <= 1).all():
        sys.exit(f"{what}: differs by {difference.max():.2f} of what is allowed")
    return float(difference.max())


def check_onnx(path, rows):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    results = dict(zip(names, session.run(None, {"features": rows["rows"]})))
    head = "probabilities" if "probabilities" in results else "values"
    logits = rows["logits"].astype(numpy.float64)
    worst = compare(f"{path.name} {head}", results[head], rows["outputs"], logits)
    if "logits" in results:
        worst = max(worst, compare(f"{path.name} logits", results["logits"], rows["logits"], logits))
    if ("prediction" in results) != ("prediction" in rows):
        sys.exit(f"{path.name}: its outputs are {names}")
    if "prediction" in rows:
        scale = numpy.maximum(numpy.abs(rows["prediction"]), numpy.abs(logits))
        compare(f"{path.name} prediction", results["prediction"], rows["prediction"], scale)
    return worst


def check_arrays(path):
    arrays = dict(numpy.load(path.with_suffix(".npz")))
    metadata = json.loads(bytes(arrays.pop("__metadata__")))
    tensors = load_file(path)
    with safe_open(path, "numpy") as file:
        if metadata != file.metadata():
            sys.exit(f"{path.name}: other metadata in the archive")
    same = arrays.keys() == tensors.keys() and all(
        arrays[name].dtype == numpy.float32 and arrays[name].shape == tensors[name].shape
        and arrays[name].tobytes() == tensors[name].tobytes() for name in tensors)
    if not same:
        sys.exit(f"{path.name}: other arrays in the archive")


def loader():
    """The function of the documentation."""
    text = (ROOT / "Documentation" / "Interchange.md").read_text()
    code = re.search(r"```python\n(.*?def load.*?)```", text, re.S)
    if not code:
        sys.exit("Interchange.md: no loader")
    space = {}
    exec(code.group(1), space)
    return space["load"]


def check_pytorch(path, rows, load):
    """Only networks of rectifiers that take features as they are, as the loader says."""
    with safe_open(path, "numpy") as file:
        metadata = file.metadata()
    architecture = json.loads(metadata["architecture"])
    plain = set(architecture["activations"]) <= {"rectifier"} and not architecture["hasSignMask"]
    if not plain or json.loads(metadata["preprocessing"]) != {"divisor": 1}:
        return False
    with torch.no_grad():
        found = load(str(path))(torch.from_numpy(rows["rows"])).numpy()
    compare(f"{path.name} in PyTorch", found, rows["logits"], rows["logits"])
    return True


def check_scalars(rectifier, folder):
    run = folder / "run"
    rows = "".join(f"{i % 7},{i % 3},{'ab'[i % 2]}\n" for i in range(80))
    (folder / "table.csv").write_text("x,y,label\n" + rows)
    subprocess.run(
        [rectifier, "train", folder / "table.csv", "--target", "label", "--hidden", "8,4",
         "--epochs", "3", "--batch-size", "5", "--schedule", "cosine", "--tensorboard", "--quiet",
         "--out", run], check=True, stdout=subprocess.DEVNULL)
    events = EventAccumulator(str(run))
    events.Reload()
    with open(run / "metrics.csv", newline="") as file:
        table = list(csv.DictReader(file))
    columns = {
        "loss/training": "trainingLoss", "loss/validation": "validationLoss",
        "errorRate/training": "trainingErrorRate", "errorRate/validation": "validationErrorRate",
        "zeroFraction/hidden.0": "hidden.0.zeroFraction",
        "zeroFraction/hidden.1": "hidden.1.zeroFraction",
        "deadUnitCount/hidden.0": "hidden.0.deadUnitCount",
        "deadUnitCount/hidden.1": "hidden.1.deadUnitCount",
        "seconds/training": "seconds", "seconds/evaluation": "evaluationSeconds",
    }
    tags = set(events.Tags()["scalars"])
    if not tags >= set(columns) | {"learningRate"}:
        sys.exit(f"TensorBoard: found {sorted(tags)}")
    for tag, column in columns.items():
        found = [(scalar.step, scalar.value) for scalar in events.Scalars(tag)]
        expected = [
            (int(row["epoch"]), float(numpy.float32(float(row[column])))) for row in table]
        if found != expected:
            sys.exit(f"TensorBoard: {tag} is {found}, expected {expected}")
    rates = [scalar.value for scalar in events.Scalars("learningRate")]
    if not all(math.isfinite(rate) for rate in rates) or rates != sorted(rates, reverse=True):
        sys.exit(f"TensorBoard: learning rates {rates}")
    return len(tags)


def make(folder):
    environment = dict(os.environ, RECTIFIER_INTERCHANGE_OUT=str(folder))
    subprocess.run(
        ["swift", "test", "-c", "release", "-Xswiftc", "-enable-testing", "--scratch-path",
         ".build-test", "--filter", "theNetworksAreLeftForPeers"],
        cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rectifier", required=True)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.folder or pathlib.Path(scratch)
        if arguments.folder is None:
            make(folder)
        load, worst, torch_count = loader(), 0.0, 0
        paths = sorted(folder.glob("*.onnx"), key=lambda path: int(path.stem))
        if len(paths) < 50:
            sys.exit(f"{folder}: {len(paths)} networks, expected 50")
        for path in paths:
            rows = load_file(path.with_suffix(".rows"))
            worst = max(worst, check_onnx(path, rows))
            check_arrays(path.with_suffix(".safetensors"))
            torch_count += check_pytorch(path.with_suffix(".safetensors"), rows, load)
        if torch_count == 0:
            sys.exit("PyTorch: no network was compared")
        count = check_scalars(arguments.rectifier, pathlib.Path(scratch))
    print(
        f"{len(paths)} networks pass onnx.checker and agree with onnxruntime; the largest difference is"
        f" {worst * TOLERANCE:.1e} of the row's largest logit")
    print(f"{len(paths)} archives hold the same arrays; {torch_count} networks agree with PyTorch")
    print(f"TensorBoard lists {count} scalars of 3 epochs")


if __name__ == "__main__":
    main()
