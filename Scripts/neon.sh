#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Compiles the kernels for arm64 and for x86-64 with the toolchain's clang, runs the same driver
# with both, arm64 under qemu, and compares what they print: one hash a kernel.

set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
  echo 'neon: needs Linux on x86-64, whose results are the ones to compare with' >&2
  exit 69
fi

cross=/usr/aarch64-linux-gnu
has_cross_tools() {
  command -v qemu-aarch64 >/dev/null && [ -f "$cross/include/stdio.h" ] &&
    [ -d /usr/lib/gcc-cross/aarch64-linux-gnu ]
}

packages='qemu-user gcc-aarch64-linux-gnu libc6-dev-arm64-cross'
if ! has_cross_tools && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
fi
if ! has_cross_tools; then
  echo "neon: needs qemu-aarch64 and a C library for arm64; on Debian: $packages" >&2
  exit 69
fi

# The clang beside `swift`: another clang need not contract and vectorise in the same way.
clang="$(dirname "$(readlink -f "$(command -v swift)")")/clang"
[ -x "$clang" ] || clang=clang

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
options=(-O2 -Wall -Werror -I Sources/CRectifierKernels/include)
sources=(Sources/CRectifierKernels/*.c Tests/NEON/driver.c)

"$clang" --target=x86_64-linux-gnu "${options[@]}" "${sources[@]}" -lm -o "$scratch/x86-64"
"$clang" --target=aarch64-linux-gnu -isystem "$cross/include" "${options[@]}" \
  -fuse-ld=lld -static "${sources[@]}" -lm -o "$scratch/arm64"

"$scratch/x86-64" >"$scratch/x86-64.txt"
qemu-aarch64 "$scratch/arm64" >"$scratch/arm64.txt"

if ! diff "$scratch/x86-64.txt" "$scratch/arm64.txt"; then
  echo 'neon: arm64 differs from x86-64 (left)' >&2
  exit 1
fi
lines="$(wc -l <"$scratch/arm64.txt")"
if [ "$lines" = 0 ]; then
  echo 'neon: the driver printed nothing' >&2
  exit 1
fi
echo "neon: $lines hashes, equal on arm64 and x86-64"
