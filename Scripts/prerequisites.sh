#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Makes sure that the toolchain and zlib's header are there, and installs the header where it may; and
# valgrind, without which instruction counts are not checked.

set -euo pipefail

if ! command -v swift >/dev/null; then
  echo 'prerequisites: no `swift` on the PATH; install a Swift toolchain, 6.2 or later' >&2
  exit 69
fi

# The compiler that will look for the header: the one beside `swift`, where that can be told.
clang="$(dirname "$(readlink -f "$(command -v swift)")")/clang"
[ -x "$clang" ] || clang=clang

has_zlib_header() {
  printf '#include <zlib.h>\n' | "$clang" -fsyntax-only -x c - 2>/dev/null
}

if ! has_zlib_header && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends zlib1g-dev
fi
if ! has_zlib_header; then
  echo 'prerequisites: zlib.h was not found; install zlib1g-dev (Debian, Ubuntu) or zlib-devel' >&2
  exit 69
fi

if ! command -v valgrind >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # Not vital: where it cannot be had, the check says that it is skipped.
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends valgrind binutils ||
    echo 'prerequisites: valgrind could not be installed' >&2
fi
