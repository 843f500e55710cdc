#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Runs what the README shows: the demo, and the library's example.

set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

complain() {
  printf 'readme: %s\n' "$1" >&2
  exit 1
}

command="$(sed -n 's/^\(swift run -c release rectifier demo\)$/\1/p' "$root/README.md")"
[ -n "$command" ] || complain 'README.md does not show the demo'
${command/swift run/swift run --package-path $root} >demo.txt
cat demo.txt
for network in rectifier softplus tanh; do
  grep -qE "^$network +[0-9.]+ %" demo.txt || complain "the demo's table has no row for $network"
  [ -s "runs/demo-$network-1/model.safetensors" ] || complain "the demo left no $network model"
done
for other in softplus tanh; do
  grep -qE "^The rectifier network is (not )?ahead of $other" demo.txt ||
    complain "the demo does not compare the rectifier network with $other"
done
grep -q 'to the same bytes' demo.txt || complain 'zeros change the demo'"'"'s result'

swift run --package-path "$root" -c release TrainAndPredict >example.txt
cat example.txt
[ -s digits.safetensors ] || complain 'the example left no model'
"$root/.build/release/rectifier" inspect digits.safetensors >/dev/null
echo 'readme: the demo and the example run'
