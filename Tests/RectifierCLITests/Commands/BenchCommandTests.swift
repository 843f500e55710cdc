// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct BenchCommandTests {
  private let runner: CommandRunner

  init() throws { runner = try CommandRunner() }

  private func number(_ value: JSONValue?) -> Double { value?.doubleValue ?? .nan }

  @Test func theDocument() throws {
    let result = try runner.run(
      "bench --hidden 32,32 --batch-sizes 1,10 --zeros 0,0.9 --budget 1 --json --svg curve.svg")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    let document = try JSONValue.parse(Array(result.output.utf8), path: "output")
    #expect(
      document.objectValue?.keys.sorted() == [
        "breakEven", "budgetSeconds", "instructionSet", "limits", "network", "precision",
        "processors", "rows", "version",
      ])
    #expect(document["network"]?["widths"] == JSONValue([784, 32, 32, 10]))
    let rows = try #require(document["rows"]?.arrayValue)
    let threadCount = try #require(document["limits"]?.arrayValue).count
    #expect(rows.count == 2 * 2 * 2 * threadCount)
    for row in rows {
      let wanted = number(row["wantedZeroFraction"])
      for found in try #require(row["zeroFraction"]?.arrayValue) {
        #expect(abs(number(found) - wanted) < 0.01)
      }
      #expect(number(row["inputZeroFraction"]) == 0)
      for kernels in ["automatic", "sparse", "dense"] {
        let time = row["microsecondsPerSample"]?[kernels]
        let (least, median, largest) = (
          number(time?["least"]), number(time?["median"]), number(time?["largest"])
        )
        #expect(0 < least && least <= median && median <= largest && median < 1e6)
      }
      #expect(number(row["fractionOfLimit"]) > 0)
      #expect(["arithmetic", "memory"].contains(row["limitedBy"]?.stringValue))
      let isTraining = row["work"]?.stringValue == "training"
      // 784·32 weights, and 32·32 + 32·10; the first layer has no input gradient.
      let (first, later) = (25_088.0, 1344.0)
      let dense = isTraining ? 2 * first + 3 * later : first + later
      #expect(number(row["denseMultiplyAddsPerSample"]) == dense)
    }
    let breakEven = try #require(document["breakEven"]?.arrayValue)
    #expect(breakEven.count == 2 * 2 * threadCount)
    #expect(try runner.text("curve.svg").hasPrefix("<svg "))
    #expect(try runner.scratch.names() == ["curve.svg"])
  }

  @Test func theTables() throws {
    let result = try runner.run(
      "bench --hidden 16 --batch-sizes 10 --zeros 0.5,0.99 --threads 1 --input-zeros 0.5 --budget 0.1"
    )
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "network   784-16-10, 12 730 parameters, drawn weights, zeros by bias")
    #expect(lines[3].hasPrefix("peak      1 thread: "))
    for title in ["training, batch 10, 1 thread", "inference, batch 10, 1 thread"] {
      let begin = try #require(lines.firstIndex(of: title))
      #expect(lines[begin + 1].hasPrefix("zeros "))
      #expect(lines[begin + 2].hasPrefix("50.0 %") && lines[begin + 3].hasPrefix("99.0 %"))
      #expect(lines[begin + 2].hasSuffix(" %"))
    }
    #expect(lines.contains { $0.hasPrefix("sparse beats dense from") })
  }

  @Test func aPrecisionIsOfInferenceAlone() throws {
    let line = "bench --hidden 16 --batch-sizes 1 --zeros 0.5 --threads 1 --budget 0.1"
    let text = try runner.run(line + " --precision bf16").output
    #expect(text.contains("\nweights   bfloat16 for inference, float32 for training\n"), "\(text)")
    var bytes: [[Double]] = []
    for precision in ["float32", "bfloat16"] {
      let result = try runner.run(line + " --json --precision \(precision)")
      let document = try JSONValue.parse(Array(result.output.utf8), path: "output")
      #expect(document["precision"] == .string(precision))
      bytes.append((document["rows"]?.arrayValue ?? []).map { number($0["weightBytesPerBatch"]) })
    }
    try #require(bytes.map(\.count) == [2, 2])
    #expect(bytes[1][0] == bytes[0][0] && bytes[1][1] == bytes[0][1] / 2)
  }

  @Test func aModel() throws {
    let data = try QuadrantFolder.write(in: runner.scratch)
    let training = try runner.run(
      "train \(data) --hidden 8 --epochs 1 --out run --progress none --quiet")
    #expect(training.status == 0, "\(training.errors)")
    let before = try runner.scratch.read("run/model.safetensors")
    let result = try runner.run(
      "bench run \(data) --batch-sizes 4 --threads 1 --budget 0.1 --part train --json")
    #expect(result.status == 0, "\(result.errors)")
    let document = try JSONValue.parse(Array(result.output.utf8), path: "output")
    #expect(document["rows"]?.arrayValue?.count == 2)
    #expect(document["rows"]?.arrayValue?[0]["wantedZeroFraction"] == .null)
    #expect(document["breakEven"] == .array([]))
    #expect(try runner.scratch.read("run/model.safetensors") == before)
  }

  @Test func anSVGThatCannotBeWrittenLeavesTheResults() throws {
    let result = try runner.run(
      "bench --hidden 4 --batch-sizes 1 --zeros 0 --threads 1 --budget 0.01 --svg no/such/folder.svg"
    )
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.output.contains("inference, batch 1, 1 thread"))
  }
}
