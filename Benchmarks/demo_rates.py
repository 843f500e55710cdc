#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Which learning rate suits each network of `rectifier demo`: the one with the lowest validation error.

Usage: demo_rates.py RECTIFIER [RESULTS.json]    needs Python alone
"""

import json
import pathlib
import subprocess
import sys
import tempfile

# As in Sources/RectifierExperiments/Demo/DemoRecipe.swift.
SHAPE = ["--hidden", "400,400,400", "--epochs", "4", "--batch-size", "10"]
RATES = ["0.2", "0.1", "0.05", "0.02", "0.01"]
NETWORKS = {
    "rectifier": ["--activation", "rectifier", "--activation-l1", "0.001"],
    "softplus": ["--activation", "softplus"],
    "tanh": ["--activation", "tanh"],
}


def train(rectifier: str, arguments: list[str], folder: pathlib.Path) -> dict | None:
    """The results of a run; nothing where it diverged."""
    run = subprocess.run(
        [rectifier, "train", "glyphs", *SHAPE, *arguments, "--out", str(folder), "--quiet", "--json"],
        stdout=subprocess.PIPE, text=True)
    if run.returncode == 76:
        return None
    run.check_returncode()
    return json.loads(run.stdout)


def main() -> None:
    rectifier = sys.argv[1]
    trials = []
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in NETWORKS.items():
            for rate in RATES:
                place = pathlib.Path(folder) / f"{name}-{rate}"
                found = train(rectifier, [*arguments, "--learning-rate", rate], place)
                trials.append({
                    "network": name,
                    "learningRate": float(rate),
                    "validationErrorRate": found and found["validationErrorRate"],
                    "testErrorRate": found and found["testErrorRate"],
                    "zeroFraction": found and found["zeroFraction"],
                })
                print(json.dumps(trials[-1]), flush=True)
    if len(sys.argv) > 2:
        document = {"command": "rectifier train glyphs " + " ".join(SHAPE), "trials": trials}
        pathlib.Path(sys.argv[2]).write_text(json.dumps(document, indent=2) + "\n")


if __name__ == "__main__":
    main()
