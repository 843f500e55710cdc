# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Compares imports and includes with layers.txt and manifests; prints one line a violation.
# Usage: awk -v known="path\npath…" -f layers.awk layers.txt MANIFEST… SOURCE…
# `known` lists every file of the repository: a quoted include has to name one of them.

BEGIN {
  manifest_name = "(^|/)Package[.]swift$"
  count = split(known, paths, "\n")
  for (i = 1; i <= count; i++) exists[paths[i]] = 1
  list = "assert complex ctype errno fenv float inttypes limits locale math setjmp signal stdalign"
  list = list " stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath time"
  attribute = "^(@[A-Za-z_]+([(][^)]*[)])?|public|package|internal|fileprivate|private)[ \t]+"
  count = split(list, names, " ")
  for (i = 1; i <= count; i++) standard_header[names[i] ".h"] = 1
}

FNR == 1 {
  finish_manifest_target()
  inside_manifest_target = 0
  if (FILENAME != "layers.txt" && FILENAME !~ manifest_name) enter_source()
}

FILENAME == "layers.txt" { read_layer($0); next }
FILENAME ~ manifest_name { read_manifest($0); next }
FILENAME ~ /\.swift$/ { read_swift($0); next }
{ read_c($0) }

END { finish_manifest_target() }

function report(message) { print FILENAME ":" FNR ": " message }

