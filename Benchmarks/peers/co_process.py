# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Our side of a comparison: a process that times what it is told to, one JSON line at a time."""

import json
import subprocess


class Refused(Exception):
    """The co-process answered with an error; it goes on."""


class CoProcess:
    """One `side-by-side`, and the one subject that it holds."""

    def __init__(self, command: str, subject: dict):
        self.process = subprocess.Popen(
            [command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            self.facts = self.ask({"subject": subject})
        except BaseException:
            self.close()
            raise

    def ask(self, request: dict) -> dict:
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise SystemExit(f"peers: side-by-side ended with {self.process.wait()}: {request}")
        answer = json.loads(line)
        if "error" in answer:
            raise Refused(answer["error"])
        return answer

    def runner(self, work: str, batch_size: int, threads: int, kernels="automatic",
               precision="float32") -> "Runner":  # fmt: skip
        return Runner(self, {
            "time": work, "batchSize": batch_size, "threads": threads, "kernels": kernels,
            "precision": precision,
        })  # fmt: skip

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Runner:
    """One setting of ours; it keeps the time itself."""

    def __init__(self, process: CoProcess, request: dict):
        self.process, self.request = process, request

    def warm_up(self):
        """The first use of a setting; raises what the co-process refuses."""
        self.slice(0.01)

    def slice(self, seconds: float) -> float:
        answer = self.process.ask(self.request | {"seconds": seconds})
        return answer["microsecondsPerSample"]
