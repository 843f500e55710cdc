// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import Testing

@Suite struct NPYFileTests {
  @Test(arguments: [[6], [2, 3], [1, 6], [6, 1], [1, 2, 3]])
  func whatIsWrittenIsRead(shape: [Int]) throws {
    let values: [Float] = [1, -0.0, 0.1, 3e38, -7, .leastNormalMagnitude]
    let array = try NPYArray(NPYFile.encode(values, shape: shape), place: "x")
    #expect(array.shape == shape && array.hasReals && array.bytesOfVector == nil)
    #expect(array.floats().map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test func whatIsEmptyOrOneNumberIsRead() throws {
    for shape in [[0], [0, 3], [3, 0]] {
      let array = try NPYArray(NPYFile.encode([Float](), shape: shape), place: "x")
      #expect(array.shape == shape && array.floats() == [])
    }
    let scalar = try NPYArray(NPYFile.encode([2.5], shape: []), place: "x")
    #expect(scalar.shape == [] && scalar.floats() == [2.5])
  }

  @Test func bytesAreAVector() throws {
    let array = try NPYArray(NPYFile.encode(Array("text".utf8)), place: "x")
    #expect(array.bytesOfVector == Array("text".utf8) && !array.hasReals)
  }

  /// As numpy.save writes numpy.zeros(2, "<f4").
  @Test func theHeaderIsThatOfNumPy() {
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"
    let padded = text + String(repeating: " ", count: 118 - text.utf8.count - 1) + "\n"
    #expect(
      NPYFile.encode([0, 0], shape: [2])
        == [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(padded.utf8)
        + [UInt8](repeating: 0, count: 8))
  }
}
