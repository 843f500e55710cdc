# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Glyphs: our rectifier network beside scikit-learn's multi-layer perceptron, on the same images.

Both have three hidden rectifier layers of one width, learn from the training part, keep the epoch with
the lowest validation error and are measured once on the test part. Ours is `rectifier train`;
scikit-learn's is `MLPClassifier` with its own defaults (Adam, batches of 200, L2 of 1e-4) beyond shape
and number of epochs.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import sklearn
from scipy.stats import binomtest
from sklearn.neural_network import MLPClassifier

import mnist


def interval(wrong: int, count: int) -> list[float]:
    """The 95 % interval of a counted rate (Wilson)."""
    found = binomtest(wrong, count).proportion_ci(method="wilson")
    return [float(found.low), float(found.high)]


def ours(options: argparse.Namespace, scratch: pathlib.Path) -> dict:
    command = ["train", options.data, "--hidden", ",".join([str(options.width)] * 3)]
    command += ["--epochs", str(options.epochs), *options.train.split()]
    output = subprocess.run(
        [options.rectifier, *command, "--out", str(scratch / "run"), "--json"],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout
    found = json.loads(output)
    wrong = round(found["testErrorRate"] * found["sampleCount"])
    return {
        "command": " ".join(["rectifier", *command]),
        "testErrorRate": found["testErrorRate"],
        "interval": interval(wrong, found["sampleCount"]),
        "validationErrorRate": found["validationErrorRate"],
        "bestEpoch": found["bestEpoch"],
        "zeroFraction": found["zeroFraction"],
        "deadUnitCount": found["deadUnitCount"],
    }


def theirs(options: argparse.Namespace, place: pathlib.Path) -> dict:
    train, validation, test = (mnist.part(part, place) for part in ("train", "validation", "t10k"))
    network = MLPClassifier((options.width,) * 3, random_state=1)
    classes = np.unique(train[1])
    best = {"validationErrorRate": 2.0}
    for epoch in range(1, options.epochs + 1):
        network.partial_fit(*train, classes=classes)
        rate = float(np.mean(network.predict(validation[0]) != validation[1]))
        print(f"scikit-learn epoch {epoch}: validation {100 * rate:.2f} %", file=sys.stderr)
        if rate < best["validationErrorRate"]:
            wrong = int(np.sum(network.predict(test[0]) != test[1]))
            best = {
                "testErrorRate": wrong / len(test[1]),
                "interval": interval(wrong, len(test[1])),
                "validationErrorRate": rate,
                "bestEpoch": epoch,
            }
    return {
        "model": f"MLPClassifier(({options.width},) * 3, random_state=1), partial_fit an epoch",
        "version": sklearn.__version__,
        **best,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rectifier", required=True, help="the built command")
    parser.add_argument("--data", default="glyphs")
    parser.add_argument("--width", type=int, default=1000)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--train", default="--activation-l1 0.0001 --learning-rate 0.05",
                        help="further options of `rectifier train`")
    parser.add_argument("--json", type=pathlib.Path, help="write the results to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        subprocess.run(
            [options.rectifier, "data", "export", options.data, str(scratch / "idx")], check=True)
        results = {
            "data": options.data,
            "epochs": options.epochs,
            "rectifier": ours(options, scratch),
            "scikit-learn": theirs(options, scratch / "idx"),
        }
    for name in ("rectifier", "scikit-learn"):
        found = results[name]
        low, high = (100 * end for end in found["interval"])
        print(f"{name:12} test error {100 * found['testErrorRate']:.2f} % ({low:.2f} … {high:.2f} %), "
              f"validation {100 * found['validationErrorRate']:.2f} %, epoch {found['bestEpoch']}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
