#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Runs the built command on a tiny data set that it makes itself, on good input and on bad.
# Usage: Scripts/smoke.sh PATH_OF_RECTIFIER

set -euo pipefail

rectifier="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset RECTIFIER_ISA
: >err
checked=0
failed=0

complain() {
  failed=$((failed + 1))
  printf 'smoke: %s\n' "$1" >&2
  sed 's/^/  | /' err >&2
}

check() { # DESCRIPTION COMMAND…: the command has to succeed
  checked=$((checked + 1))
  local description="$1"
  shift
  "$@" >/dev/null || complain "$description"
}

run() { # EXIT_CODE ARGUMENT…: runs the command; leaves its streams in `out` and `err`
  local expected="$1" status=0
  shift
  checked=$((checked + 1))
  "$rectifier" "$@" >out 2>err </dev/null || status=$?
  [ "$status" = "$expected" ] ||
    complain "rectifier $*: exit $status, expected $expected"
}

refused() { # EXIT_CODE TEXT ARGUMENT…: ends so, TEXT on standard error, standard output empty
  local code="$1" text="$2"
  shift 2
  run "$code" "$@"
  check "rectifier $*: its message does not contain \`$text\`" grep -qF -- "$text" err
  check "rectifier $*: wrote to standard output" test ! -s out
}

# Numbers as IDX writes them: four bytes, the highest first.
big_endian() {
  printf '\\x%02x' $(($1 >> 24 & 255)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255))
}

# Images of 4 × 4 of two classes, in turn: bright above or bright below, never quite the same.
write_images() { # COUNT FILE
  local sample pixel value text
  text="\\x00\\x00\\x08\\x03$(big_endian "$1")$(big_endian 4)$(big_endian 4)"
  for ((sample = 0; sample < $1; sample++)); do
    for ((pixel = 0; pixel < 16; pixel++)); do
      value=$(((sample * 7 + pixel * 13) % 50))
      ((pixel / 8 == sample % 2)) && value=$((255 - value))
      text="$text$(printf '\\x%02x' "$value")"
    done
  done
  printf '%b' "$text" >"$2"
}

write_labels() { # COUNT FILE
  local sample text
  text="\\x00\\x00\\x08\\x01$(big_endian "$1")"
  for ((sample = 0; sample < $1; sample++)); do text="$text\\x0$((sample % 2))"; done
  printf '%b' "$text" >"$2"
}

# The value of a key in the JSON document in `out`: a number, or the inside of an array.
json() { # KEY
  tr -d ' \n\t' <out | sed -n "s/^{.*\"$1\":\[\{0,1\}\([-+.,0-9eE]*[0-9]\).*}\$/\1/p"
}

is_rate_below() { # KEY LIMIT
  json "$1" | awk -v limit="$2" '$1 >= 0 && $1 <= limit { found = 1 } END { exit !found }'
}

has_count() { # KEY COUNT: an array of so many numbers
  json "$1" | awk -F, -v count="$2" 'NF == count { found = 1 } END { exit !found }'
}

mkdir digits
write_images 60 digits/train-images-idx3-ubyte
write_labels 60 digits/train-labels-idx1-ubyte
write_images 20 digits/t10k-images-idx3-ubyte
write_labels 20 digits/t10k-labels-idx1-ubyte
check 'the images have a wrong length' test "$(wc -c <digits/train-images-idx3-ubyte)" -eq 976

training=(--hidden 16,8 --activation-l1 0.0001 --batch-size 2 --epochs 2 --validation 10)

# Train, and what lies in the run folder.
run 0 train digits "${training[@]}" --out run --threads 1 --json
check 'train: testErrorRate' is_rate_below testErrorRate 0.2
check 'train: validationErrorRate' is_rate_below validationErrorRate 0.2
check 'train: zeroFraction' has_count zeroFraction 2
check 'train: deadUnitCount' has_count deadUnitCount 2
check 'train: secondsPerEpoch' has_count secondsPerEpoch 2
check 'train: evaluationSecondsPerEpoch' has_count evaluationSecondsPerEpoch 2
check 'train: bestEpoch' has_count bestEpoch 1
check 'train: threads' test "$(json threads)" = 1
check 'train: instructionSet' grep -qE '"instructionSet" *: *"(portable|avx2|avx512|neon)"' out
for file in model.safetensors checkpoint.safetensors metrics.csv run.json; do
  check "train: no $file" test -s "run/$file"
