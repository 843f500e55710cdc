# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Timing in turn: every contender for a short slice, round after round, the order moving on."""

import dataclasses
import gc
import statistics
import time
from collections.abc import Callable


@dataclasses.dataclass(frozen=True)
class Budget:
    seconds: float  # a slice
    rounds: int
    trial_seconds: float  # a slice of a trial, which has three for each variant
    sweep_seconds: float  # a slice of the sweep over zeros


BUDGETS = {
    "full": Budget(seconds=0.25, rounds=7, trial_seconds=0.1, sweep_seconds=0.12),
    "quick": Budget(seconds=0.1, rounds=3, trial_seconds=0.05, sweep_seconds=0.05),
    "tiny": Budget(seconds=0.01, rounds=2, trial_seconds=0.01, sweep_seconds=0.01),
}

FAR_BEHIND = 3  # times the fastest of the variants

# Before each slice, for everyone. The threads of some libraries look for work for a while after the
# last call (OpenBLAS for 100 ms, ONNX Runtime for 40), on a processor that the next side wants.
PAUSE_SECONDS = 0.15


def rested_slice(runner, seconds: float) -> float:
    """A slice of the runner's, once the threads of whoever had the turn before are asleep."""
    time.sleep(PAUSE_SECONDS)
    return runner.slice(seconds)


class Runner:
    """Work that `call` does once, over `samples` samples."""

    samples = 1

    def begin(self):
        """Called before each slice; threads are set here."""

    def call(self):
        raise NotImplementedError

    def warm_up(self):
        """What happens once: compiling, first pages."""
        self.begin()
        self.call()

    def slice(self, seconds: float) -> float:
        """Microseconds a sample: the median over the calls of a slice, at least two."""
        self.begin()
        times = []
        end = time.perf_counter() + seconds
        while True:
            start = time.perf_counter()
            self.call()
            now = time.perf_counter()
            times.append(now - start)
            if now >= end and len(times) > 1:
                return statistics.median(times) / self.samples * 1e6


@dataclasses.dataclass
class Contender:
    """A side of a comparison at its best setting, and what made that the best."""

    runner: object = None
    setting: str | None = None
    trials: dict | None = None
    skipped: str | None = None

    def record(self, times: list[float]) -> dict:
        fields = {"setting": self.setting, "trials": self.trials, "skipped": self.skipped}
        found = {name: value for name, value in fields.items() if value is not None}
        return found | ({"microsecondsPerSample": [round(t, 4) for t in times]} if times else {})


def reason(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0][:160]}" if text else type(error).__name__


def best(variants: dict[str, Callable[[], object]], budget: Budget) -> Contender:
    """The fastest of some variants over three short slices in turn; every trial is kept.

    One that its first slice shows to be far behind gets no more of them.
    """
    runners, trials, first = {}, {}, {}
    for name, make in variants.items():
        try:
            runner = make()
            runner.warm_up()
            first[name] = rested_slice(runner, budget.trial_seconds / 2)
            runners[name] = runner
        except Exception as error:  # a variant may need a compiler, or a recent release
            trials[name] = {"error": reason(error)}
    if not runners:
        return Contender(skipped="; ".join(f"{n}: {t['error']}" for n, t in trials.items()))
    if len(variants) == 1:
        return Contender(runner, name)
    for name, found in first.items():
        if found > FAR_BEHIND * min(first.values()):
            trials[name] = {"microsecondsPerSample": round(found, 4), "slices": 1}
            del runners[name]
    times = {name: [] for name in runners}
    for _ in range(3):
        for name, runner in runners.items():
            times[name].append(rested_slice(runner, budget.trial_seconds))
    for name in runners:
        median = statistics.median(times[name])
        trials[name] = {"microsecondsPerSample": round(median, 4), "slices": 3}
    chosen = min(runners, key=lambda name: trials[name]["microsecondsPerSample"])
    return Contender(runners[chosen], chosen, trials)


def rounds(contenders: dict[str, Contender], count: int, seconds: float) -> dict[str, dict]:
    """Ours and every peer for a slice each, `count` times; the first of a round moves on."""
    names = [name for name, contender in contenders.items() if contender.runner]
    times = {name: [] for name in contenders}
    gc.collect()
    gc.disable()
    try:
        for number in range(count):
            at = number % len(names)
            for name in names[at:] + names[:at]:
                times[name].append(rested_slice(contenders[name].runner, seconds))
    finally:
        gc.enable()
    return {name: contender.record(times[name]) for name, contender in contenders.items()}
