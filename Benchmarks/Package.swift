// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import PackageDescription

let package = Package(
  name: "RectifierBenchmarks",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "side-by-side", targets: ["SideBySide"]),
    .executable(name: "counted-work", targets: ["CountedWork"]),
    .executable(name: "reading-rate", targets: ["ReadingRate"]),
  ],
  dependencies: [.package(name: "Rectifier", path: "..")],
  targets: [
    .target(name: "CCountedCalls"),
    .target(
      name: "Workloads", dependencies: [.product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "SideBySide",
      dependencies: ["Workloads", .product(name: "Rectifier", package: "Rectifier")]),
    .executableTarget(
      name: "CountedWork",
      dependencies: [
        "Workloads", "CCountedCalls", .product(name: "Rectifier", package: "Rectifier"),
      ]),
    .executableTarget(
      name: "ReadingRate", dependencies: [.product(name: "Rectifier", package: "Rectifier")]),
  ]
)
