# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Our side as a contender, without any peer: a script need not have all of them."""

import co_process
from interleave import Budget, Contender, best

RATE = 1e-6  # so small that a step leaves the zeros as they are; its work does not depend on it


def ours(process, work, batch_size, threads, **options) -> Contender:
    """One setting of ours, or why there is none."""
    try:
        runner = process.runner(work, batch_size, threads, **options)
        runner.warm_up()
        return Contender(runner)
    except co_process.Refused as refusal:
        return Contender(skipped=str(refusal))


def ours_best(process, work, batch_size, thread_counts, budget: Budget, **options) -> Contender:
    """The better of one thread and all, as every peer of inference has it."""
    first = ours(process, work, batch_size, thread_counts[0], **options)
    if first.skipped:
        return first
    return best(
        {
            "one thread" if threads == 1 else "all threads": (
                lambda threads=threads: process.runner(work, batch_size, threads, **options)
            )
            for threads in thread_counts
        },
        budget,
    )
