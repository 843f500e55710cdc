// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTestSupport
import Testing

@Suite struct DataCommandTests {
  private let runner: CommandRunner

  init() throws { runner = try CommandRunner() }

  @Test func thePreviewIsAPictureOfItsOwnSize() throws {
    let result = try runner.run("data preview glyphs:digits --columns 4 --scale 2")
    #expect(result.status == 0, "\(result)")
    #expect(
      result.output == """
        glyphs-digits-preview.png: part test of glyphs-digits, 1 000 images of 32×32
        10 classes of 100 images; rows from the top:
          block 1:  0 1 2 3 4
          block 2:  5 6 7 8 9

        """)
    // Read back as what it is: a picture, which is data with one row.
    let read = try runner.run("data preview glyphs-digits-preview.png --columns 1 --out again.png")
    #expect(read.status == 0, "\(read)")
    #expect(read.output == "again.png: part all of glyphs-digits-preview.png, 1 image of 332×542\n")
  }

  @Test func thePreviewShowsWhatAnAutoencoderSeesAndGivesBack() throws {
    try QuadrantFolder.write(in: runner.scratch, "data")
    let pretrain = try runner.run("pretrain data --hidden 8 --epochs 1 --out layers --quiet")
    #expect(pretrain.status == 0, "\(pretrain)")
    let given = "--autoencoder layers/autoencoder.0.safetensors"
    let options = [
      "", "--corruption none", "--corruption masking:0.5", given,
      "\(given) --corruption masking:0.5",
    ]
    var files: [[UInt8]] = []
    for (number, option) in options.enumerated() {
      let result = try runner.run("data preview data --columns 3 --out \(number).png \(option)")
      #expect(result.status == 0, "\(result)")
      files.append(try runner.scratch.read("\(number).png"))
    }
    #expect(files[0] == files[1] && Set(files).count == 4)
  }

  @Test func theExportIsReadLikeAnyIDXFolder() throws {
    let export = try runner.run("data export glyphs:digits?samples=40 digits")
    #expect(export.status == 0, "\(export)")
    for part in ["train", "validation", "test"] {
      let count = part == "train" ? 40 : 1000
      let drawn = try DataSource.resolve("glyphs:digits?samples=40", environment: [:]).load()
      let read = try DataSource.resolve(runner.scratch.file("digits"), environment: [:]).load()
      let (one, other) = (
        try #require(drawn[Part(rawValue: part)!]), try #require(read[Part(rawValue: part)!])
      )
      #expect(one.rowCount == count)
      #expect(one.checksum == other.checksum)
    }
    let again = try runner.run("data export glyphs:digits?samples=40 digits")
    #expect(again.status == 73)
    #expect(again.errors.contains("expected 'digits' to be new or empty"))
  }

  /// Every set that this CPU has; noise is drawn with functions of the kernels.
  @Test func glyphsAreTheSameOnEveryInstructionSet() throws {
    var files: Set<[UInt8]> = []
    for set in InstructionSet.available {
      let folder = "noisy-\(set.rawValue)"
      let result = try runner.run(
        "data export glyphs:noisy?samples=124 \(folder)",
        environment: ["RECTIFIER_ISA": set.rawValue])
      #expect(result.status == 0, "\(result)")
      files.insert(
        try ["train", "validation", "t10k"].flatMap {
          try runner.scratch.read("\(folder)/\($0)-images-idx3-ubyte")
        })
    }
    #expect(files.count == 1)
    #expect(files.first.map { $0.count > 12_000 * 1024 } == true)
  }

  @Test(arguments: [
    ("data preview nowhere", 66, "nowhere"),
    ("data preview glyphs --columns 0", 64, "--columns: expected a whole number from 1 to 100"),
    ("data preview glyphs --resize 8x8", 64, "--resize"),
    ("data preview glyphs --corruption masking:2", 64, "--corruption: expected a probability"),
    ("data preview glyphs --autoencoder nowhere", 66, "nowhere"),
    ("data export glyphs:digit out", 64, "did you mean 'digits'?"),
  ])
  func refusals(line: String, status: Int32, message: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
    #expect(result.output.isEmpty)
  }
}