done
check 'train: metrics.csv has no header and two epochs' test "$(wc -l <run/metrics.csv)" -eq 3
check 'train: left something behind' test -z "$(find run -type f ! -name '*.safetensors' \
  ! -name metrics.csv ! -name run.json ! -name '*lock*')"

run 0 train --resume run
run 0 train digits "${training[@]}" --out two --threads 2 --quiet
check 'threads change the model' cmp run/model.safetensors two/model.safetensors
RECTIFIER_ISA=portable run 0 train digits "${training[@]}" --out portable --progress plain
check 'the instruction set changes the model' cmp run/model.safetensors portable/model.safetensors
run 0 train digits "${training[@]}"
check 'train: no default run folder' test -s runs/digits-1/model.safetensors

# Rows in memory, and read some at a time.
for ((row = 0; row < 40; row++)); do
  echo "$((row % 2)) $((1 + row % 2)):1 $((3 + row % 5)):0.5"
done >rows.svmlight
run 0 train rows.svmlight --hidden 8 --epochs 2 --no-stream --out rows-memory
XDG_CACHE_HOME=cache run 0 train rows.svmlight --hidden 8 --epochs 2 --stream --out rows-stream
check '--stream changes the model' cmp rows-memory/model.safetensors rows-stream/model.safetensors
check '--stream: no encoded rows' test "$(find cache/rectifier/rows -name '*.rows' | wc -l)" -eq 1
refused 64 'kept in memory' train - --stream --target x

# Optimizers, and options from a file.
run 0 train digits "${training[@]}" --optimizer momentum --nesterov --schedule cosine \
  --weight-l2 0.0001 --out nesterov --threads 1
check 'train: nesterov does not say what it costs' grep -q 'every weight row' err
run 0 train --config nesterov/run.json --out repeated --threads 2
check '--config: another checkpoint' \
  cmp nesterov/checkpoint.safetensors repeated/checkpoint.safetensors
run 0 train digits "${training[@]}" --optimizer adam --schedule exponential:0.9 --out adam --json
check 'adam: testErrorRate' is_rate_below testErrorRate 0.5
refused 64 momentum train digits --optimizer adam --momentum 0.5 --out none
echo '{"epoch": 3}' >options.json
refused 64 epochs train digits --config options.json --out none

# Dropout, and a penalty that follows the zeros.
run 0 train digits "${training[@]}" --input-dropout 0.1 --dropout 0.2,0 --out dropped --threads 1
run 0 train --config dropped/run.json --out dropped-again --threads 2
check '--dropout: another checkpoint' \
  cmp dropped/checkpoint.safetensors dropped-again/checkpoint.safetensors
refused 64 dropout train digits --dropout 1 --out none
run 0 train digits "${training[@]}" --target-zeros 0.7 --out target
check '--target-zeros: nothing is said of it' grep -q '^target  *70.0 % zeros' out
check '--target-zeros: no column' grep -q ',activationL1,' target/metrics.csv
refused 64 silent train digits --activation tanh --target-zeros 0.7 --out none

# Many networks, and the figure of some.
run 0 sweep digits --vary seed=1,2 --vary learning-rate=0.1,0.01 --hidden 8 --epochs 2 --out swept
check 'sweep: rows' test "$(wc -l <out)" -eq 5
check 'sweep: records' test "$(find swept -name '*.json' ! -name plan.json | wc -l)" -eq 4
cp out table
run 0 sweep swept --quiet
check 'sweep: what is done gives another table' cmp out table
run 0 cv digits --folds 3 --hidden 8 --epochs 2 --out folds --quiet
check 'cv: a row a fold, and what they say together' test "$(wc -l <out)" -eq 8
check 'cv: records' test "$(find folds -name '*.json' ! -name plan.json | wc -l)" -eq 3
run 0 tune digits --hidden 8 --epochs 3 --batch-size 2 --trials 4 --time 60 --out best --json
check 'tune: networks' test "$(json networkCount)" = 4
run 0 evaluate best digits
read -r _ words <best/command.txt
# shellcheck disable=SC2086 # The words of a command.
run 0 $words --out best-again --quiet
check 'tune: its command trains another model' cmp best/model.safetensors best-again/model.safetensors
run 0 tune best --time 1s --quiet
refused 64 time tune digits --time soon --out none
refused 64 folds cv digits --folds 1

