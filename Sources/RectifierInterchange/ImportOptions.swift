// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What the file of another program does not say of a model. Files that were exported here say all of
/// it, and options are refused with them.
public struct ImportOptions: Equatable, Sendable {
  /// The value of the graph that is the network's output, where there are several; nil: the only one,
  /// or that called `probabilities` or `values`.
  public var output: String?
  /// What classes or labels are called, in the order of the outputs; empty: what the file calls them,
  /// else their numbers, from 0.
  public var labels: [String]
  /// What the stored features of data are divided by before they are the network's: 255 for bytes of
  /// a network that takes intensities from 0 to 1; nil: what the graph divides by, else 1.
  public var divisor: Float?

  /// Options; none of them is needed.
  public init(output: String? = nil, labels: [String] = [], divisor: Float? = nil) {
    self.output = output
    self.labels = labels
    self.divisor = divisor
  }

  /// The names of the options that were given.
  var given: [String] {
    (output == nil ? [] : ["output"]) + (labels.isEmpty ? [] : ["labels"])
      + (divisor == nil ? [] : ["divisor"])
  }
}
