#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Installs into a folder that it makes itself, looks at what is there, and takes it away again.

set -euo pipefail
cd "$(dirname "$0")/.."
stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
place="$stage/opt/here"

complain() {
  printf 'install-check: %s\n' "$1" >&2
  exit 1
}

export PREFIX=/opt/here DESTDIR="$stage"
Scripts/install.sh install >/dev/null

"$place/bin/rectifier" --help >"$stage/help" || complain 'the installed command does not run'
pages="$place/share/man/man1"
# Every verb that the help names has a page, and the pages name no file that is not there.
verbs="$(awk '/^SUBCOMMANDS:/ { on = 1; next } on && /^  [a-z]/ { print $1 }' "$stage/help")"
[ "$(printf '%s\n' "$verbs" | wc -l)" -gt 10 ] || complain 'the help names no verbs'
for verb in $verbs; do
  [ -s "$pages/rectifier-$verb.1" ] || complain "no page of rectifier $verb"
  grep -q "^\.Nm \"rectifier $verb\"" "$pages/rectifier-$verb.1" || complain "another page for $verb"
done
for name in $(sed -n 's/^\.Xr \([^ ]*\) 1.*/\1/p' "$pages"/*.1 | sort -u); do
  [ -s "$pages/$name.1" ] || complain "a page names $name, which is not there"
done
grep -q '^\.It Fl -epochs' "$pages/rectifier-train.1" || complain 'the page of train lacks --epochs'
if command -v man >/dev/null; then
  man -l "$pages/rectifier-report.1" 2>/dev/null | grep -q 'model-only' ||
    complain 'man does not show the page of report'
fi

bash -n "$place/share/bash-completion/completions/rectifier" || complain 'bash: its script is wrong'
# What bash offers for a word that has been begun.
bash -c '
  source "$1"
  COMP_WORDS=(rectifier repor) COMP_CWORD=1 COMP_LINE="rectifier repor" COMP_POINT=15 COMP_TYPE=9
  COMPREPLY=()
  "$(complete -p rectifier | sed "s/.*-F \([^ ]*\).*/\1/")" rectifier repor rectifier
  printf "%s\n" "${COMPREPLY[@]}"
' bash "$place/share/bash-completion/completions/rectifier" 2>/dev/null | grep -q '^report *$' ||
  complain 'bash does not complete rectifier repor'
grep -q '^#compdef rectifier' "$place/share/zsh/site-functions/_rectifier" ||
  complain 'zsh: no completion script'
for shell in zsh fish; do
  if command -v "$shell" >/dev/null; then
    file="$place/share/zsh/site-functions/_rectifier"
    [ "$shell" = zsh ] || file="$place/share/fish/vendor_completions.d/rectifier.fish"
    "$shell" -n "$file" || complain "$shell: its script is wrong"
  fi
done
grep -q 'complete -c .*rectifier' "$place/share/fish/vendor_completions.d/rectifier.fish" ||
  complain 'fish: no completion script'

: >"$pages/other.1"
Scripts/install.sh uninstall >/dev/null
[ "$(find "$place" -type f)" = "$pages/other.1" ] ||
  complain "uninstall leaves or takes too much: $(find "$place" -type f | head -n 3)"
PREFIX=relative Scripts/install.sh install >/dev/null 2>&1 && complain 'a relative PREFIX is taken'
echo 'install-check: the command, its pages and completions were installed and removed'
