#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Writes the manual's pages from the command's own help, by the generator of swift-argument-parser:
# rectifier.1, and rectifier-VERB.1 for each verb.
# Usage: Scripts/manual.sh PATH_OF_RECTIFIER FOLDER

set -euo pipefail

rectifier="$1"
folder="$2"
cd "$(dirname "$0")/.."
parser=.build/checkouts/swift-argument-parser
generator=.build/manual-tool

swift build -c release --package-path "$parser" --scratch-path "$generator" \
  --product generate-manual >&2

# A page is as old as the sources, so that the same ones give the same bytes.
date="$(git log -1 --format=%cs 2>/dev/null || date -u +%Y-%m-%d)"

rm -rf "$folder"
mkdir -p "$folder"
"$generator/release/generate-manual" "$rectifier" --output-directory "$folder" --multi-page \
  --date "$date" >/dev/null

# `man rectifier train` finds the page of a verb where words are joined by hyphens.
for page in "$folder"/*.1; do
  name="$(basename "$page" .1)"
  awk '
    /^\.Xr rectifier\./ || /^\.Dt RECTIFIER\./ { gsub(/\./, "-"); sub(/^-/, ".") }
    { print }
  ' "$page" >"$page.new"
  rm "$page"
  mv "$page.new" "$folder/$(printf '%s' "$name" | tr . -).1"
done
