# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# The tests build in a folder of their own, so that neither they nor the command rebuild the other.
TEST_COMMAND := swift test -c release -Xswiftc -enable-testing --scratch-path .build-test

PREFIX ?= /usr/local

.DEFAULT_GOAL := help
.PHONY: help build test docs lint lint-selftest format smoke readme report report-check report-page install uninstall install-check neon fuzz ci bench-peers peers-onnx bench-check ci-bench-check ci-report-page bench-results bench-reading

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build the command, optimised: .build/release/rectifier
	swift build -c release --product rectifier

test: ## run the tests, optimised
	$(TEST_COMMAND)

lint: ## check layers, headers, sizes, names, kernels' pragmas, paths, format
	@Scripts/lint.sh

lint-selftest: ## plant one violation of each kind and see that lint finds it
	@Scripts/lint-selftest.sh

format: ## format all Swift sources in place
	git ls-files -z --cached --others --exclude-standard '*.swift' | \
	  xargs -0 swift format format --in-place --parallel

smoke: build ## run the built command on a tiny data set, good input and bad
	@Scripts/smoke.sh .build/release/rectifier

readme: build ## run the README's demo and its library example
	@Scripts/readme.sh

docs: ## make the documentation of all modules (needs swift-docc-plugin), warnings as errors
	@Scripts/docs.sh

report: build ## write Reproduction/REPORT.md and its figures from the records
	.build/release/rectifier reproduce report

report-check: build ## see that Reproduction/REPORT.md and its figures follow from the records
	@.build/release/rectifier reproduce report --check

report-page: build ## look at the report of a tiny run in a headless Chromium
	@Scripts/report-page.sh .build/release/rectifier

install: build ## install the command, manual and completions below PREFIX (and DESTDIR)
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install.sh install

uninstall: ## take away what install has put below PREFIX
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install.sh uninstall

install-check: build ## install into a folder of its own, look, and take it away again
	@Scripts/install-check.sh

neon: ## compile the kernels for arm64, run them under qemu, compare with x86-64
	@Scripts/neon.sh

fuzz: ## feed every reader with anything for 60 s (ARGS: seconds, targets), by libFuzzer
	@Scripts/fuzz.sh $(ARGS)

ci: lint lint-selftest bench-results test smoke readme docs report-check install-check ci-report-page ci-bench-check ## everything that has to pass before a merge

# Where there is no browser to look with, that is said and passes.
ci-report-page: build
	@Scripts/report-page.sh .build/release/rectifier || \
	  { [ $$? -eq 69 ] && echo 'SKIPPED: the report in a browser' >&2; }

# Where there is nothing to count with, that is said and passes.
ci-bench-check:
	@Scripts/bench-check.sh || { [ $$? -eq 69 ] && echo 'SKIPPED: instruction counts' >&2; }

bench-peers: ## time a training epoch against PyTorch, interleaved (makes its own environment)
	Benchmarks/peers/run.sh speed $(ARGS)

bench-reading: ## time how fast tables are read, on one thread, in MB/s
	swift run --package-path Benchmarks -c release reading-rate

peers-onnx: build ## read what is exported with onnxruntime, NumPy, PyTorch and TensorBoard
	@if command -v python3 >/dev/null; then Benchmarks/peers/run.sh interchange $(ARGS); \
	else echo 'SKIPPED: interchange; there is no python3' >&2; fi

bench-results: ## see that the pages about speed say what was measured
	@if command -v python3 >/dev/null; then \
	  python3 Benchmarks/peers/results.py --check && \
	  cd Benchmarks/peers && python3 -m unittest -q test_results; \
	else echo 'SKIPPED: the pages about speed; there is no python3' >&2; fi

bench-check: ## count instructions under valgrind, compare with Benchmarks/instruction_counts.txt
	@Scripts/bench-check.sh $(ARGS)
