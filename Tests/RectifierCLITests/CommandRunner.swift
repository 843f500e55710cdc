// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTestSupport

/// Runs the built `rectifier` as a child process in a folder of its own.
struct CommandRunner {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Runs the command to its end.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> CommandResult {
    try start(arguments, environment: environment).wait()
  }

  /// Runs a line of words with spaces between them.
  func run(_ line: String, environment: [String: String] = [:]) throws -> CommandResult {
    try run(line.split(separator: " ").map(String.init), environment: environment)
  }

  /// Runs a line of words with so much memory of its own; what is mapped from files does not count.
  func run(_ line: String, memoryLimitKiB: Int) throws -> CommandResult {
    let process = try RunningCommand(
      line.split(separator: " ").map(String.init), environment: [:], folder: scratch.path,
      memoryLimitKiB: memoryLimitKiB)
    return try process.wait()
  }

  /// Starts the command and goes on.
  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> RunningCommand {
    try RunningCommand(arguments, environment: environment, folder: scratch.path)
  }

  /// Runs the command with a standard output that nobody reads.
  func runWithClosedOutput(_ arguments: [String]) throws -> CommandResult {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let command = try RunningCommand(
      arguments, environment: [:], folder: scratch.path, output: pipe.fileHandleForWriting)
    return try command.wait()
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: scratch.file(name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try scratch.read(name), as: UTF8.self)
  }
}

/// What a command left behind.
struct CommandResult {
  /// The exit status; 128 + n where signal n killed the process.
  let status: Int32
  let output: String
  let errors: String
}

/// A command under way. Its streams go to files, so that it never waits for a reader.
final class RunningCommand {
  private let process = Process()
  private let streams: ScratchFolder

  init(
    _ arguments: [String], environment: [String: String], folder: String,
    output: FileHandle? = nil, memoryLimitKiB: Int? = nil
  ) throws {
    streams = try ScratchFolder()
    if let memoryLimitKiB {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -d \(memoryLimitKiB); exec \"$@\"", "sh", Self.executable.path] + arguments
    } else {
      process.executableURL = Self.executable
      process.arguments = arguments
    }
    process.environment = ["HOME": folder, "COLUMNS": "80"].merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    let file = try handle("output")
    process.standardOutput = output ?? file
    process.standardError = try handle("errors")
    try process.run()
  }

  var identifier: Int32 { process.processIdentifier }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  func wait() throws -> CommandResult {
    process.waitUntilExit()
    let wasKilled = process.terminationReason == .uncaughtSignal
    return CommandResult(
      status: process.terminationStatus + (wasKilled ? 128 : 0),
      output: String(decoding: try streams.read("output"), as: UTF8.self),
      errors: String(decoding: try streams.read("errors"), as: UTF8.self))
  }

  private func handle(_ name: String) throws -> FileHandle {
    try streams.write([], name)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: streams.file(name)))
  }

  /// The product beside the test bundle.
  private static let executable: URL = {
    let bundle = CommandLine.arguments.lazy.compactMap { argument in
      argument.range(of: ".xctest").map { URL(fileURLWithPath: String(argument[..<$0.lowerBound])) }
    }.first
    guard let bundle else { fatalError("no test bundle among \(CommandLine.arguments)") }
    return bundle.deletingLastPathComponent().appendingPathComponent("rectifier")
  }()
}
