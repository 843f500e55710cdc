// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One direction of a chart: what it shows, and how values become places.
package struct Axis: Equatable, Sendable {
  package enum Scale: Equatable, Sendable {
    case linear
    /// For values above 0.
    case logarithmic
  }

  /// A place on the axis, in words of its own.
  package struct Mark: Equatable, Sendable {
    package var value: Double
    package var label: String

    package init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  package var label: String
  package var scale: Scale
  /// What the axis shows at least; it grows to hold all values.
  package var range: ClosedRange<Double>?
  /// What is marked instead of round numbers; with none of them round numbers are.
  package var marks: [Mark]
  /// Whether between whole numbers there is nothing to be marked, as between epochs.
  package var isOfCounts: Bool

  package init(
    _ label: String, scale: Scale = .linear, range: ClosedRange<Double>? = nil,
    marks: [Mark] = [], isOfCounts: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.range = range
    self.marks = marks
    self.isOfCounts = isOfCounts
  }

  /// The ends and the marks of the axis for values, both round numbers.
  func frame(of values: [Double]) -> AxisFrame {
    let all = (values + marks.map(\.value) + (range.map { [$0.lowerBound, $0.upperBound] } ?? []))
      .filter { $0.isFinite && (scale == .linear || $0 > 0) }
    let least = all.min() ?? 1
    let largest = all.max() ?? 1
    if !marks.isEmpty, least < largest {
      return AxisFrame(
        scale: scale, ticks: marks.map(\.value), decimals: 0, ends: least...largest,
        labels: marks.map(\.label))
    }
    switch scale {
    case .linear: return Self.linear(least, largest, leastStep: isOfCounts ? 1 : 0)
    case .logarithmic: return Self.logarithmic(least, largest)
    }
  }

  /// Marks a step of 1, 2 or 5 times a power of ten apart, about five of them.
  private static func linear(
    _ least: Double, _ largest: Double, leastStep: Double
  ) -> AxisFrame {
    let extent = largest > least ? largest - least : max(abs(largest), 1)
    let power = pow(10, (log10(extent / 5)).rounded(.down))
    let round = [1, 2, 5, 10].map { $0 * power }.first { extent / $0 <= 5.5 } ?? 10 * power
    let step = max(round, leastStep)
    let first = (least / step).rounded(.down)
    let last = max((largest / step).rounded(.up), first + 1)
    let ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    return AxisFrame(
      scale: .linear, ticks: ticks, decimals: max(0, -Int(log10(step).rounded(.down))),
      ends: ticks[0]...ticks[ticks.count - 1])
  }

  /// Marks at 1, 2 and 5 times powers of ten, or at the powers alone where there are many.
  private static func logarithmic(_ least: Double, _ largest: Double) -> AxisFrame {
    let first = Int(log10(least).rounded(.down))
    let last = Int(log10(largest).rounded(.up))
    let factors = last - first > 3 ? [1.0] : [1.0, 2.0, 5.0]
    let all = (first...max(last, first + 1)).flatMap { power in
      factors.map { factor in
        power < 0 ? factor / pow(10, -Double(power)) : factor * pow(10, Double(power))
      }
    }
    let begin = all.lastIndex { $0 <= least } ?? 0
    let end = max(all.firstIndex { $0 >= largest } ?? all.count - 1, begin + 1)
    return AxisFrame(
      scale: .logarithmic, ticks: Array(all[begin...end]), decimals: max(0, -first),
      ends: all[begin]...all[end])
  }
}

/// An axis with its marks.
struct AxisFrame: Equatable {
  let scale: Axis.Scale
  let ticks: [Double]
  let decimals: Int
  /// The values that the axis reaches from and to; with marks of its own, a little further.
  let ends: ClosedRange<Double>
  /// The words of the marks, where they have some of their own.
  var labels: [String] = []

  /// The share of the axis before and after the ends: outer marks of one's own are values, whose
  /// points are to stand clear of the edge.
  private var margin: Double { labels.isEmpty ? 0 : 0.05 }

  /// 0 at the beginning of the axis, 1 at its end.
  func position(of value: Double) -> Double {
    let (first, last) = (ends.lowerBound, ends.upperBound)
    let share =
      switch scale {
      case .linear: (value - first) / (last - first)
      case .logarithmic: log(value / first) / log(last / first)
      }
    return margin + (1 - 2 * margin) * share
  }

  /// A mark in words: `0.5`, `200`, `20k`, or its own.
  func label(of tick: Double) -> String {
    if let index = ticks.firstIndex(of: tick), index < labels.count { return labels[index] }
    if abs(tick) >= 10_000 { return "\(Int((tick / 1000).rounded()))k" }
    let power = pow(10, Double(decimals))
    let whole = Int((tick * power).rounded())
    var digits = String(whole.magnitude)
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    return whole < 0 ? "-" + digits : digits
  }
}
