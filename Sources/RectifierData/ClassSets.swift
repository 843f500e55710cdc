// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// For each sample the classes that it is of: any number of them.
public struct ClassSets: Equatable, Sendable {
  /// Where each sample's classes begin, and where the last sample's end: from 0 on, never falling.
  public let starts: [Int]
  /// The classes of one sample after another, ascending within a sample.
  public let classes: [Int32]

  /// Sets of classes, in the order of the samples; a class that is named twice counts once.
  public init(_ sets: some Sequence<[Int32]>) {
    var starts = [0]
    var classes: [Int32] = []
    for set in sets {
      classes.append(contentsOf: Set(set).sorted())
      starts.append(classes.count)
    }
    self.starts = starts
    self.classes = classes
  }

  /// Sets of classes that lie one after another.
  ///
  /// - Precondition: `starts` begins with 0, never falls and ends with the number of classes.
  init(starts: [Int], classes: [Int32]) {
    self.init(
      (0..<starts.count - 1).lazy.map { Array(classes[starts[$0]..<starts[$0 + 1]]) })
  }

  /// How many samples there are.
  public var count: Int { starts.count - 1 }

  /// The classes of one sample, ascending.
  ///
  /// - Precondition: The sample is there.
  public subscript(sample: Int) -> ArraySlice<Int32> {
    guard sample >= 0, sample < count else {
      fatalError("class sets: sample \(sample), there are \(count)")
    }
    return classes[starts[sample]..<starts[sample + 1]]
  }

  /// The sets of the samples named, in that order.
  func subset(rows: [Int32]) -> ClassSets {
    ClassSets(rows.map { Array(self[Int($0)]) })
  }
}
