// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

/// Expected numbers: `Tests/RectifierDataTests/NORB/stereo_golden.py`.
@Suite struct StereoReductionTests {
  private static let places = [0, 1, 31, 32, 500, 1023, 1024, 2047]

  private func reduce(_ pair: [UInt8], height: Int, width: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: StereoReduction.featureCount) { buffer, count in
      StereoReduction(height: height, width: width).reduce(pair, into: buffer.baseAddress!)
      count = StereoReduction.featureCount
    }
  }

  @Test(
    arguments: [
      (
        32, 32,
        [
          -1.0, -0.8980392, 0.15294118, -0.94509804,
          -0.6627451, 0.70980394, -0.75686276, 0.9529412,
        ]
      ),
      (
        96, 96,
        [
          -0.80653596, -0.5006536, 0.64444447, 0.016993465,
          0.065795206, -0.19477125, -0.5633987, 0.048366014,
        ]
      ),
      (
        108, 108,
        [
          -0.7391431, -0.39927378, -0.1177923, 0.008311143,
          -0.021060277, 0.14103122, -0.4960058, 0.20789693,
        ]
      ),
      (
        33, 47,
        [
          -0.96579564, -0.8312942, -0.35636717, -0.9025752,
          0.16516858, -0.34115624, -0.7226584, -0.09801899,
        ]
      ),
    ] as [(Int, Int, [Float])])
  func meansAreThoseOfWholeBlocks(height: Int, width: Int, expected: [Float]) {
    var pair: [UInt8] = []
    for image in 0..<2 {
      for y in 0..<height {
        for x in 0..<width { pair.append(UInt8((7 * y * y + 13 * x + 31 * image) % 256)) }
      }
    }
    let found = reduce(pair, height: height, width: width)
    #expect(Self.places.map { found[$0] } == expected)
  }

  @Test(arguments: [32, 96, 108])
  func theRangeIsReachedExactly(side: Int) {
    let black = [UInt8](repeating: 0, count: side * side)
    let white = [UInt8](repeating: 255, count: side * side)
    let found = reduce(black + white, height: side, width: side)
    #expect(found[..<1024].allSatisfy { $0 == -1 })
    #expect(found[1024...].allSatisfy { $0 == 1 })
  }

  @Test func anotherSizeIsAMistakeOfTheCaller() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 2048) { buffer in
        StereoReduction(height: 32, width: 32).reduce([1], into: buffer.baseAddress!)
      }
    }
    #expect(result.says("1 bytes, expected 2048"))
  }
}