# Files with a row a line: a folder with a file a part, and labelled texts of which the first line is blank.
mkdir shops
echo >labelled.txt
for part in train test; do
  echo 'size,colour,price' >shops/$part.csv
  for ((row = 0; row < 40; row++)); do
    colour="$([ $((row % 3)) = 0 ] && echo red || echo blue)"
    echo "$((row % 7)),$colour,$((1000 + 100 * (row % 7))).5" >>shops/$part.csv
    echo "__label__$colour a $colour one" >>labelled.txt
  done
done
run 0 train shops --target price --regression --hidden 8 --epochs 3 --out prices --quiet
check 'a folder of rows: no RMSE of its test part' grep -q '^RMSE ' out
check 'a folder of rows: what decides equal epochs is not in run.json' \
  grep -qF '"epochTies": "loss"' prices/run.json
run 0 evaluate prices shops
check 'a folder of rows: not its test part' grep -q '^part  *test of shops$' out
refused 64 numbers evaluate prices shops --k 1
run 0 cv shops --target price --regression --folds 3 --hidden 8 --epochs 2 --out prices-cv --quiet
check 'cv: no R² over the folds' grep -q '^R².* a fold, 95 % interval' out
run 0 train labelled.txt --hidden 8 --epochs 3 --out labels --quiet
run 0 evaluate labels labelled.txt --k 2
check 'evaluate: no P@1' grep -q '^P@1 ' out
check 'evaluate: no R@2' grep -q '^R@2 ' out
refused 64 fold train digits --fold 4/3
refused 64 learning-rate sweep digits --vary lerning-rate=1
run 0 reproduce figure3 --budget smoke --out reproduced
check 'reproduce: no figure' grep -q '^<svg' reproduced/figure3.svg
check 'reproduce: records' test "$(find reproduced/runs/figure3 -name '*.json' | wc -l)" -eq 12
SECONDS=0
run 0 reproduce table1 --budget smoke --out reproduced --quiet --json
check 'reproduce: table 1 takes two minutes' test "$SECONDS" -lt 120
check 'reproduce: cells of table 1' test "$(grep -c '"isComplete": true' out)" -eq 24
check 'reproduce: no error in a cell' test "$(grep -c '"testErrorRate": [0-9]' out)" -eq 24
for name in figure4 sharpness; do
  run 0 reproduce $name --budget smoke --out reproduced
  check "reproduce: no $name" grep -q '^<svg' reproduced/$name.svg
done
run 0 reproduce figure1 --out reproduced
run 0 reproduce figure2 --out reproduced --json
check 'reproduce: no paths' grep -q '"activePathCount": 64' out
rm reproduced/figure3.svg reproduced/figure4.svg reproduced/sharpness.svg
run 0 reproduce report --out reproduced
check 'report: no section' grep -q '^## Figure 3' reproduced/REPORT.md
run 0 reproduce report --check --out reproduced
echo >>reproduced/figure1.svg
refused 65 figure1.svg reproduce report --check --out reproduced

# Pre-training, and what begins from it.
layers=(--hidden 16,8 --batch-size 2 --epochs 2 --validation 10)
run 0 pretrain digits "${layers[@]}" --out layers --threads 1 --json
check 'pretrain: reconstructionError' grep -q '"reconstructionError": [0-9.]*,' out
run 0 pretrain digits "${layers[@]}" --out again --threads 2 --quiet
check 'threads change a layer' cmp layers/autoencoder.1.safetensors again/autoencoder.1.safetensors
run 0 train digits "${training[@]}" --init-from layers --out tuned --json
check '--init-from: testErrorRate' is_rate_below testErrorRate 0.5
check '--init-from: not in run.json' grep -q '"initFrom": "/' tuned/run.json
refused 64 'hidden layers of 9' train digits --hidden 9 --init-from layers --out none
refused 64 'linear decoder' pretrain digits --hidden 9,9 --activation tanh --out none

model=run/model.safetensors

