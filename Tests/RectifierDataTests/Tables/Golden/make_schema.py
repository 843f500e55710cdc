#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes schema.txt: a table of numbers and words, and the features that scikit-learn makes of it.

Usage: make_schema.py > schema.txt          (scikit-learn 1.9.1, pandas 3.1.1)

Lines: what it is, tab, what it has. `csv-train` and `csv-test` are lines of the two tables; `names` the
features' names; `train` and `test` rows of features. Scalers, indicators and categories see the training
rows alone. A missing number becomes 0 once it is scaled.
"""

import io

import numpy as np
import pandas as pd
from sklearn.impute import MissingIndicator
from sklearn.preprocessing import OneHotEncoder, StandardScaler

TRAIN = """age,height,colour,grade,constant
39,1.75,red,10,5
50,1.62,blue,9,5
,1.81,red,10,5
53,1.55,,9,5
28,1.90,green,9,5
37,1.70,blue,10,5
,1.66,red,9,5
52,1.78,,10,5
31,1.59,violet,10,5
42,1.84,blue,9,5
"""
TEST = """age,height,colour,grade,constant
60,2.10,red,9,5
,,pink,11,6.5
20,1.50,green,,
33,1.72,,10,5
"""


def read(text):
    return pd.read_csv(io.StringIO(text), dtype={"colour": object, "grade": object})


train, test = read(TRAIN), read(TEST)
names, blocks = [], {"train": [], "test": []}
for column in train.columns:
    a, b = train[[column]], test[[column]]
    if column in ("colour", "grade"):
        encoder = OneHotEncoder(
            min_frequency=2, handle_unknown="infrequent_if_exist", sparse_output=False).fit(a)
        blocks["train"].append(encoder.transform(a))
        blocks["test"].append(encoder.transform(b))
        infrequent = set(encoder.infrequent_categories_[0] if encoder.infrequent_categories_[0] is not None else [])
        levels = [level for level in encoder.categories_[0] if level not in infrequent]
        # Here categories that are numbers stand in their order, there in that of their letters.
        if column == "grade":
            order = np.argsort([int(level) for level in levels])
            levels = [levels[index] for index in order]
            for block in blocks.values():
                block[-1] = block[-1][:, order]
        for level in levels:
            names.append(f"{column} = {level}" if isinstance(level, str) else f"{column} missing")
        names += [f"{column} unseen"] if infrequent else []
        continue
    scaler = StandardScaler().fit(a)
    names.append(column)
    blocks["train"].append(np.nan_to_num(scaler.transform(a)))
    blocks["test"].append(np.nan_to_num(scaler.transform(b)))
    if a.isna().any().item():
        indicator = MissingIndicator().fit(a)
        names.append(f"{column} missing")
        blocks["train"].append(indicator.transform(a))
        blocks["test"].append(indicator.transform(b))

for kind, text in (("csv-train", TRAIN), ("csv-test", TEST)):
    for line in text.splitlines():
        print(kind, line, sep="\t")
print("names", ",".join(names), sep="\t")
for kind, parts in blocks.items():
    for row in np.hstack(parts):
        print(kind, ",".join(repr(float(value)) for value in row), sep="\t")