function read_layer(line, target, halves, words, count, i) {
  sub(/#.*/, "", line)
  if (line !~ /[^ \t]/) return
  if (line !~ /^[A-Za-z]+:/) { report("expected `Target: targets | modules`"); return }
  target = line
  sub(/:.*/, "", target)
  sub(/^[^:]*:/, "", line)
  if (target in layer) report("target " target " is listed twice")
  layer[target] = 1
  split(line, halves, "|")
  count = split(halves[1], words, " ")
  for (i = 1; i <= count; i++) {
    if (!(words[i] in layer) || words[i] == target)
      report(target " names " words[i] ", which is not listed above it")
    allowed[target, words[i]] = 1
    below[target] = below[target] " " words[i] below[words[i]]
  }
  count = split(halves[2], words, " ")
  for (i = 1; i <= count; i++) outside[target, words[i]] = 1
}

# The manifest is read as text: a chunk runs from one `.target(` to the next, and every quoted
# name in it that layers.txt knows is a dependency.
function read_manifest(line, word) {
  if (line ~ /\.(target|executableTarget|testTarget|systemLibrary|plugin)\(/) {
    finish_manifest_target()
    inside_manifest_target = 1
    manifest_place = FILENAME ":" FNR
  }
  if (!inside_manifest_target) return
  sub(/\/\/.*/, "", line)
  while (match(line, /"[^"]*"/)) {
    word = substr(line, RSTART + 1, RLENGTH - 2)
    line = substr(line, RSTART + RLENGTH)
    if (manifest_target == "") manifest_target = word
    else manifest_words = manifest_words " " word
  }
}

function finish_manifest_target(words, count, i) {
  if (manifest_target != "") {
    manifest[manifest_target] = 1
    count = split(manifest_words, words, " ")
    for (i = 1; i <= count; i++) {
      if (!(words[i] in layer)) continue
      declared[manifest_target, words[i]] = 1
      if (!permits(manifest_target, words[i]))
        print manifest_place ": " manifest_target " depends on " words[i] \
          ", which layers.txt does not allow"
    }
    if (!(manifest_target in layer) && !(subject_of(manifest_target) in layer))
      print "Package.swift:" manifest_line ": target " manifest_target " is not in layers.txt"
  }
  manifest_target = ""
  manifest_words = ""
}

function subject_of(target) {
  if (target ~ /Tests$/) return substr(target, 1, length(target) - 5)
  return ""
}

# Whether a target may use a target of this package.
function permits(target, module, subject) {
  if ((target, module) in allowed) return 1
  subject = subject_of(target)
  if (subject == "" || !(subject in layer)) return 0
  if (module == subject || ("Tests", module) in allowed) return 1
  return (below[subject] " ") ~ (" " module " ")
}

function permits_outside(target, module) {
  if ((target, module) in outside) return 1
  return subject_of(target) in layer && (("Tests", module) in outside || \
    (subject_of(target), module) in outside)
}

function enter_source(parts, count) {
  count = split(FILENAME, parts, "/")
  root = parts[1]
  target = parts[2]
  if (root ~ /^(Benchmarks|Fuzz)$/ && count > 3) {
    root = root "/" parts[2]
    target = parts[3]
  }
  in_string = 0
  in_comment = 0
  if (!(target in layer) && !(subject_of(target) in layer))
    report("target " target " is not in layers.txt")
}

function read_swift(line, statements, count, i, rest) {
  rest = line
  if (gsub(/"""/, "", rest) % 2) { in_string = !in_string; return }
  if (in_string) return
  if (in_comment) {
    if (line !~ /\*\//) return
    in_comment = 0
    sub(/^.*\*\//, "", line)
  }
  gsub(/\/\*([^*]|\*[^\/])*\*\//, " ", line)
  if (line ~ /^[ \t]*\/\*/) { in_comment = 1; return }
  sub(/\/\/.*/, "", line)
  if (line !~ /import/) return
  count = split(line, statements, ";")
  for (i = 1; i <= count; i++) read_import(statements[i])
}

function read_import(text, attributes) {
  sub(/^[ \t]+/, "", text)
  while (match(text, attribute)) {
    attributes = attributes " " substr(text, 1, RLENGTH)
    text = substr(text, RLENGTH + 1)
  }
  if (!sub(/^import[ \t]+/, "", text)) return
  sub(/^(struct|class|enum|protocol|typealias|func|let|var|actor|macro)[ \t]+/, "", text)
  sub(/[^A-Za-z0-9_].*/, "", text)
  check_module(text)
  if (attributes ~ /@testable/ && root == "Sources") report("@testable import outside the tests")
  if (attributes ~ /@_exported/ && target != "Rectifier")
    report("@_exported import: only the umbrella Rectifier re-exports")
}

function check_module(module) {
  if (module in layer) {
    if (!permits(target, module)) report(target " may not import " module)
    else if (target in manifest && !((target, module) in declared))
      report(target " imports " module ", which Package.swift does not declare for it")
  } else if (!permits_outside(target, module)) {
    report(target " may not import " module)
  }
}

function read_c(line, path) {
  if (line !~ /^[ \t]*#[ \t]*(include|import)/) return
  sub(/^[ \t]*#[ \t]*(include|import)(_next)?[ \t]*/, "", line)
  path = substr(line, 2)
  if (line ~ /^</) {
    sub(/>.*/, "", path)
    if (!(path in standard_header) && !permits_outside(target, path))
      report(target " may not include <" path ">")
  } else if (line ~ /^"/) {
    sub(/".*/, "", path)
    if (!is_own_header(path)) report(target " may not include \"" path "\"")
  } else {
    report("an include that is not a plain name cannot be checked")
  }
}

# A quoted include has to lie in the target itself, or among the public headers of one it may use.
function is_own_header(path, folder, home, words, count, i) {
  home = root "/" target "/"
  folder = FILENAME
  sub(/[^\/]*$/, "", folder)
  if (found(folder path, home) || found(home path, home) || found(home "include/" path, home))
    return 1
  for (home in exists) {
    if (home !~ /^(Sources|Tests)\/[^\/]+\/include\//) continue
    split(home, words, "/")
    if (permits(target, words[2]) && home == words[1] "/" words[2] "/include/" path) return 1
  }
  return 0
}

function found(path, home) {
  while (sub(/[^\/.]+\/\.\.\//, "", path)) continue
  gsub(/\/\.\//, "/", path)
  return index(path, home) == 1 && path in exists
}
