# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Files of rows: our networks beside scikit-learn's and fastText, from the file to the predictions.

Three files, each divided into the same training and test rows for everybody: a table (adult), numbered
features (reviews of books, svmlight) and texts with stars (reviews of restaurants). Seconds are those of
the whole way: reading, fitting what turns columns or words into features, training, predicting. Ours is
the command as a process, with its start; the others run in this process, without their imports.

scikit-learn's networks have its own defaults (Adam, batches of 200, L2 of 1e-4, until the loss stops
falling) beyond the hidden widths; ours those of `rectifier train` beyond --train, and once more with Adam on
batches of 100. fastText is left out where it does not install.
"""

import argparse
import csv
import gzip
import importlib.metadata
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time
import warnings

import numpy as np
import sklearn
from scipy.stats import binomtest
from sklearn.datasets import load_svmlight_file
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

import machine
import record

VOCABULARY = 20_000  # that of `rectifier train`
ADAM = "--optimizer adam --batch-size 100"


class Adult:
    """Census records: 14 columns of codes and numbers; the first 32,561 rows are for training."""

    name = "adult"
    training_count = 32_561
    options = ["--target", "target"]
    is_ordinal = False

    def __init__(self, place: pathlib.Path, scratch: pathlib.Path):
        with gzip.open(place / "tables/adult.tsv.gz", "rt") as file:
            lines = file.readlines()
        self.train, self.test = scratch / "adult_train.tsv", scratch / "adult_test.tsv"
        self.train.write_text("".join(lines[: 1 + self.training_count]))
        self.test.write_text("".join(lines[:1] + lines[1 + self.training_count :]))

    def features(self):
        rows = [np.loadtxt(path, delimiter="\t", skiprows=1) for path in (self.train, self.test)]
        scaler = StandardScaler().fit(rows[0][:, :-1])
        return [(scaler.transform(part[:, :-1]), part[:, -1].astype(int)) for part in rows]


class Books:
    """Reviews of books as counts of 5,000 terms, good or bad."""

    name = "books"
    options: list[str] = []
    is_ordinal = False

    def __init__(self, place: pathlib.Path, scratch: pathlib.Path):
        self.train, self.test = (
            place / f"amazon/books_{part}.svmlight.gz" for part in ("train", "test"))

    def features(self):
        train = load_svmlight_file(self.train, zero_based=True)
        test = load_svmlight_file(self.test, zero_based=True, n_features=train[0].shape[1])
        return [train, test]


class Restaurants:
    """Reviews of restaurants with their stars; every fifth row is for the test."""

    name = "restaurants"
    options = ["--text", "review", "--target", "rating", "--ordinal"]
    is_ordinal = True

    def __init__(self, place: pathlib.Path, scratch: pathlib.Path):
        with gzip.open(place / "restaurants/reviews.csv.gz", "rt", newline="") as file:
            head, *rows = csv.reader(file)
        self.parts = [r for i, r in enumerate(rows) if i % 5], rows[::5]
        self.train, self.test = scratch / "stars_train.csv", scratch / "stars_test.csv"
        for path, part in zip((self.train, self.test), self.parts):
            with open(path, "w", newline="") as file:
                csv.writer(file).writerows([head, *part])

    def texts(self):
        parts = []
        for path in (self.train, self.test):
            with open(path, newline="") as file:
                rows = list(csv.DictReader(file))
            parts.append(([r["review"] for r in rows], np.array([float(r["rating"]) for r in rows])))
        return parts

    def features(self):
        train, test = self.texts()
        vectorizer = CountVectorizer(binary=True, max_features=VOCABULARY)
        rows = vectorizer.fit_transform(train[0]), vectorizer.transform(test[0])
        names = [np.array([str(star) for star in part[1]]) for part in (train, test)]
        return [(part.astype(np.float32), name) for part, name in zip(rows, names)]


def score(case, found: list[str], probabilities, labels: list[str], truth) -> dict:
    """The rate of wrong classes; of stars, the RMSE of the expected ones as well."""
    wrong, count = sum(a != b for a, b in zip(found, truth)), len(truth)
    interval = binomtest(wrong, count).proportion_ci(method="wilson")
    result = {"errorRate": wrong / count, "interval": [float(interval.low), float(interval.high)]}
    if case.is_ordinal and probabilities is not None:
        levels = np.array([float(label) for label in labels])
        errors = probabilities @ levels - np.array([float(star) for star in truth])
        result["rootMeanSquareError"] = float(np.sqrt(np.mean(errors**2)))
    return result


def ours(options: argparse.Namespace, case, hidden: str, seed: int, scratch: pathlib.Path,
         *further: str) -> dict:
    run = pathlib.Path(tempfile.mkdtemp(dir=scratch))
    command = [options.rectifier, "train", case.train, "--test", case.test, *case.options,
               "--hidden", hidden, "--seed", seed, "--out", run, "--json", "--quiet"]
    command += [*options.train.split(), *further]
    start = time.perf_counter()
    output = subprocess.run(
        [str(word) for word in command], check=True, stdout=subprocess.PIPE, text=True).stdout
    seconds = time.perf_counter() - start
    found = json.loads(output)
    wrong, count = round(found["testErrorRate"] * found["sampleCount"]), found["sampleCount"]
    interval = binomtest(wrong, count).proportion_ci(method="wilson")
    result = {"errorRate": wrong / count, "interval": [float(interval.low), float(interval.high)],
              "seconds": seconds, "bestEpoch": found["bestEpoch"],
              "zeroFraction": found["zeroFraction"]}
    if case.is_ordinal:
        result["rootMeanSquareError"] = found["rmse"]
    return result


def scikit_learn(case, make) -> dict:
    start = time.perf_counter()
    (rows, classes), (test_rows, truth) = case.features()
    model = make()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(rows, classes)
    probabilities = model.predict_proba(test_rows)
    seconds = time.perf_counter() - start
    labels = list(model.classes_)
    found = [labels[index] for index in probabilities.argmax(axis=1)]
    return {**score(case, found, probabilities, labels, truth), "seconds": seconds}


def trained(fasttext, path: pathlib.Path):
    """Its threads race for the weights, which now and then ends in NaN: then once more, in its time."""
    for _ in range(5):
        try:
            return fasttext.train_supervised(str(path), thread=machine.processors(), verbose=0)
        except RuntimeError:
            pass
    return fasttext.train_supervised(str(path), thread=1, verbose=0)


def fast_text(case, scratch: pathlib.Path) -> dict | None:
    if not isinstance(case, Restaurants):
        return None
    try:
        import fasttext
    except ImportError:
        return None
    start = time.perf_counter()
    train, test = case.texts()
    path = scratch / "stars.fasttext"
    clean = [[" ".join(CountVectorizer().build_analyzer()(text)) for text in part[0]]
             for part in (train, test)]
    path.write_text("".join(
        f"__label__{star} {text}\n" for text, star in zip(clean[0], train[1])))
    model = trained(fasttext, path)
    # Its own Python wrapper for predictions does not work with NumPy 2.
    found = [model.f.predict(text + "\n", 1, 0.0, "strict")[0][1] for text in clean[1]]
    seconds = time.perf_counter() - start
    truth = [f"__label__{star}" for star in test[1]]
    return {**score(case, found, None, [], truth), "seconds": seconds}


def summary(runs: list[dict]) -> dict:
    """The runs of all seeds, and the means of what they measured."""
    keys = [key for key in ("errorRate", "rootMeanSquareError", "seconds") if key in runs[0]]
    found = {key: [run[key] for run in runs] for key in keys}
    return {
        **{key: {"mean": statistics.mean(values), "least": min(values), "most": max(values)}
           for key, values in found.items()},
        "runs": runs,
    }


def compare(options: argparse.Namespace, case, scratch: pathlib.Path) -> dict:
    widths = tuple(int(width) for width in options.hidden.split(","))
    seeds = range(1, options.seeds + 1)
    runs: dict[str, list[dict]] = {}
    for seed in seeds:
        # In turn, so that what slows the machine down slows all of them down.
        contenders = {
            f"rectifier --hidden {options.hidden}":
                lambda: ours(options, case, options.hidden, seed, scratch),
            f"rectifier --hidden {options.hidden} {ADAM}":
                lambda: ours(options, case, options.hidden, seed, scratch, *ADAM.split()),
            f"MLPClassifier({widths})":
                lambda: scikit_learn(case, lambda: MLPClassifier(widths, random_state=seed)),
        }
        if seed == 1:
            contenders |= {
                "rectifier --hidden none": lambda: ours(options, case, "none", seed, scratch),
                "LogisticRegression":
                    lambda: scikit_learn(case, lambda: LogisticRegression(max_iter=1000)),
                "fastText": lambda: fast_text(case, scratch),
            }
        for name, run in contenders.items():
            if (found := run()) is not None:
                runs.setdefault(name, []).append(found)
    return {name: summary(found) for name, found in runs.items()}


def versions(options: argparse.Namespace) -> dict:
    ours = subprocess.run(
        [options.rectifier, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout
    found = {"Rectifier": ours.strip(), "scikit-learn": sklearn.__version__}
    try:
        found["fastText"] = importlib.metadata.version("fasttext-numpy2-wheel")
    except importlib.metadata.PackageNotFoundError:
        pass
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rectifier", required=True, help="the built command")
    parser.add_argument("--hidden", default="100", help="widths of the hidden layers")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--train", default="", help="further options of `rectifier train`")
    parser.add_argument("--json", type=pathlib.Path, default=record.ROWS, help="the file for the results")
    options = parser.parse_args()
    place = pathlib.Path(os.environ["RECTIFIER_DATA"])
    command = "Benchmarks/peers/run.sh rows"
    command += f" --hidden {options.hidden} --seeds {options.seeds}"
    if options.train:
        command += f" --train '{options.train}'"
    results = {"command": command, "machine": machine.processor(),
               "processors": machine.processors(), "loadBefore": machine.load(),
               "versions": versions(options), "cases": {}}
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        for kind in (Adult, Books, Restaurants):
            found = compare(options, kind(place, scratch), scratch)
            results["cases"][kind.name] = found
            for name, result in found.items():
                stars = result.get("rootMeanSquareError", {}).get("mean")
                print(f"{kind.name:12} {name:60} error {100 * result['errorRate']['mean']:6.2f} %"
                      + (f", RMSE {stars:.4f}" if stars else "")
                      + f", {result['seconds']['mean']:.2f} s", flush=True)
    record.write(results, options.json)


if __name__ == "__main__":
    main()
