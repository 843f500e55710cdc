# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Results as files: where they lie, and JSON with a line for each list of numbers."""

import json
import pathlib
import re

RESULTS = pathlib.Path(__file__).resolve().parent.parent / "results"
SIDE_BY_SIDE = RESULTS / "side_by_side.json"
ZEROS = RESULTS / "zeros.json"
ROWS = RESULTS / "rows.json"
SPARSE_TEXT = RESULTS / "sparse_text.json"


def text(document) -> str:
    found = json.dumps(document, indent=1, ensure_ascii=False)
    flat = re.sub(r"\[\s+([^\[\]{}\"]*?)\s+\]", lambda m: f"[{' '.join(m[1].split())}]", found)
    return flat + "\n"


def write(document, path: pathlib.Path):
    path.write_text(text(document), encoding="utf-8")


def destination(arguments, default: pathlib.Path) -> pathlib.Path | None:
    """The file to write; only a full measurement replaces the one in the repository."""
    if arguments.json:
        return pathlib.Path(arguments.json)
    return default if arguments.budget == "full" and not arguments.only else None
