// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A configuration in the making: the defaults, what a file says, and flags put over both; only the
/// whole is judged.
package struct ConfigurationDraft: Sendable {
  /// All options but those of `steps`.
  package var options = TrainConfiguration(data: "")
  /// The options that hang together with the optimizer.
  package var steps = OptimizerChoice()
  /// What errors call the options.
  private(set) var names = OptionNames()

  /// The defaults.
  package init() {}

  /// The defaults, with the members of an object over them.
  init(_ fields: JSONFields) throws(ConfigurationError) {
    names = OptionNames(keysOf: fields)
    try read(fields)
  }

  /// Notes which flags have set options, `--batch-size`: errors then name these, not the file.
  package mutating func noteFlags(_ flags: [String]) { names.useFlags(flags) }

  /// The configuration, if it is complete and all of it goes together.
  package func checked() throws(ConfigurationError) -> TrainConfiguration {
    guard !options.data.isEmpty else {
      throw .invalidValue(
        option: names["data"], expected: "a folder or a catalog name to learn from",
        found: "nothing")
    }
    var configuration = options
    configuration.optimizer = try steps.optimizer(else: options.optimizer, names: names)
    if let learningRate = steps.learningRate { configuration.learningRate = learningRate }
    try configuration.check(names)
    return configuration
  }
}