# Evaluate, predict, inspect.
run 0 evaluate "$model" digits --json
check 'evaluate: errorRate' is_rate_below errorRate 0.2
check 'evaluate: loss' is_rate_below loss 1
check 'evaluate: zeroFraction' has_count zeroFraction 2
check 'evaluate: deadUnitCount' has_count deadUnitCount 2
run 0 evaluate "$model" digits --part train
check 'evaluate: does not say which part' grep -q train out err

run 0 predict "$model" digits
check 'predict: header' test "$(head -n 1 out)" = prediction
check 'predict: rows' awk 'NR > 1 && $0 !~ /^[01]$/ { exit 1 } END { if (NR != 21) exit 1 }' out
cp out predictions
run 0 predict "$model" digits --out written.csv
check 'predict: --out differs from standard output' cmp predictions written.csv
run 0 predict "$model" digits --probabilities
check 'predict: header' test "$(head -n 1 out)" = prediction,probability:0,probability:1
check 'predict: probabilities' awk -F, '
  NR > 1 { sum = $2 + $3; if (sum < 0.99999 || sum > 1.00001 || $1 != ($3 > $2)) exit 1 }
  END { if (NR != 21) exit 1 }' out

# Pictures: class folders of text PGMs, bright above or bright below, of two sizes.
write_picture() { # CLASS SIDE SAMPLE FILE
  local pixel value
  {
    printf 'P2\n# smoke\n%d %d\n255\n' "$2" "$2"
    for ((pixel = 0; pixel < $2 * $2; pixel++)); do
      value=$((($3 * 7 + pixel * 13) % 50))
      if ((2 * pixel / ($2 * $2) == $1)); then value=$((255 - value)); fi
      printf '%d\n' "$value"
    done
  } >"$4"
}
mkdir -p pictures/above pictures/below
for sample in 1 2 3 4 5 6 7 8 9 10 11 12; do
  write_picture 0 $((4 + sample % 2 * 2)) "$sample" "pictures/above/$sample.pgm"
  write_picture 1 $((6 - sample % 2 * 2)) "$sample" "pictures/below/$sample.pgm"
done
write_picture 1 4 99 mine.pgm
run 0 train pictures --resize 4x4 --hidden 8 --batch-size 2 --epochs 20 --validation 6 --out seen
run 0 predict seen mine.pgm
check 'predict: a picture is not one row of its class' \
  test "$(cat out)" = "$(printf 'prediction,file\nbelow,mine.pgm')"
run 0 predict seen mine.pgm --invert
check 'predict: --invert has no effect' grep -q '^above,' out
run 0 evaluate seen pictures --resize --json
check 'pictures: errorRate' is_rate_below errorRate 0.1
refused 65 --resize train pictures --out mixed
printf '\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR' >pictures/below/cut.png
refused 65 pictures/below/cut.png train pictures --resize 4x4 --out damaged-pictures

# 16·16 + 16 + 16·8 + 8 + 8·2 + 2 parameters.
run 0 inspect "$model"
check 'inspect: parameter count' grep -q 426 out
run 0 inspect "$model" --json
check 'inspect: parameterCount' test "$(json parameterCount)" = 426

# The page about a run: with its data, without them, and what has none.
run 0 report run
check 'report: no page' grep -q '^<!DOCTYPE html>' run/report.html
check 'report: something is left out' test "$(grep -c 'Left out' run/report.html)" = 0
check 'report: pictures' \
  test "$(grep -o 'src="data:image/png;base64,' run/report.html | wc -l)" -eq 36
run 0 report run --out again.html --threads 1
check 'report: other bytes' cmp run/report.html again.html
run 0 report run --model-only --out bare.html
check 'report: --model-only leaves nothing out' grep -q 'Left out' bare.html
run 0 report prices
check 'report: rows of files' grep -q '>colour</th>' prices/report.html
run 0 report tuned
check 'report: not what it began with' grep -q -- '--init-from</th>' tuned/report.html
refused 66 nowhere report nowhere
refused 66 run.json report digits
refused 65 'record of a run of train' report layers
refused 64 --model-only report run --model-only --data digits
refused 65 'the data of the run' report run --data rows.svmlight --out other.html
check 'report: a refused one left a page' test ! -e other.html

