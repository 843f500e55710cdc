#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Prints what AdultTests expects of a real table. Usage: adult_facts.py adult.tsv.gz    (pandas 3.1.1)"""

import sys

import pandas as pd

table = pd.read_csv(sys.argv[1], sep="\t")
training = table.iloc[:32561]
print("rows and columns", table.shape)
print("ages of the training rows", training["age"].mean(), training["age"].std(ddof=0))
print("rows a class", table["target"].value_counts().sort_index().to_dict())
print("categories", {name: training[name].nunique() for name in ("workclass", "race")})
