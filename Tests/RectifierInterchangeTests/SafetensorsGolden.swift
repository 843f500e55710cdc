// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierInterchange

/// What `Golden/make_safetensors.py` wrote with the format's own library.
enum SafetensorsGolden {
  /// The tensors of `numbers.hex`, in the order of that file.
  static let entries = [
    Safetensors.Entry(name: "steps", shape: [2], values: .int64([5, -(1 << 53)])),
    Safetensors.Entry(name: "loss", shape: [1], values: .float64([0.1])),
    Safetensors.Entry(name: "empty", shape: [0, 3], values: .float32([])),
    Safetensors.Entry(
      name: "hidden.0.bias", shape: [2], values: .float32([-0.0, .leastNonzeroMagnitude])),
    Safetensors.Entry(
      name: "hidden.0.weight", shape: [2, 3], values: .float32([1, -2, 0.5, 0.1, 3e38, -7])),
    Safetensors.Entry(name: "scalar", shape: [], values: .float32([7])),
    Safetensors.Entry(name: "order", shape: [2, 1], values: .int32([-1, 2])),
    Safetensors.Entry(name: "pixels", shape: [3], values: .uint8([0, 128, 255])),
  ]

  static let metadata = ["labels": "[\"é\",\"\t\u{1}\"]"]

  struct Case: Sendable, CustomTestStringConvertible {
    let isAccepted: Bool
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }
  }

  static func numbers() throws -> [UInt8] { bytes(try text("numbers.hex")) }

  static func conformance() throws -> [Case] {
    try text("conformance.txt").split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(fields.count == 3)
      return Case(
        isAccepted: fields[0] == "accepted", name: String(fields[1]), bytes: bytes(fields[2]))
    }
  }

  private static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appendingPathComponent("Golden/" + name), encoding: .utf8)
  }

  private static func bytes(_ hexadecimal: some StringProtocol) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
