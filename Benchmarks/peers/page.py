# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Markdown whose numbers can only be those of a JSON file.

Numbers that are read from JSON are `Measured`, its texts are `Told`; arithmetic on them gives
plain numbers. A page takes `Quoted` text, which only these make, and literal text without a number
in it. Anything else is refused, so that no number can be typed or computed into a page.
"""

import json
import re

# Digits that belong to a word, as in float32 or L1, are no number.
NUMBER = re.compile(r"(?<![A-Za-z0-9_])[0-9]")


class Measured(float):
    """A number of the JSON file."""


class Told(str):
    """A text of the JSON file."""


class Quoted(str):
    """Text that may stand on a page."""


def read(text: str):
    """A JSON document with its numbers and texts marked."""

    def marked(value):
        if isinstance(value, dict):
            return {Told(key): marked(item) for key, item in value.items()}
        if isinstance(value, list):
            return [marked(item) for item in value]
        return Told(value) if isinstance(value, str) else value

    return marked(json.loads(text, parse_float=Measured, parse_int=Measured))


def measured(value) -> Measured:
    if not isinstance(value, Measured):
        raise TypeError(f"page: {value!r} does not come from the JSON file")
    return value


def join(*parts) -> Quoted:
    """Quoted and told text as it is, literal text if it has no number in it."""
    for part in parts:
        if not isinstance(part, (Quoted, Told)) and NUMBER.search(part):
            raise ValueError(f"page: a number is typed in: {part!r}")
    return Quoted("".join(parts))


def number(value) -> Quoted:
    """As it is in the file."""
    value = measured(value)
    return Quoted(f"{int(value):,}" if value == int(value) else f"{float(value):.12g}")


def significant(value, digits=3) -> Quoted:
    """Three significant digits, never a power of ten."""
    value = float(measured(value))
    if value == 0:
        return Quoted("0")
    decimals = max(0, digits - len(f"{abs(value):.0f}") if abs(value) >= 1 else digits)
    return Quoted(f"{value:,.{decimals}f}")


def percent(value, decimals=0) -> Quoted:
    return Quoted(f"{float(measured(value)) * 100:.{decimals}f} %")


def scientific(value) -> Quoted:
    return Quoted(f"{float(measured(value)):.1e}")


def row(*cells) -> Quoted:
    return join("| ", *(part for cell in cells for part in (cell, " | "))).rstrip()


def table(header, rows) -> list[Quoted]:
    rule = Quoted("|" + "---|" * len(header))
    return [Quoted(row(*header)), rule, *(Quoted(row(*cells)) for cells in rows), Quoted("")]