run 0 compact "$model" digits --reorder --out compact.safetensors
check 'compact: says nothing of held-out data' grep -q 'part test of digits, 20 samples' out
run 0 compact "$model" digits --out compact.safetensors --json
check 'compact: parameterCountBefore' test "$(json parameterCountBefore)" = 426
run 0 predict "$model" digits --part train --probabilities --out before.csv
run 0 predict compact.safetensors digits --part train --probabilities --out after.csv
check 'compact: changes predictions of calibration data' cmp before.csv after.csv
refused 64 --out compact "$model" digits --out "$model"

run 0 analyze "$model" digits --against "$model" --samples 10
check 'analyze: says nothing of zeros' grep -q 'hidden.0 exact zeros' out
check 'analyze: says nothing of robustness' grep -q 'hidden.1 without 50 %' out
run 0 analyze "$model" digits --only storage --json
check 'analyze: measures what was not asked for' grep -q '"zeros": null' out
refused 64 --only analyze "$model" digits --only zeroes
refused 64 --samples analyze "$model" digits --samples 1

run 0 encode "$model" digits --out codes.safetensors
check 'encode: does not name the forms' grep -q 'bit mask and values' out
check 'encode: wrote no codes' test -s codes.safetensors
refused 64 --layer encode "$model" digits --layer 2 --out none.safetensors
refused 64 --form encode "$model" digits --form sparse --out none.safetensors
check 'a refused encode left a file' test ! -e none.safetensors
refused 65 codes.safetensors evaluate codes.safetensors digits
run 0 rebalance "$model" --alpha 4,0.5 --check digits --out rebalanced.safetensors
check 'rebalance: powers of two change a logit' grep -q 'all logits equal to the last bit' out
run 0 rebalance "$model" --unit-norm --check digits --part train --out rebalanced.safetensors --json
check 'rebalance: changedOutputCount' test "$(json changedOutputCount)" = 0
run 0 predict rebalanced.safetensors digits --part train --probabilities --out after.csv
check 'rebalance: changes predictions' cmp before.csv after.csv
refused 64 --alpha rebalance "$model"
# Other programs.
for format in onnx npz; do
  run 0 export "$model" --to $format --out digits.$format
  run 0 import digits.$format --out back.safetensors
  check "import: another model from $format" cmp "$model" back.safetensors
  head -c 300 digits.$format >cut.$format
  refused 65 cut.$format import cut.$format --out none.safetensors
done
refused 64 --to export "$model" --out digits.pb
refused 64 'leave that out' import digits.onnx --divisor 255 --out none.safetensors
refused 66 nowhere.onnx import nowhere.onnx --out none.safetensors
check 'a refused import left a model' test ! -e none.safetensors
run 0 train digits "${training[@]}" --tensorboard --out scalars --threads 1
check 'train: no scalars' test "$(find scalars -name 'events.out.tfevents.*' | wc -l)" -eq 1
check '--tensorboard changes the model' cmp run/model.safetensors scalars/model.safetensors

run 0 --help
check 'help: does not name the verbs' grep -q train out

# Usage.
refused 64 --hidden train digits --hiden 3
refused 64 softplus train digits --activation sotfplus --out none
refused 64 threads train digits --threads 0 --out none
refused 64 hidden train digits --hidden 0 --out none
RECTIFIER_ISA=abacus refused 64 RECTIFIER_ISA train digits --out none

# Places.
refused 73 --resume train digits --out run
refused 66 nowhere train nowhere --out none
refused 66 nowhere.safetensors evaluate nowhere.safetensors digits
check 'a refused run left a folder' test ! -e none

# Damage.
cp -R digits truncated
head -c 500 digits/train-images-idx3-ubyte >truncated/train-images-idx3-ubyte
refused 65 train-images-idx3-ubyte train truncated --out damaged
check 'a damaged file gave a model' test ! -e damaged/model.safetensors
cp -R digits both
gzip -c digits/train-images-idx3-ubyte >both/train-images-idx3-ubyte.gz
refused 65 train-images-idx3-ubyte train both --out both-run
head -c 100 "$model" >cut.safetensors
refused 65 cut.safetensors predict cut.safetensors digits

if [ "$failed" != 0 ]; then
  echo "smoke: $failed of $checked checks failed" >&2
  exit 1
fi
echo "smoke: $checked checks passed"
