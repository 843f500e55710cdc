# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Times the same work here and in the peers, in turn, in one run: trained and drawn networks.

Every work is a few rounds; a round gives each contender a short slice, ours among them. What a
peer can be set to is tried before, and its best setting takes part. Writes
results/side_by_side.json.
"""

import argparse
import contextlib
import functools
import json
import platform
import re
import statistics
import subprocess
import sys
import time

import interleave
import machine
import record

BATCH_SIZES = {"training": [1, 10, 32, 128, 512], "inference": [1, 10, 128, 512]}
DRAWN = {"training": [1, 10, 128], "inference": [1, 128]}
PAPER = {"inputs": 784, "hidden": [1000, 1000, 1000], "outputs": 10, "seed": 1}
PRODUCT = {"inputs": 1000, "outputs": 1024}
PRODUCT_ROWS = [128, 512]
INPUT_ZEROS = 0.81  # of MNIST
HIDDEN_ZEROS = 0.9  # of the trained network, about

MODEL_COMMAND = (
    "rectifier train mnist --validation 10000 --hidden 1000,1000,1000 --activation-l1 0.0001 "
    "--learning-rate 0.1 --batch-size 10 --epochs 20 --seed 1 --out runs/mnist-1"
)


def parse(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", metavar="MODEL", help="model or checkpoint, trained on MNIST")
    parser.add_argument("--compact-model", metavar="MODEL", help="made of it by `compact`")
    parser.add_argument("--threads", type=int, default=2, help="of all sides")
    add_common(parser)
    arguments = parser.parse_args(argv)
    if arguments.model is None:
        parser.error(f"--model is missing; this makes one in a few minutes:\n  {MODEL_COMMAND}")
    return arguments


def add_common(parser):
    parser.add_argument("--budget", default="full", choices=list(interleave.BUDGETS))
    parser.add_argument("--only", metavar="REGEX", help="works whose id matches")
    parser.add_argument("--json", metavar="FILE", help="write the results there")
    parser.add_argument("--rectifier", default=".build/release/rectifier", metavar="PATH")
    parser.add_argument(
        "--co-process", default="Benchmarks/.build/release/side-by-side", metavar="PATH"
    )


class Session:
    """What all works share: arguments, the budget, and what was measured so far."""

    def __init__(self, arguments):
        self.arguments, self.works, self.started = arguments, [], time.perf_counter()
        self.budget = interleave.BUDGETS[arguments.budget]
        self.threads = arguments.threads
        self.thread_counts = sorted({1, arguments.threads})
        self.facts = {}

    def wanted(self, identity: str) -> bool:
        return self.arguments.only is None or re.search(self.arguments.only, identity) is not None

    def process(self, subject: dict):
        from co_process import CoProcess

        process = CoProcess(self.arguments.co_process, subject)
        self.facts = {name: process.facts[name] for name in ("version", "instructionSet")}
        return process

    def run(self, identity, label, contenders, seconds=None, **facts):
        """The rounds of one work; what it was goes into the results with its times."""
        seconds = seconds or self.budget.seconds
        times = interleave.rounds(contenders, self.budget.rounds, seconds)
        self.works.append({"id": identity, "label": label, **facts, "contenders": times})
        print(f"\n{label}  [{time.perf_counter() - self.started:.0f} s]")
        for name, found in times.items():
            if "microsecondsPerSample" in found:
                median = statistics.median(found["microsecondsPerSample"])
                print(f"  {name:36}{median:10.2f} µs   {found.get('setting') or ''}")
            else:
                print(f"  {name:36}   skipped: {found['skipped']}")
        sys.stdout.flush()


def subject_facts(process) -> dict:
    """How large the co-process's subject is and how many zeros it has."""
    names = ("zeroFraction", "inputZeroFraction", "parameters")
    return {name: process.facts[name] for name in names}


def training(session, process, compact, subject):
    """The trained network's step, ours in every mode beside all peers."""
    import contenders

    for size in BATCH_SIZES["training"]:
        identity = f"training-{size}"
        if not session.wanted(identity):
            continue
        ours = functools.partial(contenders.ours, work="training", batch_size=size)
        both = {"threads": session.threads}
        sides = {
            "ours": ours(process, **both),
            "ours, dense": ours(process, **both, kernels="dense"),
            "ours, one thread": ours(process, threads=1),
        }
        if compact:
            sides["ours, dead units removed"] = ours(compact, **both)
        sides |= contenders.training_peers(subject, size, session.threads, session.budget)
        session.run(
            identity, f"training step, trained network, batch {size}", sides, batchSize=size
        )


