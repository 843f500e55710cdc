# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Prints what scikit-learn reads from the svmlight files that SvmlightFileTests knows.

For each file: rows, features, entries, the sum of the values, the sum of value × (row + 1) ×
(column + 1) modulo 2^31 - 1, and how many labels are 1. Usage: svmlight_facts.py FOLDER
"""

import sys

from sklearn.datasets import load_svmlight_file

for domain in ("books", "dvd", "electronics", "kitchen"):
    for part in ("train", "test"):
        features, labels = load_svmlight_file(
            f"{sys.argv[1]}/amazon/{domain}_{part}.svmlight.gz", n_features=5000, zero_based=True)
        entries = features.tocoo()
        mark = sum(
            int(value) * (int(row) + 1) * (int(column) + 1)
            for row, column, value in zip(entries.row, entries.col, entries.data)) % (2**31 - 1)
        print(
            f'("{domain}_{part}", {features.shape[0]}, {features.nnz}, {int(features.sum())}, '
            f"{mark}, {int((labels == 1).sum())}),")
