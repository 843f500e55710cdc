#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Puts the built command, its manual and its completions below PREFIX, or takes them away. With DESTDIR
# everything goes below that folder instead of the root, as packagers want it.
# Usage: PREFIX=… [DESTDIR=…] Scripts/install.sh install|uninstall

set -euo pipefail
cd "$(dirname "$0")/.."

: "${PREFIX:?where to install, as in PREFIX=/usr/local}"
case "$PREFIX" in
  /*) ;;
  *)
    echo "install: PREFIX is expected to begin with /, found $PREFIX" >&2
    exit 64
    ;;
esac
rectifier=.build/release/rectifier
manual=.build/manual
place="${DESTDIR:-}$PREFIX"
pages="$place/share/man/man1"
completions=(
  "bash $place/share/bash-completion/completions/rectifier"
  "zsh $place/share/zsh/site-functions/_rectifier"
  "fish $place/share/fish/vendor_completions.d/rectifier.fish"
)

case "${1:-}" in
  install)
    Scripts/manual.sh "$rectifier" "$manual"
    install -d "$place/bin" "$pages"
    install -m 755 "$rectifier" "$place/bin/rectifier"
    install -m 644 "$manual"/*.1 "$pages"
    for entry in "${completions[@]}"; do
      file="${entry#* }"
      install -d "$(dirname "$file")"
      "$rectifier" --generate-completion-script "${entry%% *}" >"$file"
      chmod 644 "$file"
    done
    echo "Installed: $place/bin/rectifier, its manual and completions."
    ;;
  uninstall)
    rm -f "$place/bin/rectifier" "$pages"/rectifier.1 "$pages"/rectifier-*.1
    for entry in "${completions[@]}"; do rm -f "${entry#* }"; done
    echo "Removed: $place/bin/rectifier, its manual and completions."
    ;;
  *)
    echo 'usage: PREFIX=… [DESTDIR=…] Scripts/install.sh install|uninstall' >&2
    exit 64
    ;;
esac
