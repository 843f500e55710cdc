# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Times training epochs of one network here and in PyTorch, in turn, on the same machine.

The work is that of

    rectifier train mnist --validation 10000 --hidden 1000,1000,1000 --activation-l1 0.0001 \
        --learning-rate 0.1 --batch-size 10 --epochs E

with Glorot-uniform weights, zero biases, plain SGD, the order of samples drawn anew every epoch.
Only training steps are timed. A round is E epochs of ours, then E of PyTorch's, both from the
start; zeros grow as training goes on, so epochs are compared at the same number. PyTorch runs at
the best of its settings, chosen by a short trial: see VARIANTS.
"""

import argparse
import json
import math
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import torch

import machine
import mnist
import torch_peer
from torch_peer import VARIANTS

WIDTHS = [784, 1000, 1000, 1000, 10]
BATCH = 10
RATE = 0.1
L1 = 1e-4
VALIDATION = 10_000


class Peer:
    """The network in PyTorch, trained as `rectifier train` does it."""

    def __init__(self, variant: str, pixels: np.ndarray, classes: np.ndarray):
        compiled, optimizer = VARIANTS[variant]
        split = len(pixels) - VALIDATION
        self.pixels = torch.from_numpy(pixels[:split])
        self.classes = torch.from_numpy(classes[:split])
        self.validation_pixels = torch.from_numpy(pixels[split:])
        self.validation_classes = torch.from_numpy(classes[split:])
        self.weights = [torch.empty(o, i) for i, o in zip(WIDTHS, WIDTHS[1:])]
        self.biases = [torch.empty(o) for o in WIDTHS[1:]]
        for parameter in self.weights + self.biases:
            parameter.requires_grad_()
        self.optimizer = torch.optim.SGD(
            self.weights + self.biases, lr=RATE, **{optimizer: True}
        )
        self.network = torch_peer.Network(self.weights, self.biases, "rectifier", L1)
        self.loss = torch.compile(self.network.loss) if compiled else self.network.loss

    def reset(self, seed: int):
        """Draws the weights anew, in place: a compiled loss stays valid."""
        self.generator = torch.Generator().manual_seed(seed)
        with torch.no_grad():
            for weight, bias in zip(self.weights, self.biases):
                bound = math.sqrt(6 / sum(weight.shape))
                weight.uniform_(-bound, bound, generator=self.generator)
                bias.zero_()

    def train(self, step_limit=None) -> float:
        """One epoch, or its first steps; returns the seconds it took."""
        start = time.perf_counter()
        order = torch.randperm(len(self.pixels), generator=self.generator)
        order = order if step_limit is None else order[: step_limit * BATCH]
        for rows in order.split(BATCH):
            loss = self.loss(self.pixels[rows], self.classes[rows])
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()
            self.optimizer.step()
        seconds = time.perf_counter() - start
        if not math.isfinite(loss.item()):
            sys.exit("batch10_epoch: PyTorch's loss is not finite")
        return seconds

    @torch.no_grad()
    def evaluate(self):
        """Validation error rate, and the fraction of zeros a hidden layer."""
        hidden = self.network.hidden(self.validation_pixels)
        wrong = self.network.logits(hidden).argmax(1) != self.validation_classes
        return wrong.float().mean().item(), [(h == 0).float().mean().item() for h in hidden]


def choose(names, pixels, classes, steps):
    """Times a few hundred steps of every variant; returns the fastest and all trials."""
    peers, trials = {}, {}
    for name in names:
        start = time.perf_counter()
        try:
            peer = Peer(name, pixels, classes)
            peer.reset(1)
            peer.train(min(steps, 50))  # warm up, compile
        except Exception as error:  # torch.compile needs a C++ compiler, fused SGD a recent release
            trials[name] = {"error": f"{type(error).__name__}: {str(error).splitlines()[0]}"}
            continue
        peers[name] = peer
        trials[name] = {"warmUpSeconds": time.perf_counter() - start}
    times = {name: [] for name in peers}
    for _ in range(3):
        for name, peer in peers.items():
            times[name].append(peer.train(steps) / steps)
    for name in peers:
        trials[name]["secondsPerStep"] = statistics.median(times[name])
    if not peers:
        sys.exit(f"batch10_epoch: no variant of PyTorch runs: {trials}")
    best = min(peers, key=lambda name: trials[name]["secondsPerStep"])
    return best, peers[best], trials


def ours(arguments, seed):
    """The result of `rectifier train … --json`."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            arguments.rectifier, "train", str(mnist.folder()),
            "--validation", str(VALIDATION), "--hidden", "1000,1000,1000",
            "--activation-l1", str(L1), "--learning-rate", str(RATE), "--batch-size", str(BATCH),
            "--epochs", str(arguments.epochs), "--seed", str(seed),
            "--threads", str(arguments.threads), "--out", f"{folder}/run",
            "--progress", "none", "--json",
        ]  # fmt: skip
        done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"batch10_epoch: {' '.join(command)} ended with {done.returncode}")
    return json.loads(done.stdout)


