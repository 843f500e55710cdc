# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Makes RESULTS.md, the figure and the table of the README from the measured JSON; measures nothing.

With --check only says whether the texts are what the JSON gives; that needs Python alone.
"""

import argparse
import json
import pathlib
import sys

import record
import rows_page
import summary
from page import join, number, percent, read, scientific, significant, table

PAGE = record.RESULTS.parent / "RESULTS.md"
ROWS_PAGE = record.RESULTS.parent / "ROWS.md"
README = record.RESULTS.parent.parent / "README.md"
README_BEGIN, README_END = "<!-- speed: made by run.sh results -->\n", "<!-- end of speed -->"
FIGURE = record.RESULTS / "time_against_zeros.svg"
NOTE = (
    "<!-- Made by `Benchmarks/peers/run.sh results` from results/side_by_side.json, "
    "results/zeros.json and results/sparse_text.json. -->"
)


def spread(found) -> str:
    return join(
        significant(found["median"]), " (", significant(found["least"]), " … ",
        significant(found["most"]), ")",
    )  # fmt: skip


def quartiles(found) -> str:
    return join(significant(found["lowerQuartile"]), " … ", significant(found["upperQuartile"]))


def goal_row(goal):
    if goal["kind"] == "zeros":
        verdict = "met" if goal["met"] else join("short by ", percent(goal["shortBy"], 1))
        interval = join(percent(goal["median"]), " (", percent(goal["least"]), " … ",
                        percent(goal["most"]), ")")  # fmt: skip
        return goal["label"], join("≤ ", percent(goal["goal"])), "", "", interval, verdict
    verdict = "met" if goal["met"] else join("short by ", percent(goal["shortBy"], 1))
    sides = (
        significant(goal["oursMedian"]),
        join(significant(goal["rivalMedian"]), ", ", goal["rival"]),
    )
    return goal["label"], join("≥ ", number(goal["goal"]), " ×"), *sides, spread(goal), verdict


def goals(documents) -> list[str]:
    rows = [goal_row(goal) for document in documents for goal in document["goals"]]
    header = ("work", "goal", "ours, µs", "fastest rival, µs", "ratio (least … most)", "verdict")
    return table(header, rows)


def contender_row(name, found):
    if "microsecondsPerSample" not in found:
        return name, "", "", "", join("not measured: ", found["skipped"])
    ratio = found.get("ratio")
    setting = found.get("setting", "")
    if "gigaflops" in found:
        rate = join(significant(found["gigaflops"]), " GFLOP/s")
        setting = join(rate, "; ", setting) if setting else rate
    cells = (spread(ratio), quartiles(ratio)) if ratio else ("", "")
    return name, significant(found["median"]), *cells, setting


def work_tables(document) -> list[str]:
    lines = []
    header = ("", "µs a sample", "over ours (least … most)", "quartiles", "setting")
    for work in document["works"]:
        lines += [join("### ", capitalised(work["label"])), ""]
        if "subjects" in work:
            lines += subject_lines(work["subjects"])
        lines += table(header, [contender_row(*item) for item in work["contenders"].items()])
    return lines


def capitalised(label):
    return type(label)(label[0].upper() + label[1:])


def subject_lines(subjects) -> list[str]:
    rows = [
        (name, zeros(found["zeroFraction"]), percent(found["inputZeroFraction"], 1))
        for name, found in subjects.items()
    ]
    return table(("network", "zeros a hidden layer", "zeros of the inputs"), rows)


def separated(quoted) -> list:
    parts = [part for one in quoted for part in (one, ", ")]
    return parts[:-1]


def zeros(fractions) -> str:
    return join(*separated(percent(fraction, 1) for fraction in fractions))


def curve_tables(document) -> list[str]:
    """One table a curve: zeros down, contenders across."""
    lines = []
    for curve, contenders in document["curves"].items():
        works = [work for work in document["works"] if work.get("curve") == curve]
        names = list(contenders)
        rows = [
            (percent(work["zeros"]), zeros(work["zeroFraction"]))
            + tuple(cell(work["contenders"][name]) for name in names)
            for work in works
        ]
        lines += [join("### ", CURVES[curve]), ""]
        lines += table(("wanted", "zeros a hidden layer", *names), rows)
    return lines


CURVES = {
    "training-128": "Training, the larger batch, inputs without zeros, µs a sample",
    "inference-1": "Inference, single samples, inputs without zeros, µs a sample",
    "break-even-training": "Training, as many zeros in inputs, sparse and dense, µs a sample",
    "break-even-inference": "Inference, as many zeros in inputs, sparse and dense, µs a sample",
}


def cell(found):
    return significant(found["median"]) if "median" in found else "not measured"


def facts(title, document) -> list[str]:
    """Where it was measured, with which versions, for how long."""
    budget = document["budget"]
    rows = [
        ("processor", document["processor"]),
        ("threads of every side, processors in use",
         join(number(document["threads"]), ", ", number(document["processors"]))),
        ("system", document["system"]),
        ("Rectifier", join(document["ours"]["version"], ", ", document["ours"]["instructionSet"])),
        *document["versions"].items(),
        ("processes that wanted to run in the minute before", number(document["loadBefore"])),
        ("budget; rounds; seconds of a slice",
         join(budget["name"], "; ", number(budget["rounds"]), "; ",
              number(budget[title]))),
        ("seconds in all", number(document["seconds"])),
        ("command", join("`", document["command"], "`")),
    ]  # fmt: skip
    return table(("", ""), rows)


def model_facts(document) -> list[str]:
    model = document["model"]
    rows = [
        ("made by", join("`", model["command"], "`")),
        ("checksum", model["checksum"]),
        ("parameters", number(model["parameters"])),
        ("zeros a hidden layer, on the rows timed", zeros(model["zeroFraction"])),
        ("zeros of the inputs", percent(model["inputZeroFraction"], 1)),
    ]
    rows.append(("epochs that it learned for", number(model["epochs"])))
    rows.append(("test error", percent(model["testErrorRate"], 2)))
    rows.append(("dead units a layer", join(*separated(map(number, model["deadUnitCount"])))))
    if "compactModel" in document:
        smaller = document["compactModel"]
        rows.append(("parameters without dead units", number(smaller["parameters"])))
    return table(("", ""), rows)


def agreement(document) -> list[str]:
    found = document["agreement"]
    rows = []
    for kind, title in (
        ("largestDifferenceOfAProbability", "largest difference of a probability"),
        ("relativeDifferenceOfAStep", "relative difference of a step"),
        ("relativeDifferenceOfAStepAtBatch1", "relative difference of a step on one sample"),
    ):
        for name, value in found[kind].items():
            rows.append((title, name, value if isinstance(value, str) else scientific(value)))
    return table(("from PyTorch's", "of", "found"), rows)


def text(side, sweep, sparse=None) -> str:
    """The page, from the documents as `page.read` gives them; any may be missing."""
    documents = [document for document in (side, sweep, sparse) if document]
    lines = ["# Side by side", "", NOTE, ""]
    lines += [
        "Times are µs a sample. A ratio is the other side's time over ours in the same round, so",
        "above one we are faster; the median of the rounds, and in brackets the least and the most.",
        "How it was measured and how to read it: [README.md](README.md).", "",
    ]  # fmt: skip
    partial = [document["budget"]["name"] for document in documents]
    if any(name != "full" for name in partial):
        lines += ["**A trial with a small budget, not a result.**", ""]
    lines += ["## Goals", "", *goals(documents)]
    if sweep:
        lines += ["## Time against zeros", "", f"![{FIGURE.stem}](results/{FIGURE.name})", ""]
        lines += curve_tables(sweep)
    if side:
        lines += ["## All works", "", *work_tables(side)]
        lines += ["## The trained network", "", *model_facts(side)]
        lines += ["## All sides compute the same function", "", *agreement(side)]
    if sparse:
        lines += ["## Sparse inputs", "", *work_tables(sparse)]
        lines += ["## Where sparse inputs were measured", "", *facts("seconds", sparse)]
    if side:
        lines += ["## Where the works were measured", "", *facts("seconds", side)]
    if sweep:
        lines += ["## Where the sweep was measured", "", *facts("sweep_seconds", sweep)]
    return "\n".join(join(line) for line in lines).rstrip() + "\n"


def readme(before: str, *measured) -> str:
    """The README with the goals' rows between its two marks."""
    head, found, rest = before.partition(README_BEGIN)
    _, ended, tail = rest.partition(README_END)
    if not found or not ended:
        sys.exit(f"results: {README.name}: the marks around the table are missing")
    lines = ["", *goals([document for document in measured if document])]
    return head + found + "\n".join(join(line) for line in lines) + "\n" + ended + tail


