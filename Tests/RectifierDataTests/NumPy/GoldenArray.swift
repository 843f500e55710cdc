// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierData

/// One line of Golden/arrays.txt, as Golden/make_arrays.py says: a file that NumPy wrote, and the
/// values that NumPy sees in it.
struct GoldenArray: CustomTestStringConvertible {
  let kind: String
  let name: String
  let file: [UInt8]
  let shape: [Int]
  /// In C order; whole numbers as they are, others as the shortest decimals of their `Float`.
  let values: [String]

  var testDescription: String { name }

  static let all: [GoldenArray] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/arrays.txt")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      fatalError("cannot read \(path.path)")
    }
    return text.split(separator: "\n").map(GoldenArray.init)
  }()

  static func of(_ kind: String) -> [GoldenArray] { all.filter { $0.kind == kind } }

  static func named(_ name: String) -> GoldenArray {
    guard let array = all.first(where: { $0.name == name }) else {
      fatalError("arrays.txt: no '\(name)'")
    }
    return array
  }

  private init(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 5 else { fatalError("arrays.txt: \(line.prefix(40))") }
    let digits = fields[2].utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    kind = String(fields[0])
    name = String(fields[1])
    file = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    shape = fields[3].split(separator: ",").compactMap { Int($0) }
    values = fields[4].split(separator: ",").map(String.init)
  }
}