def spread(values) -> str:
    return f"{statistics.median(values):8.3f}  ({min(values):.3f} … {max(values):.3f})"


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=1, help="epochs a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2, help="of both sides")
    parser.add_argument("--variants", nargs="+", default=list(VARIANTS), choices=list(VARIANTS))
    parser.add_argument("--trial-steps", type=int, default=300)
    parser.add_argument("--trial-only", action="store_true", help="time the variants and stop")
    parser.add_argument("--rectifier", default=".build/release/rectifier", metavar="PATH")
    parser.add_argument("--json", metavar="FILE", help="write the result there too")
    arguments = parser.parse_args()
    if min(arguments.epochs, arguments.rounds, arguments.threads, arguments.trial_steps) < 1:
        parser.error("counts start at 1")
    return arguments


def main():
    arguments = parse()
    torch.set_num_threads(arguments.threads)
    pixels, classes = mnist.part("train")
    best, peer, trials = choose(arguments.variants, pixels, classes, arguments.trial_steps)
    result = {
        "processor": machine.processor(),
        "threads": arguments.threads,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "torchCapability": torch.backends.cpu.get_cpu_capability(),
        "variants": trials,
        "variant": best,
        "epochs": [],
    }
    print(f"{result['processor']}, {arguments.threads} threads")
    print(f"PyTorch {torch.__version__}, {result['torchCapability']}; best variant: {best}")
    for name, trial in trials.items():
        text = trial.get("error") or f"{trial['secondsPerStep'] * 1e3:.3f} ms a step"
        print(f"  {name}: {text}")
    if arguments.trial_only:
        return

    seconds = {"ours": [], "peer": []}
    for number in range(1, arguments.rounds + 1):
        run = ours(arguments, seed=number)
        seconds["ours"].append(run["secondsPerEpoch"])
        result["instructionSet"] = run["instructionSet"]
        peer.reset(number)
        round_seconds, measured = [], []
        for _ in range(arguments.epochs):
            round_seconds.append(peer.train())
            measured.append(peer.evaluate())
        seconds["peer"].append(round_seconds)
        best_error = min(error for error, _ in measured)
        print(
            f"round {number}: best validation error {run['validationErrorRate']:.4f}, "
            f"PyTorch's {best_error:.4f}; "
            f"PyTorch's last zeros {' '.join(f'{z:.3f}' for z in measured[-1][1])}",
            flush=True,
        )

    print(f"\n{arguments.rounds} rounds, ours on {result['instructionSet']}: median (least … most)")
    print("epoch   ours, s                    PyTorch, s                 PyTorch / ours")
    for epoch in range(arguments.epochs):
        mine = [run[epoch] for run in seconds["ours"]]
        theirs = [run[epoch] for run in seconds["peer"]]
        ratios = [b / a for a, b in zip(mine, theirs)]
        print(f"{epoch + 1:5}{spread(mine):27}{spread(theirs):27}{spread(ratios)}")
        result["epochs"].append(
            {"epoch": epoch + 1, "ours": mine, "peer": theirs, "ratio": statistics.median(ratios)}
        )
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
