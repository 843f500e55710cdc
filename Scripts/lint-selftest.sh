#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Plants one violation at a time in a copy of the repository and checks that lint reports it.

set -euo pipefail
cd "$(dirname "$0")/.."

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
pristine="$scratch/pristine"
copy="$scratch/copy"

mkdir "$pristine"
git ls-files -z --cached --others --exclude-standard |
  while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done |
  xargs -0 tar -cf - -- | tar -xf - -C "$pristine"

header='// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.
'
planted=0
missed=0

swift_file() { # PATH BODY
  mkdir -p "$(dirname "$1")"
  printf '%s\n%s\n' "$header" "$2" >"$1"
}

begin() {
  rm -rf "$copy"
  cp -R "$pristine" "$copy"
  cd "$copy"
}

# Runs lint on the copy; the text must be among what it prints, and it must fail.
caught() { # TEXT [OPTION]
  local output status=0
  planted=$((planted + 1))
  output="$(Scripts/lint.sh "${2---without-formatter}" 2>&1)" || status=$?
  if [ "$status" != 1 ] || ! grep -qF -- "$1" <<<"$output"; then
    missed=$((missed + 1))
    printf 'lint-selftest: not caught (exit %s): %s\n%s\n' "$status" "$1" "$output" >&2
  fi
}

# Runs lint on the copy; nothing that it prints may name the file.
passed() { # FILE
  local output
  planted=$((planted + 1))
  output="$(Scripts/lint.sh --without-formatter 2>&1)" || true
  if grep -qF -- "$1" <<<"$output"; then
    missed=$((missed + 1))
    printf 'lint-selftest: wrongly reported: %s\n%s\n' "$1" "$output" >&2
  fi
}

plant_import() { # TARGET IMPORT, in a new file of the target
  begin
  swift_file "Sources/$1/Planted.swift" "$2"
}

# Layers: upwards, sideways, from outside, in every spelling an import has.
plant_import RectifierNumerics 'import RectifierNetworks'
caught 'RectifierNumerics/Planted.swift:4: RectifierNumerics may not import RectifierNetworks'
plant_import RectifierNetworks 'import RectifierFiles'
caught 'RectifierNetworks may not import RectifierFiles'
plant_import RectifierTraining 'import Foundation'
caught 'RectifierTraining may not import Foundation'
plant_import RectifierTraining 'import FoundationEssentials'
caught 'RectifierTraining may not import FoundationEssentials'
plant_import RectifierFiles 'import struct Foundation.Data'
caught 'RectifierFiles may not import Foundation'
plant_import RectifierData 'private import RectifierTraining'
caught 'RectifierData may not import RectifierTraining'
plant_import RectifierData '@preconcurrency public import Foundation'
caught 'RectifierData may not import Foundation'
plant_import RectifierData 'import Synchronization; import ArgumentParser'
caught 'RectifierData may not import ArgumentParser'
plant_import RectifierData '/* why */ import Foundation'
caught 'RectifierData may not import Foundation'
plant_import RectifierInterchange 'import ArgumentParser'
caught 'RectifierInterchange may not import ArgumentParser'
plant_import RectifierExperiments '@_exported import RectifierTraining'
caught 'only the umbrella Rectifier re-exports'
plant_import RectifierExperiments '@testable import RectifierTraining'
caught '@testable import outside the tests'
plant_import Unheard 'import Dispatch'
caught 'target Unheard is not in layers.txt'
plant_import RectifierFiles $'#if canImport(Glibc)\n  import Glibc\n#else\n  import Darwin\n#endif'
passed Sources/RectifierFiles/Planted.swift
plant_import RectifierFiles $'let text = """\n  import Foundation\n  """\n// import Foundation'
passed Sources/RectifierFiles/Planted.swift
plant_import RectifierFiles $'/* The old way:\n import Foundation\n*/'
passed Sources/RectifierFiles/Planted.swift

begin
swift_file Tests/RectifierFilesTests/Planted.swift '@testable import RectifierNumerics'
caught 'RectifierFilesTests may not import RectifierNumerics'
begin
swift_file Tests/UnheardTests/Planted.swift 'import Testing'
caught 'target UnheardTests is not in layers.txt'
begin
sed '/name: "RectifierFiles"/s/"CZlib"/"CZlib", "RectifierTraining"/' "$pristine/Package.swift" \
  >Package.swift
caught 'RectifierFiles depends on RectifierTraining, which layers.txt does not allow'
begin
sed '/name: "RectifierFiles"/s/"CZlib"//' "$pristine/Package.swift" >Package.swift
swift_file Sources/RectifierFiles/Planted.swift 'import CZlib'
caught 'RectifierFiles imports CZlib, which Package.swift does not declare for it'
begin
sed 's/^RectifierFiles:/RectifierFiles: RectifierData/' "$pristine/layers.txt" >layers.txt
caught 'RectifierFiles names RectifierData, which is not listed above it'

# The nested packages.
begin
swift_file Benchmarks/Sources/Workloads/Planted.swift 'import RectifierNetworks'
caught 'Benchmarks/Sources/Workloads/Planted.swift:4: Workloads may not import RectifierNetworks'
begin
swift_file Benchmarks/Sources/SideBySide/Planted.swift 'import Dispatch'
caught 'SideBySide may not import Dispatch'
begin
swift_file Benchmarks/Sources/Unheard/Planted.swift 'import Rectifier'
caught 'target Unheard is not in layers.txt'
begin
sed 's/"CCountedCalls", //' "$pristine/Benchmarks/Package.swift" >Benchmarks/Package.swift
caught 'CountedWork imports CCountedCalls, which Package.swift does not declare for it'
begin
sed 's/\["Workloads",/["Workloads", "RectifierTraining",/' "$pristine/Benchmarks/Package.swift" \
  >Benchmarks/Package.swift
