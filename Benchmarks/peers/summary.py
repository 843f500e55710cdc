# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""What follows from the times: ratios to ours with their spread, and which goals are met.

Works on the results as JSON and on nothing else, so that it can be done again from a file.
"""

import statistics

PEERS_OF_TRAINING = ["PyTorch", "PyTorch, by hand", "PyTorch, embedding_bag", "JAX"]
PEERS_ON_DENSE_ROWS = ["PyTorch, eager", "PyTorch, compiled"]
INT8 = ["ONNX Runtime int8"]

# work, what it is called in the table, ours, its rivals, the least ratio of their time to ours
RATIO_GOALS = [
    ("training-1", "training step, trained network, batch 1", "ours", PEERS_OF_TRAINING, 10),
    ("training-10", "training step, trained network, batch 10", "ours", PEERS_OF_TRAINING, 5),
    ("training-128", "training step, trained network, batch 128", "ours", PEERS_OF_TRAINING, 5),
    ("drawn-training-1", "training step, drawn network, batch 1", "ours", PEERS_OF_TRAINING, 10),
    ("drawn-training-10", "training step, drawn network, batch 10", "ours", PEERS_OF_TRAINING, 5),
    ("drawn-training-128", "training step, drawn network, batch 128", "ours", PEERS_OF_TRAINING, 5),
    ("training-tanh-128", "training step, no zeros (tanh), batch 128", "ours", PEERS_OF_TRAINING, 1),
    ("inference-1", "inference, trained network, batch 1", "ours", ["ONNX Runtime float32"], 6),
    ("inference-1", "the same, float32 against int8", "ours", INT8, 1),
    ("inference-1", "the same, bfloat16 against int8", "ours, bfloat16", INT8, 1),
    ("inference-128", "inference, trained network, batch 128", "ours", ["ONNX Runtime float32"], 3),
    ("drawn-inference-1", "inference, drawn network, batch 1", "ours", ["ONNX Runtime float32"], 6),
    ("drawn-inference-128", "inference, drawn network, batch 128", "ours", ["ONNX Runtime float32"], 3),
    ("sparse-text-0.5", "training step, 5,000 inputs at 99.4 % zeros, half of the hidden units zero, batch 10", "ours", PEERS_ON_DENSE_ROWS, 5),
    ("product-128-threads-1", "dense product, batch 128, one thread", "ours", ["torch.mm"], 0.9),
    ("product-128-threads-2", "dense product, batch 128, two threads", "ours", ["torch.mm"], 0.9),
    ("product-512-threads-1", "dense product, batch 512, one thread", "ours", ["torch.mm"], 0.9),
    ("product-512-threads-2", "dense product, batch 512, two threads", "ours", ["torch.mm"], 0.9),
    ("training-128", "two threads over one, training, batch 128", "ours", ["ours, one thread"], 1.8),
    ("inference-128", "two threads over one, inference, batch 128", "ours", ["ours, one thread"], 1.8),
]  # fmt: skip

# curve, what it is called, the largest fraction of zeros
BREAK_EVEN_GOALS = [
    ("break-even-training", "break-even of sparse and dense, training, batch 128", 0.35),
    ("break-even-inference", "break-even of sparse and dense, inference, batch 128", 0.35),
]


def rounded(value: float) -> float:
    return float(f"{value:.5g}")


def spread(values) -> dict:
    """Median, quartiles, least and most."""
    quartiles = statistics.quantiles(values, n=4, method="inclusive")
    return {
        "least": rounded(min(values)),
        "lowerQuartile": rounded(quartiles[0]),
        "median": rounded(statistics.median(values)),
        "upperQuartile": rounded(quartiles[2]),
        "most": rounded(max(values)),
    }


def times(work: dict, name: str) -> list[float]:
    return work["contenders"].get(name, {}).get("microsecondsPerSample", [])


def summarise(document: dict):
    """Adds to every contender its median and its ratio to ours, and to the whole its goals."""
    for work in document["works"]:
        for name, contender in work["contenders"].items():
            summarise_contender(work, name, contender)
    works = {work["id"]: work for work in document["works"]}
    goals = [ratio_goal(works[goal[0]], *goal[1:]) for goal in RATIO_GOALS if goal[0] in works]
    goals += [break_even_goal(document["works"], *goal) for goal in BREAK_EVEN_GOALS]
    document["goals"] = [goal for goal in goals if goal]
    document["curves"] = curves(document["works"])


def summarise_contender(work, name, contender):
    mine, its = times(work, "ours"), times(work, name)
    if not its:
        return
    contender["median"] = rounded(statistics.median(its))
    if operations := work.get("operationsPerSample"):
        contender["gigaflops"] = rounded(operations / contender["median"] / 1e3)
    if mine and name != "ours":
        contender["ratio"] = spread([peer / own for own, peer in zip(mine, its)])


def ratio_goal(work, label, ours, rivals, goal):
    """The fastest rival's time over ours, round by round."""
    mine = times(work, ours)
    rivals = [name for name in rivals if times(work, name)]
    if not mine or not rivals:
        return None
    rival = min(rivals, key=lambda name: statistics.median(times(work, name)))
    ratios = spread([peer / own for own, peer in zip(mine, times(work, rival))])
    met = ratios["median"] >= goal
    found = {"label": label, "kind": "ratio", "work": work["id"], "goal": goal, "ours": ours}
    found |= {"oursMedian": work["contenders"][ours]["median"], "rival": rival}
    found |= {"rivalMedian": work["contenders"][rival]["median"], **ratios, "met": met}
    return found | ({} if met else {"shortBy": rounded(1 - ratios["median"] / goal)})


def crossing(points) -> float:
    """Where the ratio of sparse to dense time falls to 1 for the last time, linearly in between.

    `points` are (zeros, ratio), ascending. Sparse kernels that are faster already at the first
    point, or not even at the last, give that point's zeros or 1.
    """
    slower = [at for at, (_, ratio) in enumerate(points) if ratio > 1]
    if not slower:
        return points[0][0]
    if slower[-1] == len(points) - 1:
        return 1.0
    (left, above), (right, below) = points[slower[-1]], points[slower[-1] + 1]
    return left + (right - left) * (above - 1) / (above - below)


def fraction_of_zeros(work) -> float:
    """Of the hidden units, as the co-process counted them."""
    return rounded(statistics.mean(work["zeroFraction"]))


def break_even_goal(works, curve, label, goal):
    mine = sorted((w for w in works if w.get("curve") == curve), key=fraction_of_zeros)
    mine = [work for work in mine if times(work, "sparse") and times(work, "dense")]
    if len(mine) < 2:
        return None
    ratios = [
        [a / b for a, b in zip(times(work, "sparse"), times(work, "dense"))] for work in mine
    ]
    zeros = [fraction_of_zeros(work) for work in mine]
    found = spread([crossing(list(zip(zeros, column))) for column in zip(*ratios)])
    # The break-even of the medians: a median of break-evens would let one bad point count twice.
    found["median"] = rounded(crossing(list(zip(zeros, map(statistics.median, ratios)))))
    met = found["median"] <= goal
    found = {"label": label, "kind": "zeros", "curve": curve, "goal": goal, **found, "met": met}
    return found | ({} if met else {"shortBy": rounded(found["median"] - goal)})


def curves(works) -> dict:
    """For each curve and contender the points of the figure: zeros, median, quartiles."""
    found = {}
    for work in works:
        if "curve" not in work:
            continue
        for name in work["contenders"]:
            if its := times(work, name):
                point = {"zeros": fraction_of_zeros(work), **spread(its)}
                found.setdefault(work["curve"], {}).setdefault(name, []).append(point)
    return found
