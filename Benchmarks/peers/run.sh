#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Runs a comparison with Python peers, in a virtual environment that it makes on first use.
#
#   run.sh speed [--epochs 1] [--rounds 5] [--json FILE] …   a training epoch, ours and PyTorch's
#   run.sh check MODEL                                       a model's classes against NumPy's
#   run.sh glyphs [--epochs 20] [--json FILE] …              error on glyphs, ours and scikit-learn's
#   run.sh side-by-side --model MODEL [--compact-model MODEL]  training and inference, ours and all peers'
#          [--budget full|quick|tiny] …
#   run.sh zeros [--budget full|quick|tiny] …                the same against the fraction of zeros
#   run.sh sparse [--budget full|quick|tiny] …               a training step on sparse inputs, ours and
#                                                            PyTorch's on the same rows, dense
#   run.sh rows [--hidden 100] [--seeds 3] …                 tables and texts from the file to the predictions,
#                                                            ours, scikit-learn's and fastText's
#   run.sh interchange [FOLDER]                              ONNX, NPZ, safetensors and TensorBoard's
#                                                            scalars in the programs that read them
#   run.sh results [--check]                                 RESULTS.md and its figure from the JSON
#
# For speed, check and side-by-side RECTIFIER_DATA names the folder that holds `mnist/`, for rows `tables/`,
# `amazon/` and `restaurants/`. PEERS_VENV
# overrides where the environment lies. PyTorch's default wheel for Linux brings 5 GB of GPU libraries
# along; to spare them, name an index with CPU wheels in PEERS_TORCH_INDEX.

set -euo pipefail

peers="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$peers/../.." && pwd)"

usage() {
  sed -n 's/^#   //p' "$0" >&2
  exit 64
}

mode="${1:-}"
every_peer='numpy safetensors torch jax onnx onnxruntime scikit-learn'
case "$mode" in
  speed) script=batch10_epoch.py needs='numpy safetensors torch' ;;
  check) script=check_model.py needs='numpy safetensors' ;;
  glyphs) script=glyphs_mlp.py needs='numpy scikit-learn' ;;
  side-by-side) script=side_by_side.py needs="$every_peer" ;;
  zeros) script=zeros_sweep.py needs="$every_peer" ;;
  sparse) script=sparse_text_peer.py needs='numpy safetensors torch' ;;
  rows) script=rows_peer.py needs='numpy scikit-learn' ;;
  interchange)
    script=interchange_check.py
    needs='numpy safetensors torch onnx onnxruntime tensorboard'
    ;;
  results) script=results.py needs='matplotlib' ;;
  *) usage ;;
esac
shift
case "$mode" in
  speed | check | side-by-side | rows)
    if [ -z "${RECTIFIER_DATA:-}" ]; then
      echo 'peers: set RECTIFIER_DATA to the folder that holds the data' >&2
      exit 66
    fi
    ;;
esac

# The comparison of the page with its numbers needs no package.
if [ "$mode" = results ] && [ "${1:-}" = --check ]; then
  exec python3 "$peers/$script" "$@"
fi

venv="${PEERS_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/rectifier-peers}"
[ -x "$venv/bin/pip" ] || python3 -m venv "$venv"
for package in $needs; do
  "$venv/bin/pip" show -q "$package" 2>/dev/null && continue
  index=
  [ "$package" != torch ] || index="${PEERS_TORCH_INDEX:-}"
  "$venv/bin/pip" install ${index:+--index-url "$index"} "$package"
done

# An optional peer: left out, and said so, where it does not install.
if [ "$mode" = rows ]; then
  "$venv/bin/pip" show -q fasttext-numpy2-wheel 2>/dev/null \
    || "$venv/bin/pip" install fasttext-numpy2-wheel \
    || echo 'peers: fastText does not install here, and is left out' >&2
fi

built=()
if [ "$mode" != results ]; then
  swift build --package-path "$root" -c release --product rectifier >&2
  built=(--rectifier "$root/.build/release/rectifier")
fi
case "$mode" in
  side-by-side | zeros | sparse)
    swift build --package-path "$root/Benchmarks" -c release --product side-by-side >&2
    built+=(--co-process "$root/Benchmarks/.build/release/side-by-side")
    ;;
esac

exec "$venv/bin/python" "$peers/$script" ${built[@]+"${built[@]}"} "$@"
