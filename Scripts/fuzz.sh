#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Runs every target of the nested package Fuzz under libFuzzer; fails where one finds something.
# Usage: Scripts/fuzz.sh [SECONDS a target, 60] [TARGET…]
# What is found lies in Fuzz/.build/found; a target takes such a file as its argument. A target's inputs
# are kept in Fuzz/.build/corpus, so that a later run goes on from there. Seeds are texts; those that end in
# .base64 stand for other bytes.

set -euo pipefail
cd "$(dirname "$0")/.."

seconds="${1:-60}"
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- $(cd Fuzz/Seeds && echo *)

swift build --package-path Fuzz -c release --sanitize fuzzer
mkdir -p Fuzz/.build/found
for target in "$@"; do
  mkdir -p "Fuzz/.build/corpus/$target" "Fuzz/.build/seeds/$target"
  for seed in "Fuzz/Seeds/$target"/*; do
    name="Fuzz/.build/seeds/$target/$(basename "$seed" .base64)"
    case "$seed" in
      *.base64) base64 -d <"$seed" >"$name" ;;
      *) cp "$seed" "$name" ;;
    esac
  done
  echo "fuzz: $target for $seconds s"
  "Fuzz/.build/release/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -verbosity=0 -print_final_stats=1 -artifact_prefix=Fuzz/.build/found/ \
    "Fuzz/.build/corpus/$target" "Fuzz/.build/seeds/$target"
done
