#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Runs a comparison with Python peers, in a virtual environment that it makes on first use.
#
#   run.sh speed [--epochs 1] [--rounds 5] [--json FILE] …   a training epoch, ours and PyTorch's
#   run.sh check MODEL                                       a model's classes against NumPy's
#
# RECTIFIER_DATA names the folder that holds `mnist/`. PEERS_VENV overrides where the environment
# lies. PyTorch's default wheel for Linux brings 5 GB of GPU libraries along; to spare them, name an
# index with CPU wheels in PEERS_TORCH_INDEX.

set -euo pipefail

peers="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$peers/../.." && pwd)"

usage() {
  sed -n 's/^#   //p' "$0" >&2
  exit 64
}

mode="${1:-}"
[ "$mode" = speed ] || [ "$mode" = check ] || usage
shift
if [ -z "${RECTIFIER_DATA:-}" ]; then
  echo 'peers: set RECTIFIER_DATA to the folder that holds mnist/' >&2
  exit 66
fi

venv="${PEERS_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/rectifier-peers}"
if ! "$venv/bin/python" -c 'import numpy, safetensors, torch' 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install ${PEERS_TORCH_INDEX:+--index-url "$PEERS_TORCH_INDEX"} torch
  "$venv/bin/pip" install numpy safetensors
fi

swift build --package-path "$root" -c release --product rectifier >&2

case "$mode" in
  speed) script=batch10_epoch.py ;;
  check) script=check_model.py ;;
esac
exec "$venv/bin/python" "$peers/$script" --rectifier "$root/.build/release/rectifier" "$@"