caught 'SideBySide depends on RectifierTraining, which layers.txt does not allow'
begin
swift_file Benchmarks/Sources/CCountedCalls/planted.c '#include "rectifier_kernels.h"'
caught 'CCountedCalls may not include "rectifier_kernels.h"'
begin
swift_file Benchmarks/Sources/SideBySide/Planted.swift $'import Foundation\nimport Rectifier'
passed Benchmarks/Sources/SideBySide/Planted.swift
begin
swift_file Fuzz/Sources/FuzzTables/Planted.swift 'import RectifierData'
caught 'Fuzz/Sources/FuzzTables/Planted.swift:4: FuzzTables may not import RectifierData'

# C: includes and contraction.
begin
swift_file Sources/CRectifierKernels/planted.h '#include <zlib.h>'
caught 'CRectifierKernels may not include <zlib.h>'
begin
swift_file Sources/CRectifierKernels/planted.h '#  include "../CZlib/shim.h"'
caught 'CRectifierKernels may not include "../CZlib/shim.h"'
begin
swift_file Sources/CRectifierKernels/planted.inc '#include PLANTED'
caught 'an include that is not a plain name cannot be checked'
begin
swift_file Sources/CRectifierKernels/planted.h \
  $'#include <stdint.h>\n#include "include/rectifier_kernels.h"'
passed Sources/CRectifierKernels/planted.h
begin
swift_file Sources/CRectifierKernels/planted.c 'float product(float a, float b) { return a * b; }'
caught 'Sources/CRectifierKernels/planted.c:4: `#pragma STDC FP_CONTRACT OFF` must come first'
begin
swift_file Sources/CRectifierKernels/planted.c \
  $'#include <stdint.h>\n\n#pragma STDC FP_CONTRACT OFF'
caught 'Sources/CRectifierKernels/planted.c:4: `#pragma STDC FP_CONTRACT OFF` must come first'
begin
swift_file Sources/CRectifierKernels/planted.c $'// A product.\n\n#pragma STDC FP_CONTRACT OFF'
passed Sources/CRectifierKernels/planted.c

# Headers, sizes, names.
begin
printf '%s\n' "${header%%$'\n'*}" '' 'let x = 1' >Sources/RectifierFiles/Planted.swift
caught 'Sources/RectifierFiles/Planted.swift:2: expected `// Rectifier:'
begin
printf 'let x = 1\n' >Sources/RectifierFiles/Planted.swift
caught 'Sources/RectifierFiles/Planted.swift:1: expected `// SPDX-License-Identifier'
begin
printf '%slet x = 1\n' "$header" >Sources/RectifierFiles/Planted.swift
caught 'Sources/RectifierFiles/Planted.swift:3: expected a blank line'
begin
: >Sources/RectifierFiles/Planted.swift
caught 'Sources/RectifierFiles/Planted.swift:1: expected two header lines'
begin
printf '#!/usr/bin/env python3\nprint()\n' >Scripts/planted.py
caught 'Scripts/planted.py:2: expected `# SPDX-License-Identifier'
begin
swift_file Sources/RectifierFiles/Planted.swift "$(yes '// line' | head -n 397)"
passed Sources/RectifierFiles/Planted.swift
begin
swift_file Sources/RectifierFiles/Planted.swift "$(yes '// line' | head -n 398)"
caught 'Sources/RectifierFiles/Planted.swift:401: 401 lines, at most 400 are allowed'
begin
swift_file Sources/RectifierFiles/StringUtils.swift 'let x = 1'
caught '`StringUtils.swift` says nothing'
begin
swift_file Sources/RectifierFiles/Helpers/Planted.swift 'let x = 1'
caught '`Helpers` says nothing'
begin
swift_file Tests/RectifierFilesTests/misc.swift 'let x = 1'
caught '`misc.swift` says nothing'
begin
swift_file Sources/RectifierFiles/Array+Extensions.swift 'let x = 1'
caught '`Array+Extensions.swift` says nothing'

# Paths of one machine; they are put together here so that this file does not hold them.
for folder in work root home; do
  begin
  printf 'Data lie in /%s/data.\n' "$folder" >PLANTED.md
  caught 'PLANTED.md:1: names a folder of one machine'
done
begin
printf 'See Sources/%s and https://example.org/%s/page.\n' work home >PLANTED.md
passed PLANTED.md

# Binaries.
begin
head -c 204801 /dev/zero >planted.bin
caught 'planted.bin:1: binary of 204801 bytes'
begin
head -c 204800 /dev/zero >planted.bin
passed planted.bin

# The README's test command.
begin
printf '# Rectifier\n' >README.md
caught 'README.md:1: has no line `swift test'
begin
printf 'swift test\n' >>README.md
caught 'expected `swift test -c release'
begin
rm -f README.md
caught 'README.md:1: missing'

# The README's example.
begin
printf '\n```swift\nprint(1)\n```\n' >>README.md
caught 'README.md:1: the Swift example differs'

# The formatter, and a check that cannot run.
begin
swift_file Sources/RectifierFiles/Planted.swift 'let x  =  1'
caught 'Sources/RectifierFiles/Planted.swift:4:6: error: [Spacing]' ''
begin
rm layers.txt
caught 'check_layers itself failed'

if [ "$missed" != 0 ]; then
  echo "lint-selftest: $missed of $planted went wrong" >&2
  exit 1
fi
echo "lint-selftest: $planted cases, all as they should be"
