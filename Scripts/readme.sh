#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Runs what the README and the documentation's articles show: the demo, the library's examples, and the commands for own pictures, on
# pictures that it takes from glyphs.

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

# The examples of the documentation's articles.
swift run --package-path "$root" -c release OwnTrainingLoop | tee loop.txt
grep -qE '^right: [0-9]+ of 900$' loop.txt || complain 'the training loop says nothing'
swift run --package-path "$root" -c release SparsityInPractice | tee sparsity.txt
[ "$(grep -c '^target' sparsity.txt)" = 2 ] || complain 'the article on sparsity compares nothing'

# Own pictures: digits as PGM, one folder a class; one more as PNG.
rectifier="$root/.build/release/rectifier"
"$rectifier" data export 'glyphs:digits?samples=100' idx >/dev/null
for ((sample = 0; sample < 100; sample++)); do
  class=$((sample % 10))
  mkdir -p "digits/$class"
  {
    printf 'P5 32 32 255\n'
    head -c $((16 + (sample + 1) * 1024)) idx/train-images-idx3-ubyte | tail -c 1024
  } >"digits/$class/$sample.pgm"
done
"$rectifier" data preview "digits/7/7.pgm" --columns 1 --scale 3 --out my-digit.png >/dev/null
awk '/^## Your own pictures/ { here = 1 } here && /^```$/ { on = !on; if (!on) exit; next } on' \
  "$root/README.md" | sed -e '/^swift build/d' -e "s|\$PWD|$root|" >pictures.sh
[ "$(grep -c '^rectifier ' pictures.sh)" = 3 ] || complain 'README.md shows other picture commands'
bash -eu pictures.sh >pictures.txt
cat pictures.txt
tail -n 1 pictures.txt | grep -qE '^[0-9],my-digit.png$' || complain 'no prediction for my-digit.png'
echo 'readme: what the README shows runs'
