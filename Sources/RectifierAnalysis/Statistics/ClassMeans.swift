// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Numbers of samples, in the groups that their classes are.
enum ClassMeans {
  /// The mean of each class with Student's interval, nil for a class without samples; empty without
  /// classes.
  static func of(_ values: [Double], classes: [Int32]?, classCount: Int) -> [SampleMoments?] {
    guard let classes else { return [] }
    var groups = [[Double]](repeating: [], count: classCount)
    for (value, found) in zip(values, classes) { groups[Int(found)].append(value) }
    return groups.map { SampleMoments($0) }
  }
}
