// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments

/// Which data `compact` looks at.
struct CompactOptions: ParsableArguments {
  @OptionGroup var place: DataPlace

  @Option(
    help: ArgumentHelp(
      "The calibration data. (default: train where there is one, else all)",
      valueName: "train|validation|test|all"))
  var part: String?

  @Option(
    help: ArgumentHelp(
      "The held-out data. (default: test where there is one and it does not calibrate)",
      valueName: "train|validation|test"))
  var checkPart: String?

  /// The parts that were asked for, nil where none was.
  ///
  /// - Throws: `ConfigurationError.unknownName`.
  func chosenParts() throws(ConfigurationError) -> (calibration: Part?, check: Part?) {
    let calibration = try part.map { (part) throws(ConfigurationError) in
      try PartOptions.part(named: part, among: Part.allCases, option: "--part")
    }
    let check = try checkPart.map { (part) throws(ConfigurationError) in
      try PartOptions.part(
        named: part, among: Part.allCases.filter { $0 != .all }, option: "--check-part")
    }
    return (calibration, check)
  }
}
