# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes rows.txt: what scikit-learn's vectorisers make of a few texts.

First a line a text: "text", row, text. Then a line a number: weighting, longest n-gram, least document
count, row, term, value. Tabs are between; n-gram ranges begin at 1. The token pattern finds in these texts what Unicode's word
boundaries do. Usage: make_rows.py > rows.txt
"""

from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

TEXTS = [
    "The soup was good, the bread wasn't.",
    "Good bread; good soup! 3.50 for a bowl",
    "We don't come back: the bill was 1,000 and the soup cold",
    "cold COLD Cold bread",
    "",
    "Unknown things only",
    "A bowl of soup, a bowl of bread and a bill",
]
PATTERN = r"[a-z]+(?:'[a-z]+)*|[0-9]+(?:[.,][0-9]+)*"

for row, text in enumerate(TEXTS):
    print("text", row, text, sep="\t")
for longest in (1, 2, 3):
    for least in (1, 2):
        shape = dict(
            token_pattern=PATTERN, ngram_range=(1, longest), min_df=least, lowercase=True)
        vectorizers = {
            "presence": CountVectorizer(binary=True, **shape),
            "counts": CountVectorizer(**shape),
            "tfidf": TfidfVectorizer(smooth_idf=True, norm="l2", **shape),
        }
        for weighting, vectorizer in vectorizers.items():
            rows = vectorizer.fit_transform(TEXTS).tocoo()
            terms = vectorizer.get_feature_names_out()
            for row, column, value in sorted(zip(rows.row, rows.col, rows.data)):
                print(weighting, longest, least, row, terms[column], f"{value:.9g}", sep="\t")
