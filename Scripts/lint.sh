#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Checks the repository's own rules; prints one line a violation and exits 1 if there is any.
# Usage: Scripts/lint.sh [--without-formatter]
# Written for bash 3.2 and any awk, since macOS ships those.

set -euo pipefail
cd "$(dirname "$0")/.."

line_limit=400
binary_limit=204800
licence='SPDX-License-Identifier: Apache-2.0'
motto='Rectifier: deep sparse rectifier networks that turn their zeros into speed.'

list_files() {
  if [ "$(git rev-parse --show-toplevel 2>/dev/null)" = "$(pwd -P)" ]; then
    git -c core.quotePath=false ls-files --cached --others --exclude-standard
  else
    find . -type f -not -path '*/.build*/*' -not -path './.git/*' | sed 's|^\./||'
  fi
}

files=()
sources=()
layered=()
swift_files=()
while IFS= read -r file; do
  [ -f "$file" ] || continue
  files+=("$file")
  case "$file" in
    *.swift | *.c | *.h | *.inc | *.py | *.sh | *.awk | Makefile | .ci/run) sources+=("$file") ;;
  esac
  case "$file" in
    Sources/*.swift | Sources/*.c | Sources/*.h | Sources/*.inc) layered+=("$file") ;;
    Tests/*.swift | Tests/*.c | Tests/*.h | Tests/*.inc) layered+=("$file") ;;
    Benchmarks/Sources/*.swift | Benchmarks/Sources/*.[ch] | Fuzz/Sources/*.swift) layered+=("$file") ;;
  esac
  case "$file" in
    *.swift) swift_files+=("$file") ;;
  esac
done < <(list_files | sort)

check_layers() {
  local known
  known="$(printf '%s\\n' "${files[@]}")"
  awk -v known="$known" -f Scripts/layers.awk layers.txt Package.swift Benchmarks/Package.swift \
    Fuzz/Package.swift "${layered[@]}"
}

# Two header lines, in Swift and C a blank line, and a limit on length. A line that has to come first (`#!`, the
# manifest's tools version) may stand before the header.
check_sources() {
  awk -v licence="$licence" -v motto="$motto" -v limit="$line_limit" '
    function finish() {
      if (path != "" && length_in_lines > limit)
        print path ":" limit + 1 ": " length_in_lines " lines, at most " limit " are allowed"
    }
    FNR == 1 {
      finish()
      path = FILENAME
      mark = path ~ /\.(swift|c|h|inc)$/ ? "// " : "# "
      start = ($0 ~ /^#!/ || $0 ~ /^\/\/ swift-tools-version/) ? 2 : 1
    }
    { length_in_lines = FNR }
    FNR == start && $0 != mark licence { print path ":" FNR ": expected `" mark licence "`" }
    FNR == start + 1 && $0 != mark motto { print path ":" FNR ": expected `" mark motto "`" }
    FNR == start + 2 && $0 != "" && mark == "// " {
      print path ":" FNR ": expected a blank line after the header"
    }
    END { finish() }
  ' "${sources[@]}" || return
  # One process for all files: awk does not see those without a line.
  counts -l "${sources[@]}" | awk '{
    count = $1
    sub(/^[0-9]+ /, "")
    if (count < 2) print $0 ":1: expected two header lines"
  }'
}

# `wc` of each file, without the sum of all: a count, a blank, the path.
counts() { # -l or -c, FILE…
  wc "$@" | sed 's/^ *//' | awk -v count=$(($# - 1)) 'NR <= count'
}

check_names() {
  printf '%s\n' "${files[@]}" | awk '{
    count = split($0, parts, "/")
    for (i = 1; i <= count; i++) {
      stem = parts[i]
      sub(/\.[^.]*$/, "", stem)
      if (tolower(stem) ~ /(utils|helpers|misc|extensions)$/)
        print $0 ":1: `" parts[i] "` says nothing about what is inside; name it after that"
    }
  }'
}

# clang fuses a·b+c on targets that have the instruction, and not elsewhere; with the pragma first,
# it reaches everything that the source includes.
check_contraction() {
  local file
  for file in "${layered[@]}"; do
    case "$file" in
      Sources/C*Kernels*.c | Sources/C*Reference*.c | Tests/C*Reference*.c | Tests/NEON/*.c) ;;
      *) continue ;;
    esac
    awk '
      /^[ \t]*(\/\/.*)?$/ { next }
      { if ($0 != "#pragma STDC FP_CONTRACT OFF") bad = FNR; else good = 1; exit }
      END {
        if (!good)
          print FILENAME ":" (bad ? bad : 1) ": `#pragma STDC FP_CONTRACT OFF` must come first"
      }
    ' "$file"
  done
}

# Folders of the machine that a file was written on have no place in it.
check_absolute_paths() {
  local pattern='(^|[^A-Za-z0-9_.~/-])/(work|root|home)($|[^A-Za-z0-9_-])'
  printf '%s\0' "${files[@]}" | { xargs -0 grep -nIHE "$pattern" -- || true; } |
    awk -F: '{ print $1 ":" $2 ": names a folder of one machine" }'
}

check_binaries() {
  local file size
  counts -c "${files[@]}" | awk -v limit="$binary_limit" '$1 > limit' |
    while read -r size file; do
      grep -Iq . "$file" ||
        echo "$file:1: binary of $size bytes, at most $binary_limit are allowed"
    done
}

check_readme() {
  local command
  command="$(sed -n 's/^TEST_COMMAND *:= *//p' Makefile)"
  if [ ! -f README.md ]; then
    echo "README.md:1: missing; it has to contain the line \`$command\`"
    return
  fi
  grep -qxF -- "$command" README.md || echo "README.md:1: has no line \`$command\`"
  awk -v command="$command" '/^ *swift test/ && $0 != command {
    print FILENAME ":" FNR ": expected `" command "`, the command of the Makefile"
  }' README.md
}

# The README's Swift example is the snippet, which the compiler sees.
check_snippet() {
  local snippet=Snippets/TrainAndPredict.swift
  [ -f README.md ] && [ -f "$snippet" ] || return 0
  diff -q <(awk '/^```swift$/ { on = 1; next } /^```$/ { on = 0 } on' README.md) \
    <(sed '1,3d' "$snippet") >/dev/null ||
    echo "README.md:1: the Swift example differs from $snippet"
}

check_format() {
  swift format lint --strict --parallel "${swift_files[@]}" 2>&1 ||
    echo "Package.swift:1: swift format lint --strict failed"
}

checks='layers sources names contraction absolute_paths binaries readme snippet format'
[ "${1:-}" != --without-formatter ] || checks="${checks% format}"

violations=''
for check in $checks; do
  if ! found="$("check_$check")"; then
    found="${found:+$found$'\n'}Scripts/lint.sh:1: check_$check itself failed"
  fi
  [ -z "$found" ] || violations="$violations$found"$'\n'
done

if [ -n "$violations" ]; then
  printf '%s' "$violations" >&2
  echo "lint: $(printf '%s' "$violations" | wc -l | tr -d ' ') violations" >&2
  exit 1
fi
echo "lint: ${#files[@]} files, no violation"