def inference(session, process, compact, subject):
    """The trained network's probabilities; both sides at the better of one thread and all."""
    import contenders

    for size in BATCH_SIZES["inference"]:
        for suffix, counts in (("", session.thread_counts), ("-one-thread", [1])):
            identity = f"inference-{size}{suffix}"
            if not session.wanted(identity):
                continue
            ours = functools.partial(
                contenders.ours_best, work="inference", batch_size=size, thread_counts=counts,
                budget=session.budget,
            )  # fmt: skip
            sides = {
                "ours": ours(process),
                "ours, dense": ours(process, kernels="dense"),
                "ours, bfloat16": ours(process, precision="bfloat16"),
            }
            if not suffix:
                sides["ours, one thread"] = contenders.ours(process, "inference", size, 1)
            if compact:
                sides["ours, dead units removed"] = ours(compact)
            sides |= contenders.inference_peers(subject, size, counts, session.budget)
            label = f"inference, trained network, batch {size}"
            label += ", one thread" if suffix else ""
            session.run(identity, label, sides, batchSize=size)


def tanh(session):
    """No zeros to skip: dense kernels against dense kernels."""
    import contenders
    import network

    if not session.wanted("training-tanh-128"):
        return
    subject = network.drawn(0, activation="tanh")
    drawn = PAPER | {"activation": "tanh", "zeros": 0, "inputZeros": 0}
    with session.process(drawn) as process:
        step = functools.partial(contenders.ours, process, "training", 128, session.threads)
        sides = {"ours": step(), "ours, dense": step(kernels="dense")}
        sides |= contenders.training_peers(subject, 128, session.threads, session.budget)
        label = "training step, no zeros (tanh), batch 128"
        session.run("training-tanh-128", label, sides, batchSize=128, **subject_facts(process))


def drawn_network(session):
    """The goals' works again, on a network whose zeros are set and not learned."""
    import contenders
    import network

    drawn = {"activation": "rectifier", "zeros": HIDDEN_ZEROS, "inputZeros": INPUT_ZEROS}
    works = [("training", size) for size in DRAWN["training"]]
    works += [("inference", size) for size in DRAWN["inference"]]
    works = [(f"drawn-{work}-{size}", work, size) for work, size in works]
    works = [work for work in works if session.wanted(work[0])]
    if not works:
        return
    subject = network.drawn(HIDDEN_ZEROS, INPUT_ZEROS)
    with session.process(PAPER | drawn) as process:
        for identity, work, size in works:
            if work == "training":
                step = functools.partial(contenders.ours, process, work, size, session.threads)
                sides = {"ours": step(), "ours, dense": step(kernels="dense")}
                sides |= contenders.training_peers(subject, size, session.threads, session.budget)
            else:
                answer = functools.partial(
                    contenders.ours_best, process, work, size, session.thread_counts,
                    session.budget,
                )  # fmt: skip
                sides = {"ours": answer(), "ours, dense": answer(kernels="dense")}
                sides["ours, bfloat16"] = answer(precision="bfloat16")
                sides |= contenders.inference_peers(
                    subject, size, session.thread_counts, session.budget
                )
            kind = "training step" if work == "training" else work
            label = f"{kind}, drawn network, {HIDDEN_ZEROS:.0%} zeros, batch {size}"
            session.run(
                identity, label.replace("%", " %"), sides, batchSize=size,
                **subject_facts(process),
            )  # fmt: skip


def product(session):
    """One dense product, ours against MKL's behind torch.mm."""
    import contenders
    import torch_peer
    from interleave import best

    shape = (PRODUCT["inputs"], PRODUCT["outputs"])
    drawn = {"hidden": [], "activation": "rectifier", "head": "identity", "zeros": 0}
    with session.process(PRODUCT | drawn | {"inputZeros": 0, "seed": 1}) as process:
        for rows in PRODUCT_ROWS:
            for threads in session.thread_counts:
                identity = f"product-{rows}-threads-{threads}"
                if not session.wanted(identity):
                    continue
                variants = torch_peer.product(rows, *shape, threads)
                sides = {
                    "ours": contenders.ours(process, "inference", rows, threads, kernels="dense"),
                    "torch.mm": best(variants, session.budget),
                }
                name = "one thread" if threads == 1 else f"{threads} threads"
                label = f"dense product {rows} × {shape[0]} × {shape[1]}, {name}"
                session.run(
                    identity, label, sides, batchSize=rows, threads=threads,
                    operationsPerSample=2 * shape[0] * shape[1],
                )  # fmt: skip


