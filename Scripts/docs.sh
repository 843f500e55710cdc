#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Makes the documentation of every public module, with the compiler's warnings as errors, and sees that
# each has a page.
#
#   Scripts/docs.sh [FOLDER]        default: .build-docs/site

set -euo pipefail
cd "$(dirname "$0")/.."
site="${1:-.build-docs/site}"
modules=(RectifierNumerics RectifierNetworks RectifierData RectifierTraining RectifierInterchange
  RectifierAnalysis Rectifier)

mkdir -p "$site"
targets=()
for module in "${modules[@]}"; do targets+=(--target "$module"); done
RECTIFIER_DOCUMENTATION=1 swift package --scratch-path .build-docs \
  --allow-writing-to-directory "$site" generate-documentation "${targets[@]}" \
  --enable-experimental-combined-documentation --warnings-as-errors --output-path "$site"
for module in "${modules[@]}"; do
  page="$site/documentation/$(tr '[:upper:]' '[:lower:]' <<<"$module")/index.html"
  [ -s "$page" ] || {
    printf 'docs: %s has no page: %s is missing\n' "$module" "$page" >&2
    exit 1
  }
done
printf 'docs: %s modules in %s\n' "${#modules[@]}" "$site"
