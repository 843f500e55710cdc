// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser

/// What can be done with data before a network sees them.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Shows data, checks them, and writes them for other programs.",
    subcommands: [
      DataPreviewCommand.self, DataInfoCommand.self, DataVerifyCommand.self,
      DataExportCommand.self,
    ])
}
