# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Training steps on inputs of which few are not zero, as text has them: ours on sparse rows, PyTorch's
on the same number of dense ones.

5,000 inputs at 99.4 % zeros, three hidden layers of 1000, batch 10, at several fractions of zeros
among the hidden units: 0 is the worst for us, a half is what drawn rectifiers have. Beside it our
step on rows that are stored dense, with dense kernels, and PyTorch with `embedding_bag`. Then our step
with as many entries among more inputs: what is zero should cost nothing. Writes
results/sparse_text.json.
"""

import argparse
import contextlib

import machine
import record
import side_by_side

INPUTS, ENTRIES = 5_000, 30
HIDDEN = [1000, 1000, 1000]
OUTPUTS = 10
BATCH = 10
HIDDEN_ZEROS = [0, 0.5, 0.9]
INPUT_COUNTS = [5_000, 50_000]


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2, help="of all sides")
    side_by_side.add_common(parser)
    return parser.parse_args()


def request(zeros: float, inputs: int = INPUTS, hidden=tuple(HIDDEN), stored="sparse") -> dict:
    return {
        "inputs": inputs, "hidden": list(hidden), "outputs": OUTPUTS, "activation": "rectifier",
        "zeros": zeros, "inputZeros": 1 - ENTRIES / inputs, "stored": stored, "seed": 1,
    }  # fmt: skip


def beside_peers(session, zeros: float):
    """Our step and PyTorch's, on a drawn network with these zeros among its hidden units."""
    import embedding_bag_peer
    import network
    import torch_peer
    from interleave import best
    from ours import RATE, ours

    identity = f"sparse-text-{zeros:g}"
    if not session.wanted(identity):
        return
    subject = network.drawn(
        zeros, 1 - ENTRIES / INPUTS, widths=(INPUTS, *HIDDEN, OUTPUTS)
    )
    with contextlib.ExitStack() as stack:
        process = stack.enter_context(session.process(request(zeros)))
        dense = stack.enter_context(session.process(request(zeros, stored="dense")))
        sides = {
            "ours": ours(process, "training", BATCH, session.threads),
            "ours, one thread": ours(process, "training", BATCH, 1),
            "ours, rows stored dense": ours(dense, "training", BATCH, session.threads),
            "ours, dense kernels": ours(
                dense, "training", BATCH, session.threads, kernels="dense"
            ),
        }
        arguments = (subject, BATCH, session.threads, RATE)
        variants = torch_peer.training(*arguments)
        for name in ("eager", "compiled"):
            chosen = {key: make for key, make in variants.items() if key.startswith(name)}
            sides[f"PyTorch, {name}"] = best(chosen, session.budget)
        bags = embedding_bag_peer.training(*arguments)
        sides["PyTorch, embedding_bag"] = best(bags, session.budget)
        label = (
            f"training step, {INPUTS:,} inputs at {1 - ENTRIES / INPUTS:.1%} zeros, "
            f"{zeros:.0%} of hidden units zero, batch {BATCH}"
        )
        session.run(
            identity, label.replace("%", " %"), sides, batchSize=BATCH, zeros=zeros,
            **side_by_side.subject_facts(process),
        )  # fmt: skip


def more_inputs(session):
    """The same entries among more inputs; one hidden layer, so that the first has most of the work."""
    from ours import ours

    if not session.wanted("sparse-inputs"):
        return
    with contextlib.ExitStack() as stack:
        sides = {}
        for inputs in INPUT_COUNTS:
            process = stack.enter_context(session.process(request(0.5, inputs, hidden=[1000])))
            name = "ours" if inputs == INPUTS else f"ours, {inputs:,} inputs"
            sides[name] = ours(process, "training", BATCH, session.threads)
        label = f"training step, one hidden layer of 1000, {ENTRIES} inputs not zero, batch {BATCH}"
        session.run("sparse-inputs", label, sides, batchSize=BATCH)


def main():
    arguments = parse()
    machine.confine(arguments.threads)
    session = side_by_side.Session(arguments)
    import torch_peer

    torch_peer.settle()
    document = {"command": "Benchmarks/peers/run.sh sparse", **side_by_side.header(session)}
    for zeros in HIDDEN_ZEROS:
        beside_peers(session, zeros)
    more_inputs(session)
    side_by_side.finish(session, document, record.SPARSE_TEXT)


if __name__ == "__main__":
    main()
