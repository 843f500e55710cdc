#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""Writes pictures with Pillow and ImageMagick, and what Pillow reads in them, as text.

Usage: CONVERT=convert python3 make_pictures.py >pictures.txt

It needs Pillow (written with 13.0.0) and ImageMagick's `convert` (6.9.11-60, Q16). Every line is

    KIND  NAME  HEIGHT  WIDTH  CHANNELS  FILE  PIXELS

with tabs between, file and pixels in hexadecimal. KIND says what PIXELS are of the file:
`read` the pixels themselves, over white; `refused` nothing, the file is one that is not read;
`luma` the grey that Pillow makes of them; `box` and `bilinear` the pixels in another size.
"""

import io
import os
import struct
import subprocess
import tempfile
import zlib
from fractions import Fraction

from PIL import Image

CONVERT = os.environ.get("CONVERT", "convert")
GREY_MODES = {"1", "L", "LA"}


def noise(count, seed):
    """Bytes that repeat nowhere and do not depend on any library's generator."""
    state, values = seed, []
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % (1 << 32)
        values.append(state >> 24)
    return bytes(values)


def image(mode, height=6, width=9, seed=1):
    bands = len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, (width, height), noise(height * width * bands, seed))


def smooth(mode, height, width):
    """A slope, on which an adaptive writer uses several filters."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    values = [
        (7 * row + 11 * column * (band + 1) + row * column) % 256
        for row in range(height) for column in range(width) for band in range(bands)
    ]
    return Image.frombytes(mode, (width, height), bytes(values))


def over_white(picture, channels):
    values = []
    rgba = picture.convert("RGBA")
    for *color, alpha in zip(*[iter(rgba.tobytes())] * 4):
        for value in color[:channels]:
            values.append(int(Fraction(value * alpha + 255 * (255 - alpha), 255) + Fraction(1, 2)))
    return bytes(values)


def emit(kind, name, data, size=(0, 0), channels=0, pixels=b""):
    width, height = size
    print(kind, name, height, width, channels, data.hex(), pixels.hex(), sep="\t")


def read(name, data, source=None):
    picture = Image.open(io.BytesIO(data))
    channels = 1 if picture.mode in GREY_MODES else 3
    pixels = over_white(picture, channels)
    if source is not None:
        assert pixels == over_white(source, channels), name
    emit("read", name, data, picture.size, channels, pixels)


def saved(picture, format="PNG", **options):
    target = io.BytesIO()
    picture.save(target, format, **options)
    return target.getvalue()


def converted(picture, *options, target="png:out"):
    """What ImageMagick writes of a picture."""
    with tempfile.TemporaryDirectory() as folder:
        picture.save(os.path.join(folder, "in.png"))
        prefix, name = target.split(":")
        # No dates, so that the same bytes come out every time.
        plain = ["-define", "png:exclude-chunks=date,tIME", *options]
        subprocess.run([CONVERT, "in.png", *plain, target], cwd=folder, check=True)
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def filtered(picture, filters, pieces=1):
    """A PNG whose rows take the filters in turn, its data cut into pieces."""
    width, height = picture.size
    bands = len(picture.getbands())
    stride = width * bands
    data = picture.tobytes()
    rows = b""
    for row in range(height):
        kind = filters[row % len(filters)]
        rows += bytes([kind])
        for index in range(stride):
            at = row * stride + index
            left = data[at - bands] if index >= bands else 0
            above = data[at - stride] if row else 0
            corner = data[at - stride - bands] if row and index >= bands else 0
            guess = left + above - corner
            nearest = min((left, above, corner), key=lambda value: abs(guess - value))
            wanted = [0, left, above, (left + above) // 2, nearest][kind]
            rows += bytes([(data[at] - wanted) % 256])
    color = {"L": 0, "RGB": 2, "LA": 4, "RGBA": 6}[picture.mode]
    header = struct.pack(">IIBBBBB", width, height, 8, color, 0, 0, 0)
    packed = zlib.compress(rows)
    cuts = [len(packed) * piece // pieces for piece in range(pieces + 1)]
    parts = [chunk(b"IDAT", packed[begin:end]) for begin, end in zip(cuts, cuts[1:])]
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(parts) + chunk(b"IEND", b"")


def pillow():
    for mode in ("L", "LA", "RGB", "RGBA"):
        for level in (0, 9):
            picture = image(mode, seed=level + 2)
            read(f"Pillow {mode} level {level}", saved(picture, compress_level=level), picture)
        picture = smooth(mode, 12, 14)
        read(f"Pillow {mode} slope", saved(picture), picture)
        read(f"Pillow {mode} one pixel", saved(image(mode, 1, 1)), image(mode, 1, 1))
    read("Pillow bilevel", saved(image("L").convert("1", dither=0)))
    palette = image("RGB", 7, 11).quantize(64)
    read("Pillow palette 8", saved(palette), palette)
    for bits in (1, 2, 4):
        picture = image("RGB", 7, 11, bits).quantize(1 << bits)
        read(f"Pillow palette {bits}", saved(picture, bits=bits), picture)
    read("Pillow palette opacity", saved(palette, transparency=bytes(range(0, 250, 10))))
    read("Pillow palette transparent", saved(palette, transparency=3))
    grey = image("L")
    read("Pillow grey transparent", saved(grey, transparency=grey.getpixel((4, 2))))
    color = image("RGB")
    read("Pillow RGB transparent", saved(color, transparency=color.getpixel((4, 2))))
    emit("refused", "Pillow 16 bits", saved(Image.new("I;16", (3, 2), 700)))


def filters():
    for mode in ("L", "LA", "RGB", "RGBA"):
        for kind in range(5):
            picture = image(mode, 4, 5, kind + 9)
            read(f"filter {kind} {mode}", filtered(picture, [kind]), picture)
        picture = image(mode, 7, 5)
        read(f"filters in turn {mode}", filtered(picture, [4, 3, 2, 1, 0], pieces=5), picture)


def image_magick():
    for mode in ("L", "LA", "RGB", "RGBA"):
        picture = smooth(mode, 6, 9)
        read(f"ImageMagick {mode}", converted(picture), picture)
    color = image("RGB", 5, 7)
    for filter in range(6):
        options = ["-define", f"png:compression-filter={filter}", "-strip"]
        options += ["-define", "png:color-type=2"]
        read(f"ImageMagick filter {filter}", converted(color, *options), color)
    opaque = image("RGBA", 5, 7)
    for target in ("PNG8", "PNG24", "PNG32"):
        read(f"ImageMagick {target}", converted(color, target=f"{target}:out"))
    read("ImageMagick PNG8 transparent", converted(opaque, target="PNG8:out"))
    read("ImageMagick bilevel", converted(image("L"), "-monochrome"))
    for depth in (1, 2, 4):
        kind = ["+dither", "-posterize", str(1 << depth), "-depth", str(depth)]
        kind += ["-define", "png:color-type=0", "-define", f"png:bit-depth={depth}"]
        read(f"ImageMagick grey {depth}", converted(image("L"), *kind))
        kind = ["+dither", "-colors", str(1 << depth), "-type", "Palette"]
        kind += ["-define", "png:exclude-chunks=date,tIME,bKGD"]
        read(f"ImageMagick palette {depth}", converted(color, *kind))
    refused = {"interlaced": ["-interlace", "PNG"],
               "16 bits": ["-depth", "16", "-define", "png:bit-depth=16"]}
    for name, options in refused.items():
        emit("refused", f"ImageMagick {name}", converted(color, *options))


def portable():
    grey, color = image("L"), image("RGB")
    for picture, mode in ((grey, "PGM"), (color, "PPM")):
        read(f"Pillow {mode}", saved(picture, "PPM"), picture)
        read(f"ImageMagick {mode}", converted(picture, target=f"{mode}:out"), picture)
        plain = converted(picture, "-compress", "none", target=f"{mode}:out")
        read(f"ImageMagick plain {mode}", plain, picture)
        read(f"ImageMagick {mode} comment",
             converted(picture, "-set", "comment", "two\nlines", target=f"{mode}:out"), picture)
    read("ImageMagick PGM of 4 bits", converted(grey, "-depth", "4", target="PGM:out"))
    emit("refused", "ImageMagick PBM", converted(grey, "-monochrome", target="PBM:out"))
    emit("refused", "ImageMagick PGM of 16 bits",
         converted(grey, "-depth", "16", "-evaluate", "add", "100", target="PGM:out"))


def conversions():
    color = image("RGB", 16, 16, 5)
    emit("luma", "noise", saved(color), color.size, 1, color.convert("L").tobytes())
    for mode, old, new in (("L", (12, 8), (4, 4)), ("RGB", (9, 12), (3, 2)), ("L", (5, 7), (1, 1))):
        picture = image(mode, *old)
        smaller = picture.resize(new[::-1], Image.Resampling.BOX)
        emit("box", f"{mode} {old} to {new}", saved(picture), smaller.size,
             len(picture.getbands()), smaller.tobytes())
    for mode, old, new in (("L", (3, 5), (8, 9)), ("RGB", (4, 4), (28, 28)), ("L", (1, 1), (3, 2))):
        picture = image(mode, *old)
        larger = picture.resize(new[::-1], Image.Resampling.BILINEAR)
        emit("bilinear", f"{mode} {old} to {new}", saved(picture), larger.size,
             len(picture.getbands()), larger.tobytes())


if __name__ == "__main__":
    pillow()
    filters()
    image_magick()
    portable()
    conversions()
