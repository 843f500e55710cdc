# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Time against the fraction of zeros, ours and the peers'; and from where on skipping them pays.

For the curves hidden units alone have zeros: those of inputs would help us too. For the break-even
of our sparse kernels against our dense ones, inputs have as many as hidden units, so that every
product sees the same fraction. Writes results/zeros.json.
"""

import argparse
import contextlib
import functools

import interleave
import machine
import record
import side_by_side

ZEROS = [0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99]
# Beyond, sparse kernels are faster by so much that no break-even can lie there.
BREAK_EVEN_LIMIT = 0.7
BATCH = 128
# With fewer zeros a sparse gradient is far behind and takes gigabytes.
SPARSE_GRADIENTS_FROM = 0.8


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2, help="of all sides")
    parser.add_argument("--zeros", type=float, nargs="+", default=ZEROS, metavar="FRACTION")
    side_by_side.add_common(parser)
    return parser.parse_args()


class DensePeers:
    """Peers whose time does not depend on zeros: chosen once, then given each network in turn."""

    def __init__(self):
        self.chosen = {}

    def get(self, name: str, subject, choose):
        if name not in self.chosen:
            self.chosen[name] = choose()
        contender = self.chosen[name]
        if contender.runner:
            contender.runner.load(subject)
        return contender


def training(session, dense, process, subject, zeros):
    import by_hand_peer
    import embedding_bag_peer
    import jax_peer
    import torch_peer
    from contenders import RATE, ours

    arguments = (subject, BATCH, session.threads, RATE)
    step = functools.partial(ours, process, "training", BATCH, session.threads)
    sides = {"ours": step(), "ours, dense": step(kernels="dense")}
    best = functools.partial(interleave.best, budget=session.budget)
    sides["PyTorch"] = dense.get(
        "training, PyTorch", subject, lambda: best(torch_peer.training(*arguments))
    )
    sides["PyTorch, by hand"] = best(by_hand_peer.training(*arguments))
    bags = embedding_bag_peer.training(*arguments)
    if zeros < SPARSE_GRADIENTS_FROM:
        del bags["sparse gradients"]
    sides["PyTorch, embedding_bag"] = best(bags)
    sides["JAX"] = dense.get(
        "training, JAX", subject, lambda: best(jax_peer.training(subject, BATCH, RATE))
    )
    label = f"training step, batch {BATCH}, {zeros:.0%} of hidden units zero".replace("%", " %")
    session.run(
        f"training-{zeros:g}", label, sides, session.budget.sweep_seconds,
        curve=f"training-{BATCH}", batchSize=BATCH, zeros=zeros,
        **side_by_side.subject_facts(process),
    )  # fmt: skip


def inference(session, dense, process, subject, zeros):
    import embedding_bag_peer
    import onnx_peer
    import torch_peer
    from contenders import ours_best

    counts = session.thread_counts
    answer = functools.partial(ours_best, process, "inference", 1, counts, session.budget)
    sides = {"ours": answer(), "ours, dense": answer(kernels="dense")}
    for name, peer, extra in (
        ("ONNX Runtime float32", onnx_peer, ["float32"]),
        ("ONNX Runtime int8", onnx_peer, ["int8"]),
        ("PyTorch", torch_peer, [False]),
    ):
        sides[name] = dense.get(
            f"inference, {name}", subject,
            lambda: interleave.best(peer.inference(subject, 1, counts, *extra), session.budget),
        )  # fmt: skip
    bags = embedding_bag_peer.inference(subject, 1, counts)
    sides["PyTorch, embedding_bag"] = interleave.best(bags, session.budget)
    label = f"inference, batch 1, {zeros:.0%} of hidden units zero".replace("%", " %")
    session.run(
        f"inference-{zeros:g}", label, sides, session.budget.sweep_seconds,
        curve="inference-1", batchSize=1, zeros=zeros, **side_by_side.subject_facts(process),
    )  # fmt: skip


def break_even(session, zeros):
    """Our sparse kernels against our dense ones where every product sees the same zeros."""
    from contenders import ours

    drawn = side_by_side.PAPER | {"activation": "rectifier", "zeros": zeros, "inputZeros": zeros}
    with session.process(drawn) as process:
        for work in ("training", "inference"):
            side = functools.partial(ours, process, work, BATCH, session.threads)
            sides = {kernels: side(kernels=kernels) for kernels in ("sparse", "dense")}
            kind = "training step" if work == "training" else work
            label = f"break-even, {kind}, batch {BATCH}, {zeros:.0%} zeros everywhere"
            session.run(
                f"break-even-{work}-{zeros:g}", label.replace("%", " %"), sides,
                session.budget.sweep_seconds, curve=f"break-even-{work}", batchSize=BATCH,
                zeros=zeros, **side_by_side.subject_facts(process),
            )  # fmt: skip


def main():
    arguments = parse()
    machine.confine(arguments.threads)
    session = side_by_side.Session(arguments)
    import network
    import torch_peer

    torch_peer.settle()
    document = {"command": "Benchmarks/peers/run.sh zeros", **side_by_side.header(session)}
    dense = DensePeers()
    for zeros in sorted(arguments.zeros):
        subject = network.drawn(zeros)
        drawn = side_by_side.PAPER | {"activation": "rectifier", "zeros": zeros, "inputZeros": 0}
        with contextlib.ExitStack() as stack:
            curves = {"training": training, "inference": inference}
            wanted = [name for name in curves if session.wanted(f"{name}-{zeros:g}")]
            process = stack.enter_context(session.process(drawn)) if wanted else None
            for name in wanted:
                curves[name](session, dense, process, subject, zeros)
        if zeros <= BREAK_EVEN_LIMIT and session.wanted(f"break-even-{zeros:g}"):
            break_even(session, zeros)
    side_by_side.finish(session, document, record.ZEROS)


if __name__ == "__main__":
    main()
