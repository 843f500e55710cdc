#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Counts the instructions of small workloads under valgrind, and compares them with those recorded in
# Benchmarks/instruction_counts.txt. Times play no part, so that a busy machine does not matter.
# Exits 1 where a count is more than 5 % off, in either direction, and 69 where it cannot count.
#
#   bench-check.sh [--counts FILE] [--program FILE]            compare
#   bench-check.sh --record [--counts FILE] [--program FILE]   count and record

set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"

tolerance_percent=5
counts="$root/Benchmarks/instruction_counts.txt"
program=
record=

complain() { # STATUS MESSAGE
  printf 'bench-check: %s\n' "$2" >&2
  exit "$1"
}

while [ $# -gt 0 ]; do
  case "$1" in
    --record) record=1 ;;
    --counts | --program)
      [ $# -gt 1 ] || complain 64 "$1 wants a file"
      if [ "$1" = --counts ]; then counts="$2"; else program="$2"; fi
      shift
      ;;
    *) complain 64 "unknown argument '$1'; known: --record, --counts FILE, --program FILE" ;;
  esac
  shift
done

[ "$(uname -m)" = x86_64 ] || complain 69 "the counts are those of AVX2; this is $(uname -m)"
for tool in valgrind strip; do
  command -v "$tool" >/dev/null ||
    complain 69 "NOTHING WAS CHECKED: there is no $tool here; install valgrind and binutils"
done
[ -n "$record" ] || [ -f "$counts" ] || complain 66 "there are no counts in $counts; see --record"

if [ -z "$program" ]; then
  build=(swift build --package-path "$root/Benchmarks" -c release --product counted-work)
  "${build[@]}" >&2
  program="$("${build[@]}" --show-bin-path)/counted-work"
fi

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
# Older valgrinds give up on the toolchain's debug information.
strip --strip-debug -o "$scratch/counted-work" "$program"

# valgrind knows no AVX-512; hashes seeded at random would change the counts.
export RECTIFIER_ISA=avx2 SWIFT_DETERMINISTIC_HASHING=1

count_instructions() { # WORKLOAD
  valgrind --tool=callgrind --collect-atstart=no --toggle-collect=counted_calls \
    --callgrind-out-file="$scratch/$1.out" "$scratch/counted-work" "$1" >"$scratch/$1.log" 2>&1 || {
    cat "$scratch/$1.log" >&2
    complain 70 "$1 could not be counted"
  }
  awk '$1 == "totals:" { print $2 }' "$scratch/$1.out"
}

"$scratch/counted-work" --list >"$scratch/list"
while IFS= read -r workload; do
  printf 'bench-check: counting %s\n' "$workload" >&2
  count="$(count_instructions "$workload")"
  [ "${count:-0}" -gt 0 ] || complain 70 "$workload: valgrind did not see counted_calls"
  printf '%s %s\n' "$workload" "$count"
done <"$scratch/list" >"$scratch/found"

toolchain="$({ swift --version 2>/dev/null || true; } | sed -n 's/.*\(Swift version [^ ]*\).*/\1/p')"
if [ -n "$record" ]; then
  {
    echo '# Instructions of the workloads of `counted-work`, written by Scripts/bench-check.sh --record.'
    echo "# $toolchain, AVX2"
    cat "$scratch/found"
  } >"$scratch/recorded"
  mv "$scratch/recorded" "$counts"
  echo "bench-check: recorded in $counts"
  exit 0
fi

if ! grep -qxF "# $toolchain, AVX2" "$counts"; then
  echo "bench-check: the counts were recorded with another toolchain than $toolchain" >&2
fi
awk -v tolerance="$tolerance_percent" '
  function row(name, expected, found, difference, verdict) {
    printf "%-22s %14s %14s %11s%s\n", name, expected, found, difference, verdict
  }
  BEGIN {
    row("workload", "expected", "found", "difference", "")
    again = "record what is found now with Scripts/bench-check.sh --record"
  }
  /^#/ || NF == 0 { next }
  FNR == NR { expected[$1] = $2; next }
  {
    if (!($1 in expected)) { row($1, "-", $2, "-", "  not recorded"); unknown++; next }
    percent = expected[$1] > 0 ? 100 * ($2 / expected[$1] - 1) : 100
    verdict = percent > tolerance ? "  SLOWER" : percent < -tolerance ? "  faster" : ""
    if (percent > tolerance) slower++
    if (percent < -tolerance) faster++
    row($1, expected[$1], $2, sprintf("%+.2f %%", percent), verdict)
    delete expected[$1]
  }
  END {
    for (name in expected) { row(name, expected[name], "-", "-", "  is gone"); unknown++ }
    if (slower) print "bench-check: " slower " workloads take more instructions than recorded"
    if (faster) print "bench-check: " faster " workloads take fewer: " again
    if (unknown) print "bench-check: other workloads are recorded: " again
    if (slower || faster || unknown) exit 1
    print "bench-check: all within " tolerance " % of what is recorded"
  }
' "$counts" "$scratch/found"
