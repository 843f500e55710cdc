// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// How the weight rows of a backward pass are divided over threads.
package enum WorkPartition {
  /// At most `blockCount` ranges of 0 ..< `columnCount` with about the same number of listed entries
  /// each, assuming that they lie evenly within each 64 columns.
  ///
  /// - Parameters:
  ///   - lists: The active lists of the batch; nil where every column costs the same.
  ///   - costPerColumn: What a column costs beside its entries, in entries.
  package static func columnRanges(
    of lists: ActiveLists?, columnCount: Int, rowCount: Int, costPerColumn: Double = 0,
    blockCount: Int
  ) -> [Range<Int>] {
    guard blockCount > 1, columnCount > 1 else { return [0..<columnCount] }
    guard let lists else {
      let blocks = min(blockCount, columnCount)
      return (0..<blocks).map { Execution.range($0, of: blocks, in: columnCount) }
    }
    let segmentColumnCount = ActiveLists.segmentColumnCount
    let costs = lists.activeCounts(rowCount: rowCount).enumerated().map { segment, active in
      let width = min(segmentColumnCount, columnCount - segment * segmentColumnCount)
      // What is listed in segments is looked for in each of them.
      return (lists.listsWholeRows ? 0.1 : 1) + costPerColumn * Double(width) + Double(active)
    }
    return cut(costs, columnCount: columnCount, blockCount: blockCount)
  }

  private static func cut(_ costs: [Double], columnCount: Int, blockCount: Int) -> [Range<Int>] {
    let total = costs.reduce(0, +)
    var bounds = [0]
    var before = 0.0
    for (segment, cost) in costs.enumerated() {
      let begin = segment * ActiveLists.segmentColumnCount
      let width = min(ActiveLists.segmentColumnCount, columnCount - begin)
      while bounds.count < blockCount {
        let target = total * Double(bounds.count) / Double(blockCount)
        guard target <= before + cost else { break }
        bounds.append(begin + Int(Double(width) * (target - before) / cost))
      }
      before += cost
    }
    bounds.append(columnCount)
    return zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }
}
