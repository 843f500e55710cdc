# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Tests of what follows from measured times: python3 -m unittest test_results."""

import json
import unittest

import page
import record
import results
import summary


def work(identity, **times):
    names = {"ours": "ours", "torch": "PyTorch", "jax": "JAX", "one": "ours, one thread"}
    contenders = {
        names.get(key, key): {"microsecondsPerSample": values} for key, values in times.items()
    }
    return {"id": identity, "label": identity, "batchSize": 1, "contenders": contenders}


def break_even(zeros, sparse, dense):
    found = work(f"break-even-training-{zeros}", sparse=sparse, dense=dense)
    return found | {"curve": "break-even-training", "zeroFraction": [zeros], "zeros": zeros}


def document(*works):
    budget = {"name": "full", "rounds": 3, "seconds": 0.25, "sweep_seconds": 0.1}
    found = {"works": list(works), "budget": budget, "versions": {"PyTorch": "2.15.0"}}
    found |= {"processor": "p", "system": "s", "threads": 2, "processors": 2, "loadBefore": 0.1}
    found |= {"ours": {"version": "0.1.0", "instructionSet": "avx2"}, "seconds": 9, "command": "c"}
    summary.summarise(found)
    return found


class Goals(unittest.TestCase):
    def test_the_fastest_rival_counts_and_ratios_are_made_round_by_round(self):
        found = document(
            work("training-1", ours=[1, 2, 4], torch=[12, 22, 60], jax=[90, 90, 90])
        )
        goal = found["goals"][0]
        self.assertEqual(goal["rival"], "PyTorch")
        self.assertEqual((goal["oursMedian"], goal["rivalMedian"]), (2, 22))
        self.assertEqual((goal["least"], goal["median"], goal["most"]), (11, 12, 15))
        self.assertTrue(goal["met"])

    def test_a_goal_that_is_missed_says_by_how_much(self):
        goal = document(work("training-1", ours=[1, 1], torch=[8, 8]))["goals"][0]
        self.assertFalse(goal["met"])
        self.assertAlmostEqual(goal["shortBy"], 0.2)

    def test_what_was_not_measured_is_no_goal(self):
        skipped = {"contenders": {"ours": {"skipped": "why"}, "JAX": {"skipped": "why"}}}
        self.assertEqual(document(work("training-1", ours=[]) | skipped)["goals"], [])

    def test_break_even_lies_between_the_fractions_around_the_last_crossing(self):
        points = [(0.0, 1.4), (0.1, 0.9), (0.2, 1.1), (0.3, 0.9), (0.4, 0.5)]
        self.assertAlmostEqual(summary.crossing(points), 0.25)
        self.assertEqual(summary.crossing([(0.0, 0.9), (0.1, 0.8)]), 0.0)
        self.assertEqual(summary.crossing([(0.0, 1.2), (0.1, 1.1)]), 1.0)

    def test_break_even_goal(self):
        works = [break_even(0.2, [12, 13], [10, 10]), break_even(0.4, [8, 7], [10, 10])]
        goal = document(*works)["goals"][0]
        self.assertAlmostEqual(goal["median"], 0.3)
        self.assertTrue(goal["met"])


class Page(unittest.TestCase):
    def test_a_typed_number_is_refused(self):
        for text in ("5 times", "batch 128", "(3.5)", "≥6"):
            with self.assertRaises(ValueError):
                page.join(text)
        self.assertEqual(page.join("float32, int8, L1"), "float32, int8, L1")

    def test_a_computed_number_is_refused(self):
        numbers = page.read('{"a": 0.5, "b": 2}')
        self.assertEqual(page.percent(numbers["a"]), "50 %")
        for show in (page.number, page.significant, page.percent, page.scientific):
            with self.assertRaises(TypeError):
                show(numbers["a"] * numbers["b"])

    def test_significant_digits(self):
        cases = {"1234.5": "1,234", "99.44": "99.4", "9.999": "10.0", "0.5": "0.500"}
        for text, shown in cases.items():
            self.assertEqual(page.significant(page.read(text)), shown)

    def test_the_page_shows_the_goals_and_says_when_it_is_a_trial(self):
        sweep = document(break_even(0.2, [12, 13], [10, 10]), break_even(0.4, [8, 7], [10, 10]))
        made = results.text(None, page.read(json.dumps(sweep)))
        self.assertIn("| ≤ 35 % |  |  | 30 % (", made)
        self.assertNotIn("not a result", made)
        sweep["budget"]["name"] = "tiny"
        self.assertIn("not a result", results.text(None, page.read(json.dumps(sweep))))

    def test_the_readme_gets_the_goals_between_its_marks(self):
        sweep = document(break_even(0.2, [12, 13], [10, 10]), break_even(0.4, [8, 7], [10, 10]))
        before = f"a\n{results.README_BEGIN}old{results.README_END}\nz\n"
        made = results.readme(before, None, page.read(json.dumps(sweep)))
        self.assertTrue(made.startswith("a\n") and made.endswith(f"{results.README_END}\nz\n"))
        self.assertIn("| ≤ 35 % |", made)
        self.assertNotIn("old", made)
        self.assertEqual(results.readme(made, None, page.read(json.dumps(sweep))), made)
        with self.assertRaises(SystemExit):
            results.readme("no marks", None, page.read(json.dumps(sweep)))

    def test_json_comes_back_as_it_was(self):
        found = {"a": [1, 2.5], "b": [{"c": [0.25]}], "d": ["x"], "e": []}
        self.assertEqual(json.loads(record.text(found)), found)


if __name__ == "__main__":
    unittest.main()
