// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import PackageDescription

let package = Package(
  name: "RectifierFuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Rectifier", path: "..")],
  targets: [
    .target(name: "FuzzInput"),
    .executableTarget(
      name: "FuzzNPZ",
      dependencies: ["FuzzInput", .product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "FuzzONNX",
      dependencies: ["FuzzInput", .product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "FuzzRowCache",
      dependencies: ["FuzzInput", .product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "FuzzSafetensors",
      dependencies: ["FuzzInput", .product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "FuzzSvmlight", dependencies: [.product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "FuzzTables", dependencies: [.product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "FuzzTexts", dependencies: [.product(name: "Rectifier", package: "Rectifier")]),
  ]
)
