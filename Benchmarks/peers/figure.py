# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Time against zeros as one SVG, legible on light and on dark pages."""

import pathlib

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as pyplot  # noqa: E402
from matplotlib import ticker  # noqa: E402

# Mid tones that stand out from white and from near-black alike; the text is of one too.
INK = "#7d8590"
STYLES = {
    "ours": ("#d9480f", "-", 2.6),
    "ours, dense": ("#d9480f", (0, (4, 2)), 1.6),
    "PyTorch": ("#3d8bfd", "-", 1.6),
    "PyTorch, by hand": ("#3d8bfd", (0, (1, 1.5)), 1.6),
    "PyTorch, embedding_bag": ("#3d8bfd", (0, (4, 2)), 1.6),
    "JAX": ("#2f9e62", "-", 1.6),
    "ONNX Runtime float32": ("#a46bdb", "-", 1.6),
    "ONNX Runtime int8": ("#a46bdb", (0, (4, 2)), 1.6),
}
PANELS = [("training-128", "training step, batch 128"), ("inference-1", "inference, batch 1")]


def panel(axes, curves: dict, title: str):
    for name, (colour, dashes, width) in STYLES.items():
        if points := curves.get(name):
            zeros = [100 * point["zeros"] for point in points]
            axes.fill_between(
                zeros, [p["lowerQuartile"] for p in points], [p["upperQuartile"] for p in points],
                color=colour, alpha=0.18, linewidth=0,
            )  # fmt: skip
            medians = [point["median"] for point in points]
            axes.plot(zeros, medians, color=colour, linestyle=dashes, linewidth=width, label=name)
    axes.set_title(title, color=INK, fontsize=11)
    axes.set_xlabel("zeros among the hidden units, %", color=INK)
    axes.set_xlim(0, 100)
    axes.set_yscale("log")
    axes.yaxis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter(ticker.FuncFormatter(lambda value, _: f"{value:g}"))
    axes.yaxis.set_minor_formatter(ticker.NullFormatter())
    axes.tick_params(colors=INK, which="both")
    axes.grid(color=INK, alpha=0.25, linewidth=0.6)
    for side, line in axes.spines.items():
        line.set_visible(side in ("left", "bottom"))
        line.set_color(INK)
    axes.legend(
        loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=2, frameon=False, labelcolor=INK,
        fontsize=9,
    )  # fmt: skip


def draw(document: dict, path: pathlib.Path):
    """The same numbers give the same bytes: no date, no random names inside."""
    panels = [(curve, title) for curve, title in PANELS if curve in document["curves"]]
    matplotlib.rcParams.update({"svg.hashsalt": "rectifier", "font.family": "DejaVu Sans"})
    figure, grid = pyplot.subplots(1, max(1, len(panels)), figsize=(9.6, 4.9), squeeze=False)
    for axes, (curve, title) in zip(grid[0], panels):
        panel(axes, document["curves"][curve], title)
    grid[0][0].set_ylabel("µs a sample", color=INK)
    figure.tight_layout()
    options = {"metadata": {"Date": None, "Creator": None}} if path.suffix == ".svg" else {}
    figure.savefig(path, transparent=True, **options)
    pyplot.close(figure)
