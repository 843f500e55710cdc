// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierExperiments
import RectifierNumerics

/// On which data the logits before and after are compared.
struct RebalanceCheckOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Data on which to compare the logits of both models, such as mnist or a folder of digits.",
      valueName: "data"))
  var check: String?

  @OptionGroup var choice: PartOptions

  @OptionGroup var pictures: PictureFlags

  @OptionGroup var rows: ModelRowFlags

  /// The model with the data; nil where none are to be compared on.
  ///
  /// - Throws: `ConfigurationError.conflict` for options of data without data.
  func input(
    modelPath: String, execution: Execution, environment: [String: String]
  ) throws -> ModelInput? {
    guard let check else {
      let options = choice.given + pictures.given + rows.given
      guard options.isEmpty else {
        throw ConfigurationError.conflict(options: options, reason: "only with --check DATA")
      }
      return nil
    }
    return try ModelInput(
      modelPath: modelPath, data: check, choice: choice, pictures: pictures, rows: rows.options,
      needsClasses: false, execution: execution, environment: environment)
  }
}
