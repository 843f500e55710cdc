// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Testing

/// From a folder of pictures to predictions.
@Suite struct PicturesTests {
  private let runner: CommandRunner
  private var scratch: ScratchFolder { runner.scratch }

  init() throws {
    runner = try CommandRunner()
    try runner.scratch.writePictureFolder()
  }

  private func train() throws {
    let line = "train pictures --resize 8x8 --hidden 12 --batch-size 2 --epochs 15"
    let result = try runner.run(line + " --out run --quiet")
    try #require(result.status == 0, "\(result)")
  }

  private func writePicture(_ name: String, _ label: String, side: Int = 8) throws {
    let pixels = ScratchFolder.half(label, height: side, width: side, 77)
    try scratch.writePGM(name, height: side, width: side, pixels)
  }

  @Test func aFolderIsTrainedOnAndEvaluated() throws {
    try train()
    let record = try runner.text("run/run.json")
    #expect(record.contains("\"resize\": \"8x8\""))
    #expect(record.contains("\"sampleCount\": 54"))
    let result = try runner.run("evaluate run pictures --resize")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("part        all of pictures\n"))
    let rows = try runner.run("predict run pictures --resize").output.split(separator: "\n")
    #expect(rows.count == 61)
    #expect(rows[0] == "prediction,file")
    let right = rows.dropFirst().filter { $0.contains(",\($0.prefix(5))/") }
    #expect(right.count >= 55, "\(rows)")
  }

  @Test func aPictureIsOneRow() throws {
    try train()
    for label in ["above", "below"] {
      try writePicture("picture.pgm", label)
      let result = try runner.run("predict run picture.pgm")
      #expect(result.status == 0, "\(result)")
      #expect(result.output == "prediction,file\n\(label),picture.pgm\n")
    }
    let probabilities = try runner.run("predict run picture.pgm --probabilities").output
    #expect(probabilities.hasPrefix("prediction,probability:above,probability:below,file\nbelow,"))
  }

  @Test func invertingTurnsThePredictionAround() throws {
    try train()
    try writePicture("picture.pgm", "above")
    let inverted = try runner.run("predict run picture.pgm --invert")
    #expect(inverted.output == "prediction,file\nbelow,picture.pgm\n", "\(inverted)")
    // The same as of a picture that is the negative.
    let pixels = ScratchFolder.half("above", height: 8, width: 8, 77).map { 255 - $0 }
    try scratch.writePGM("negative.pgm", height: 8, width: 8, pixels)
    let one = try runner.run("predict run picture.pgm --invert --probabilities").output
    let other = try runner.run("predict run negative.pgm --probabilities").output
    #expect(one == other.replacing("negative.pgm", with: "picture.pgm"))
  }

  /// Training on negatives of negatives is training on the pictures.
  @Test func invertedPicturesAreTrainedOn() throws {
    try scratch.writePictureFolder("even", count: 20, side: 6)
    for label in ["above", "below"] {
      try scratch.folder("paper/\(label)")
      for name in try FileManager.default.contentsOfDirectory(atPath: scratch.file("even/\(label)"))
      {
        let file = try scratch.read("even/\(label)/\(name)")
        let pixels = file.suffix(36).map { 255 - $0 }
        try scratch.writePGM("paper/\(label)/\(name)", height: 6, width: 6, pixels)
      }
    }
    let options = "--hidden 4 --epochs 2"
    let one = try runner.run("train even \(options) --out one")
    let other = try runner.run("train paper --invert \(options) --out other")
    #expect((one.status, other.status) == (0, 0), "\(one) \(other)")
    #expect(try scratch.read("one/model.safetensors") == scratch.read("other/model.safetensors"))
    #expect(other.output.contains("predict other/model.safetensors paper --invert"))
    #expect(try runner.text("other/run.json").contains("\"invert\": true"))
    let drawn = try runner.run("train glyphs:digits?samples=20 --invert --out none")
    #expect(drawn.status == 64)
    #expect(drawn.errors.contains("--invert: only for pictures"))
  }

  @Test func brightPicturesAreRemarkedOn() throws {
    for label in ["a", "b"] {
      try scratch.folder("paper/\(label)")
      for number in 0..<10 {
        let pixels = (0..<16).map { UInt8(200 + ($0 * 7 + number) % 50) }
        try scratch.writePGM("paper/\(label)/\(number).pgm", height: 4, width: 4, pixels)
      }
    }
    let plain = try runner.run("train paper --hidden 4 --epochs 1 --out plain")
    #expect(plain.errors.contains("caution: the images are bright"), "\(plain)")
    let inverted = try runner.run("train paper --hidden 4 --epochs 1 --invert --out inverted")
    #expect(inverted.status == 0 && !inverted.errors.contains("caution"), "\(inverted)")
  }

  @Test func aPictureOfAnotherSizeIsScaledOrRefused() throws {
    try train()
    try writePicture("large.pgm", "below", side: 20)
    try expectRefusal(
      "predict run large.pgm", "'large.pgm'", "expected a size of 8×8 as the model has",
      "found 20×20; give --resize")
    try expectRefusal("evaluate run pictures", "/above/", "as the model has", "give --resize")
    let result = try runner.run("predict run large.pgm --resize")
    #expect(result.output == "prediction,file\nbelow,large.pgm\n", "\(result)")
  }

  @Test func picturesOfMixedSizesNeedOne() throws {
    try expectRefusal(
      "train pictures --out none", "pictures/above/1.pgm", "has, found 9×11",
      "give --resize with a size for all, as in --resize 28x28")
    try scratch.writePictureFolder("even", count: 20, side: 6)
    let result = try runner.run("train even --hidden 4 --epochs 1 --out even-run --quiet")
    #expect(result.status == 0, "\(result)")
  }

  @Test func foldersWithoutClassesAreRefused() throws {
    try scratch.folder("loose")
    try writePicture("loose/1.pgm", "above")
    try expectRefusal("train loose", "'loose' without any", "is called as the class")
    try expectRefusal("train loose/1.pgm", "'loose/1.pgm' without any")
    try scratch.folder("one/only")
    try writePicture("one/only/1.pgm", "above")
    try expectRefusal("train one", "at least 2 class folders in 'one', found only 'only'")
    try scratch.folder("one/empty")
    try expectRefusal("train one", "in the class folder 'one/empty', found none")
    try writePicture("one/photo.jpg", "above")
    try expectRefusal("train one", "'one/photo.jpg'; convert it to PNG or move it away")
  }

  /// A PNG's signature and header with something wrong, and nothing after them.
  @Test(
    arguments: [
      ([0, 0, 0, 8, 0, 0, 0, 8, 16, 0, 0, 0, 0], true, "expected a plain picture of 8 bits"),
      ([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 1], true, "save it without interlacing"),
      (
        [0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0], false, "the checksum of chunk IHDR does not match"
      ),
      ([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0], true, "the file ends at byte 33"),
      ([0, 0, 0, 0, 0, 0, 0, 8, 8, 0, 0, 0, 0], true, "expected a height and a width from 1 on"),
      ([127, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0], true, "scale the picture down"),
    ] as [([UInt8], Bool, String)])
  func aDamagedPictureIsNamed(header: [UInt8], isRight: Bool, message: String) throws {
    let covered = Array("IHDR".utf8) + header
    let checksum = covered.withUnsafeBytes { Gzip.crc32($0) } ^ (isRight ? 0 : 1)
    let tail = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) }
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    try scratch.write(signature + [0, 0, 0, 13] + covered + tail, "pictures/below/x.png")
    try expectRefusal(
      "train pictures --resize 8x8 --out none", "'pictures/below/x.png'", message)
  }

  @Test func optionsForPicturesNeedPictures() throws {
    try QuadrantFolder.write(in: scratch, "data")
    try expectRefusal("train data --resize 8x8", status: 64, "--resize: only for pictures")
    try expectRefusal(
      "train pictures --resize 8", status: 64, "--resize: expected", "found '8'")
    try train()
    try expectRefusal("predict run data --invert", status: 64, "--invert: only for pictures")
    try expectRefusal("predict run nowhere.png", status: 66, "'nowhere.png'")
  }

  private func expectRefusal(
    _ line: String, status: Int32 = 65, _ messages: String...,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)", sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    #expect(result.errors.hasPrefix("rectifier: "), "\(result.errors)", sourceLocation: location)
    #expect(
      result.errors.filter(\.isNewline).count == 1, "\(result.errors)", sourceLocation: location)
    for message in messages {
      #expect(result.errors.contains(message), "\(result.errors)", sourceLocation: location)
    }
    #expect(!runner.exists("none/model.safetensors"), sourceLocation: location)
  }
}
