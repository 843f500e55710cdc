# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes Sources/RectifierData/Text/WordBreakTable+Ranges.swift: each scalar's word break class.

The properties are those of the module `regex` from PyPI, which carries Unicode's tables.
Usage: word_break_table.py UNICODE_VERSION > WordBreakTable+Ranges.swift
"""

import sys
import textwrap

import regex

LETTERS = {
    "ALetter": "A", "Hebrew_Letter": "H", "Katakana": "K", "Numeric": "N", "ExtendNumLet": "C",
    "MidLetter": "L", "MidNum": "M", "MidNumLet": "B", "Single_Quote": "S", "Double_Quote": "D",
    "Extend": "E", "Format": "E", "ZWJ": "Z", "CR": "W", "LF": "W", "Newline": "W",
}
CLASSES = [(regex.compile(rf"\p{{WB={name}}}"), letter) for name, letter in LETTERS.items()]
PICTURE = regex.compile(r"\p{Extended_Pictographic}")


def letter_of(scalar):
    text = chr(scalar)
    letter = next((letter for pattern, letter in CLASSES if pattern.match(text)), "")
    if PICTURE.match(text):
        if letter not in ("", "A"):
            sys.exit(f"U+{scalar:04X} is a picture of class {letter}")
        return "Q" if letter else "P"
    return letter


ranges = []
for scalar in range(0x110000):
    letter = "" if 0xD800 <= scalar < 0xE000 else letter_of(scalar)
    if letter and ranges and ranges[-1][1] == scalar - 1 and ranges[-1][2] == letter:
        ranges[-1][1] = scalar
    elif letter:
        ranges.append([scalar, scalar, letter])

words = [
    f"{first:X}{letter}" if first == last else f"{first:X}-{last:X}{letter}"
    for first, last, letter in ranges
]
print(f"""// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension WordBreakTable {{
  /// Ranges of scalars, each with its class's letter; written by `Scripts/word_break_table.py`.
  ///
  /// Source: WordBreakProperty.txt and emoji-data.txt of Unicode {sys.argv[1]}.
  static let ranges = \"\"\"""")
print("\n".join("    " + line for line in textwrap.wrap(" ".join(words), 94, break_on_hyphens=False)))
print('    """\n}')