def input_zeros(session):
    """Our step at four pairs of zeros, so that those of inputs and of units are told apart."""
    import contenders

    if not session.wanted("input-zeros"):
        return
    with contextlib.ExitStack() as open_processes:
        sides, facts = {}, {}
        for hidden in (0, HIDDEN_ZEROS):
            for inputs in (0, INPUT_ZEROS):
                drawn = PAPER | {"activation": "rectifier", "zeros": hidden, "inputZeros": inputs}
                process = open_processes.enter_context(session.process(drawn))
                name = f"ours, hidden {hidden:.0%}, inputs {inputs:.0%}".replace("%", " %")
                sides[name] = contenders.ours(process, "training", 128, session.threads)
                facts[name] = subject_facts(process)
        label = "training step, drawn networks, batch 128: zeros of hidden units and of inputs"
        session.run("input-zeros", label, sides, batchSize=128, subjects=facts)


def model_facts(rectifier, path) -> dict:
    """For how many epochs the model has learned, and what it makes of MNIST's test digits."""
    import mnist

    def ask(*arguments):
        done = subprocess.run([rectifier, *arguments, "--json"], stdout=subprocess.PIPE, check=True)
        return json.loads(done.stdout)

    evaluated = ask("evaluate", str(path), str(mnist.folder()))
    return {
        "epochs": ask("inspect", str(path))["training"]["epoch"],
        "testErrorRate": evaluated["errorRate"],
        "deadUnitCount": evaluated["deadUnitCount"],
    }


def header(session) -> dict:
    """Where and with what it was measured."""
    return {
        "processor": machine.processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "threads": session.threads,
        "processors": machine.processors(),
        "loadBefore": machine.load(),
        "budget": {"name": session.arguments.budget, **vars(session.budget)},
        "versions": machine.versions(),
    }


def main():
    arguments = parse()
    machine.confine(arguments.threads)
    session = Session(arguments)
    import agreement  # the peers, once the processors are settled
    import mnist
    import network
    import torch_peer

    torch_peer.settle()
    document = {"command": "Benchmarks/peers/run.sh side-by-side --model RUN/checkpoint.safetensors", **header(session)}
    path = network.model_file(arguments.model)
    subject = network.trained(path)
    document["agreement"] = agreement.prove(arguments.rectifier, arguments.model, subject)
    print("all sides compute the same function")
    data = {"data": str(mnist.folder()), "part": "train"}
    with contextlib.ExitStack() as open_processes:
        process = open_processes.enter_context(session.process({"model": str(path), **data}))
        document["model"] = {
            "command": MODEL_COMMAND, "checksum": network.checksum(path),
            **subject_facts(process), **model_facts(arguments.rectifier, path),
        }  # fmt: skip
        compact = None
        if arguments.compact_model:
            smaller = str(network.model_file(arguments.compact_model))
            compact = open_processes.enter_context(session.process({"model": smaller, **data}))
            document["compactModel"] = subject_facts(compact)
        training(session, process, compact, subject)
        inference(session, process, compact, subject)
    drawn_network(session)
    tanh(session)
    product(session)
    input_zeros(session)
    finish(session, document, record.SIDE_BY_SIDE)


def finish(session, document: dict, default):
    """Summaries are added, and all of it written."""
    import summary

    document["ours"] = session.facts
    document["seconds"] = round(time.perf_counter() - session.started)
    document["works"] = session.works
    summary.summarise(document)
    for goal in document["goals"]:
        verdict = "met" if goal["met"] else f"short by {goal['shortBy']:.1%}"
        print(f"{goal['label']}: {goal['median']:.3g}, goal {goal['goal']:g}: {verdict}")
    if path := record.destination(session.arguments, default):
        record.write(document, path)
        print(f"written: {path.name}")
    else:
        print("not written: name a file with --json, or measure everything with --budget full")


if __name__ == "__main__":
    main()
