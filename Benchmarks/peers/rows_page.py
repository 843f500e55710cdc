# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""The page about files of rows, from the measured JSON."""

from page import join, number, percent, significant, table

NOTE = "<!-- Made by `Benchmarks/peers/run.sh results` from results/rows.json. -->"
TITLES = {
    "adult": "A table: census records",
    "books": "Numbered features: reviews of books",
    "restaurants": "Texts: reviews of restaurants and their stars",
}


def spread(found, show):
    """The mean over seeds, with the least and the most of several."""
    if len(found["runs"]) == 1:
        return show(found["mean"])
    return join(show(found["mean"]), " (", show(found["least"]), " … ", show(found["most"]), ")")


def contender(name, found):
    def cell(key, show):
        return spread({**found[key], "runs": found["runs"]}, show) if key in found else ""

    return (
        join("`", name, "`") if name.startswith("rectifier") else name,
        cell("errorRate", lambda value: percent(value, 2)),
        cell("rootMeanSquareError", significant),
        cell("seconds", significant),
    )  # fmt: skip


def text(document) -> str:
    lines = ["# Files of rows, side by side", "", NOTE, "",
             "From the files to the predictions, on the same training and test rows: ours is the command",
             "with its start, the others run in Python without their imports. Means over seeds, in brackets",
             "the least and the most; seconds of the whole way. scikit-learn's have its defaults beyond the",
             "widths. How it was measured: [README.md](README.md).", ""]  # fmt: skip
    header = ("", "test error", "RMSE of expected stars", "seconds")
    for case, contenders in document["cases"].items():
        lines += [f"## {TITLES[case]}", ""]
        lines += table(header, [contender(*item) for item in contenders.items()])
    facts = [
        ("processor", document["machine"]),
        ("processors in use", number(document["processors"])),
        ("processes that wanted to run in the minute before", number(document["loadBefore"])),
        *document["versions"].items(),
        ("command", join("`", document["command"], "`")),
    ]
    lines += ["## Where it was measured", "", *table(("", ""), facts)]
    return "\n".join(join(line) for line in lines).rstrip() + "\n"
