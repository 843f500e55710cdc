// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import PackageDescription

let package = Package(
  name: "Rectifier",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Rectifier", targets: ["Rectifier"]),
    .executable(name: "rectifier", targets: ["RectifierCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "CRectifierKernels"),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "RectifierFiles", dependencies: ["CZlib"]),
    .target(name: "RectifierNumerics", dependencies: ["CRectifierKernels"]),
    .target(name: "RectifierNetworks", dependencies: ["RectifierNumerics", "CRectifierKernels"]),
    .target(
      name: "RectifierData",
      dependencies: ["RectifierNumerics", "RectifierFiles", "CRectifierKernels"]),
    .target(
      name: "RectifierTraining",
      dependencies: [
        "RectifierNetworks", "RectifierData", "RectifierNumerics", "CRectifierKernels",
      ]),
    .target(
      name: "RectifierInterchange",
      dependencies: [
        "RectifierTraining", "RectifierData", "RectifierNetworks", "RectifierNumerics",
        "RectifierFiles",
      ]),
    .target(
      name: "RectifierAnalysis",
      dependencies: [
        "RectifierTraining", "RectifierData", "RectifierNetworks", "RectifierNumerics",
      ]),
    .target(name: "RectifierPlots"),
    .target(
      name: "RectifierExperiments",
      dependencies: [
        "RectifierAnalysis", "RectifierTraining", "RectifierInterchange", "RectifierData",
        "RectifierNetworks",
        "RectifierNumerics", "RectifierFiles", "RectifierPlots",
      ]),
    .target(
      name: "Rectifier",
      dependencies: [
        "RectifierNumerics", "RectifierNetworks", "RectifierData", "RectifierTraining",
        "RectifierInterchange", "RectifierAnalysis",
      ]),
    .executableTarget(
      name: "RectifierCLI",
      dependencies: [
        "RectifierExperiments", "RectifierAnalysis", "RectifierInterchange", "RectifierTraining",
        "RectifierData",
        "RectifierNetworks", "RectifierNumerics", "RectifierFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "CRectifierKernelsReference", dependencies: ["CRectifierKernels"],
      path: "Tests/CRectifierKernelsReference"),
    .target(name: "CAllocationCount", path: "Tests/CAllocationCount"),
    .target(
      name: "RectifierTestSupport",
      dependencies: ["RectifierFiles", "RectifierNetworks", "RectifierNumerics"],
      path: "Tests/RectifierTestSupport"),
    .testTarget(
      name: "CRectifierKernelsTests",
      dependencies: ["CRectifierKernels", "CRectifierKernelsReference"], exclude: ["Golden"]),
    .testTarget(
      name: "RectifierFilesTests", dependencies: ["RectifierFiles", "RectifierTestSupport"]),
    .testTarget(
      name: "RectifierNumericsTests",
      dependencies: [
        "RectifierNumerics", "CRectifierKernels", "RectifierTestSupport", "CAllocationCount",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "RectifierNetworksTests",
      dependencies: [
        "RectifierNetworks", "RectifierNumerics", "CRectifierKernels", "RectifierTestSupport",
        "CAllocationCount",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "RectifierTrainingTests",
      dependencies: [
        "RectifierTraining", "RectifierData", "RectifierNetworks", "RectifierNumerics",
        "RectifierTestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "RectifierDataTests",
      dependencies: [
        "RectifierData", "RectifierNumerics", "RectifierFiles", "RectifierTestSupport",
      ],
      exclude: [
        "CIFAR/cifar_facts.py", "Glyphs/Golden", "IDX/mnist_facts.py", "NORB/stereo_golden.py",
        "NumPy/Golden", "Pictures/Golden", "Svmlight/svmlight_facts.py", "Tables/Golden",
        "Tables/adult_facts.py", "Text/Golden",
        "split_golden.py",
      ]),
    .testTarget(
      name: "RectifierInterchangeTests",
      dependencies: [
        "RectifierInterchange", "RectifierTraining", "RectifierData", "RectifierNetworks",
        "RectifierNumerics", "RectifierFiles", "RectifierTestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "RectifierAnalysisTests",
      dependencies: [
        "RectifierAnalysis", "RectifierTraining", "RectifierData", "RectifierNetworks",
        "RectifierNumerics", "RectifierTestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "RectifierPlotsTests", dependencies: ["RectifierPlots"], exclude: ["Snapshots"]),
    .testTarget(
      name: "RectifierExperimentsTests",
      dependencies: [
        "RectifierExperiments", "RectifierAnalysis", "RectifierInterchange", "RectifierTraining",
        "RectifierData",
        "RectifierNetworks", "RectifierNumerics", "RectifierFiles", "RectifierTestSupport",
      ]),
    .testTarget(
      name: "RectifierCLITests",
      dependencies: [
        "RectifierCLI", "RectifierExperiments", "RectifierAnalysis", "RectifierInterchange",
        "RectifierTraining",
        "RectifierData", "RectifierNetworks", "RectifierNumerics", "RectifierFiles",
        "RectifierTestSupport",
      ],
      exclude: ["Snapshots"]),
  ]
)

// The documentation's compiler is fetched for `make docs` alone.
if Context.environment["RECTIFIER_DOCUMENTATION"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
