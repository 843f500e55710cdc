#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

# Makes a tiny run and its report, and looks at it in a headless Chromium: at the widths of a phone and of a
# desktop, light and dark, nothing is wider than the page, every picture is there, text stands out from its
# ground, nothing is fetched, and nothing is complained about.
# Usage: Scripts/report-page.sh PATH_OF_RECTIFIER [REPORT]; exits 69 where there is no browser.

set -euo pipefail

rectifier="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
report="${2:-}"
browser=''
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then
    browser="$name"
    break
  fi
done
if [ -z "$browser" ]; then
  echo 'report-page: no chromium on the PATH' >&2
  exit 69
fi

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

complain() {
  printf 'report-page: %s\n' "$1" >&2
  exit 1
}

if [ -n "$report" ]; then
  cp "$report" "$scratch/report.html"
else
  (
    cd "$scratch"
    "$rectifier" train 'glyphs:digits?samples=600' --hidden 24,16 --epochs 3 --out run --quiet
    "$rectifier" report run --out report.html
  ) >/dev/null
fi

# The page in frames of both widths; what is found is written where the dumped page shows it.
cat >"$scratch/frames.html" <<'PAGE'
<!DOCTYPE html><meta charset="utf-8"><pre id="found"></pre>
<iframe src="report.html" width="390" height="800" style="border: 0"></iframe>
<iframe src="report.html" width="1280" height="800" style="border: 0"></iframe>
<script>
const luminance = color => {
  const [r, g, b] = color.match(/[\d.]+/g).map(Number).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
window.addEventListener("load", () => {
  const lines = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument, width = frame.width;
    const style = name => frame.contentWindow.getComputedStyle(page.querySelector(name));
    const ground = style("body").backgroundColor;
    const facts = {
      width: frame.contentWindow.innerWidth,
      overflow: page.documentElement.scrollWidth - page.documentElement.clientWidth,
      sections: page.querySelectorAll("section h2").length,
      drawings: page.querySelectorAll("figure svg[aria-label]").length,
      brokenPictures: [...page.images].filter(i => !i.naturalWidth || !i.alt).length,
      fetched: frame.contentWindow.performance.getEntriesByType("resource")
        .filter(e => !e.name.startsWith("data:")).length,
      weakText: ["body", ".lead", "nav a", ".tile dt", "footer"].filter(
        name => contrast(style(name).color, ground) < 4.5).length,
      dark: luminance(ground) < 0.2,
    };
    lines.push(Object.entries(facts).map(([k, v]) => `${k}=${v}`).join(" "));
  }
  document.getElementById("found").textContent = lines.join("\n");
});
</script>
PAGE

visit() { # SCHEME FILE: prints the page as the browser has it; 0 for dark, 1 for light
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --no-first-run \
    --user-data-dir="$scratch/profile" --allow-file-access-from-files \
    --blink-settings="preferredColorScheme=$1" --enable-logging=stderr \
    --virtual-time-budget=5000 --dump-dom "file://$scratch/$2"
}

for scheme in 0 1; do
  visit "$scheme" frames.html >"$scratch/dom" 2>"$scratch/log" ||
    complain "the browser failed: $(tail -n 1 "$scratch/log")"
  sed -n 's/.*\(width=[0-9].*dark=[a-z]*\).*/\1/p' "$scratch/dom" >"$scratch/found"
  [ "$(wc -l <"$scratch/found")" -eq 2 ] || complain 'the browser shows no page'
  dark="$([ "$scheme" = 0 ] && echo true || echo false)"
  for width in 390 1280; do
    line="$(grep "^width=$width " "$scratch/found")" || complain "no page is $width pixels wide"
    for fact in overflow=0 brokenPictures=0 fetched=0 weakText=0 "dark=$dark"; do
      case " $line " in
        *" $fact "*) ;;
        *) complain "expected $fact, found: $line" ;;
      esac
    done
    case "$line" in
      *' sections=0 '* | *' drawings=0 '*) complain "no sections or drawings: $line" ;;
    esac
  done
done

visit 1 report.html >"$scratch/dom" 2>"$scratch/log" ||
  complain "the browser failed: $(tail -n 1 "$scratch/log")"
grep CONSOLE "$scratch/log" >&2 && complain 'the page makes the browser complain'
grep -q '<section' "$scratch/dom" || complain 'the browser shows no page'
grep -q "default-src 'none'" "$scratch/dom" || complain 'the page forbids no fetching'
grep -qi '<script' "$scratch/dom" && complain 'the page holds a script'
echo 'report-page: at 390 and 1280 pixels, light and dark, the report is as it should be'
