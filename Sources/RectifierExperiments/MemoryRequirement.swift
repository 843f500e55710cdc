// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// What a network needs of the machine's memory, estimated from its sizes before any of it is
/// allocated.
package struct MemoryRequirement: Equatable, Sendable {
  package var inputCount: Int
  package var hiddenWidths: [Int]
  package var outputCount: Int
  package var batchSize: Int
  /// Features of a sample that a batch has room for: all, or of sparse rows the entries.
  package var listedFeatureCount: Int
  /// Numbers that the optimizer keeps of each parameter.
  package var momentCount: Int
  /// The data sets as they lie in memory.
  package var dataBytes: Int

  package init(
    inputCount: Int, hiddenWidths: [Int], outputCount: Int, batchSize: Int,
    listedFeatureCount: Int? = nil, momentCount: Int = 0, dataBytes: Int
  ) {
    self.inputCount = inputCount
    self.hiddenWidths = hiddenWidths
    self.outputCount = outputCount
    self.batchSize = batchSize
    self.listedFeatureCount = listedFeatureCount ?? inputCount
    self.momentCount = momentCount
    self.dataBytes = dataBytes
  }

  /// Parameters held at once while a checkpoint is written: those being trained and those of the
  /// best epoch, each in panels, as tensors, and as bytes of the file.
  static let parameterCopyCount = 6
  /// Each of an optimizer's moments at the same time: in panels, as tensors, and as bytes.
  static let momentCopyCount = 3
  /// Values a unit and sample: activation, slope, delta, and index and value in the active list.
  static let valuesPerUnit = 5
  /// Values a listed feature and sample of a batch: the feature, and index and value in the active list.
  static let valuesPerFeature = 3

  /// The sum in bytes; nil where it exceeds what an `Int` counts.
  package var byteCount: Int? {
    var parameters = CheckedSum()
    var units = CheckedSum()
    var previous = inputCount
    for width in hiddenWidths + [outputCount] {
      parameters.add(previous, times: width)
      parameters.add(width)
      units.add(width)
      previous = width
    }
    var bytes = CheckedSum()
    let copyCount = Self.parameterCopyCount + Self.momentCopyCount * momentCount
    bytes.add(parameters.value, times: copyCount * MemoryLayout<Float>.size)
    bytes.add(units.value, times: batchSize, Self.valuesPerUnit * MemoryLayout<Float>.size)
    bytes.add(
      listedFeatureCount, times: batchSize, Self.valuesPerFeature * MemoryLayout<Float>.size)
    bytes.add(dataBytes)
    let overflowed = parameters.overflowed || units.overflowed || bytes.overflowed
    return overflowed ? nil : bytes.value
  }

  /// Refuses what the machine cannot hold.
  package func check(
    availableBytes: Int = MemoryRequirement.machineBytes
  ) throws(ConfigurationError) {
    if let byteCount, byteCount <= availableBytes { return }
    let widths =
      hiddenWidths.isEmpty ? "none" : hiddenWidths.map(\.description).joined(separator: ",")
    throw .memory(
      neededBytes: byteCount, availableBytes: availableBytes,
      parts: "the parameters of widths \(widths), a batch of \(batchSize) and the data")
  }

  /// Physical memory, or the limit of the control group where that is lower.
  package static let machineBytes: Int = {
    let physical = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
      .compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
      .compactMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return min(physical, limits.min() ?? physical)
  }()
}

/// A sum of products that remembers whether it left the range of `Int`.
private struct CheckedSum {
  private(set) var value = 0
  private(set) var overflowed = false

  mutating func add(_ factors: Int, times others: Int...) {
    var product = factors
    for factor in others {
      let (next, overflow) = product.multipliedReportingOverflow(by: factor)
      product = next
      overflowed = overflowed || overflow
    }
    let (sum, overflow) = value.addingReportingOverflow(product)
    value = sum
    overflowed = overflowed || overflow
  }
}