def summarised(path: pathlib.Path):
    """The file's text with its summaries made anew; nothing where there is no file."""
    if not path.exists():
        return None
    document = json.loads(path.read_text(encoding="utf-8"))
    summary.summarise(document)
    return record.text(document)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare and write nothing")
    parser.add_argument("--side-by-side", type=pathlib.Path, default=record.SIDE_BY_SIDE)
    parser.add_argument("--zeros", type=pathlib.Path, default=record.ZEROS)
    parser.add_argument("--sparse", type=pathlib.Path, default=record.SPARSE_TEXT)
    parser.add_argument("--rows", type=pathlib.Path, default=record.ROWS)
    parser.add_argument("--rows-page", type=pathlib.Path, default=ROWS_PAGE)
    parser.add_argument("--page", type=pathlib.Path, default=PAGE)
    parser.add_argument("--figure", type=pathlib.Path, default=FIGURE)
    parser.add_argument("--readme", type=pathlib.Path, default=README)
    arguments = parser.parse_args()
    texts = {path: summarised(path) for path in (arguments.side_by_side, arguments.zeros, arguments.sparse)}
    if not any(texts.values()):
        sys.exit("results: nothing was measured yet: run.sh side-by-side, zeros, sparse")
    measured = [found and read(found) for found in texts.values()]
    made = {
        arguments.page: text(*measured),
        arguments.readme: readme(arguments.readme.read_text(encoding="utf-8"), *measured),
    }
    if arguments.rows.exists():
        found = read(arguments.rows.read_text(encoding="utf-8"))
        made[arguments.rows_page] = rows_page.text(found)
    if arguments.check:
        pairs = [*texts.items(), *made.items()]
        stale = [p.name for p, t in pairs if t and (not p.exists() or p.read_text("utf-8") != t)]
        if stale:
            sys.exit(f"results: out of date: {', '.join(stale)}: run.sh results")
        names = " and ".join(path.name for path in made)
        print(f"results: {names} say what was measured")
        return
    for path, found in [*texts.items(), *made.items()]:
        if found:
            path.write_text(found, encoding="utf-8")
    if texts[arguments.zeros]:
        import figure

        figure.draw(json.loads(texts[arguments.zeros]), arguments.figure)


if __name__ == "__main__":
    main()
