// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct ImagePreviewTests {
  private let data: Dataset
  private let bytes: [UInt8]

  init() throws {
    var stream = Seed(4).stream("images")
    bytes = (0..<6 * 8).map { _ in UInt8(truncatingIfNeeded: stream.nextWord()) }
    data = try Dataset(
      name: "images", features: .bytes(ByteRows(bytes: bytes, rowCount: 6, columnCount: 8)),
      targets: .classes([0, 1, 0, 1, 0, 1]), labels: ["a", "b"],
      imageShape: ImageShape(height: 2, width: 4, channels: 1))
  }

  private func pixels(_ preview: ImagePreview) throws -> [UInt8] {
    let images = try preview.images(of: data, execution: .default)
    #expect(images.labels == data.labels && images.imageShape == data.imageShape)
    guard case .bytes(let rows) = images.features else { return [] }
    return (0..<6).flatMap { row in rows.withRow(row) { Array($0) } }
  }

  private func values() -> Matrix {
    Matrix(rows: (0..<6).map { row in (0..<8).map { Float(bytes[row * 8 + $0]) / 255 } })
  }

  @Test func cleanImagesAreTheirBytes() throws {
    #expect(try pixels(ImagePreview()) == bytes)
  }

  @Test(arguments: [
    Corruption.masking(level: 0.5), .saltAndPepper(zeros: 0.2, ones: 0.2),
    .gaussian(deviation: 0.8),
  ])
  func noiseIsThatOfTraining(corruption: Corruption) throws {
    let noisy = corruption.corrupted(values(), seed: Seed(3), epoch: 1)
    let expected = (0..<6).flatMap { row in
      noisy.row(row).map { UInt8((min(max($0, 0), 1) * 255).rounded()) }
    }
    let found = try pixels(ImagePreview(corruption: corruption, seed: Seed(3)))
    #expect(zip(found, expected).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
    #expect(found != bytes)
  }

  @Test func anAutoencoderGivesImagesBack() throws {
    let autoencoder = try model([8, 5, 8])
    let oracle = DoubleNetwork(autoencoder.network)
    let masked = Corruption.masking(level: 0.5).corrupted(values(), seed: Seed(1), epoch: 1)
    let expected = masked.doubleRows.flatMap { oracle.trace($0).inputs.last! }
    let found = try pixels(
      ImagePreview(corruption: .masking(level: 0.5), autoencoder: autoencoder))
    for (pixel, value) in zip(found, expected) {
      #expect(abs(Double(pixel) - min(max(value, 0), 1) * 255) < 0.51)
    }
  }

  @Test func whatIsNoAutoencoderOfTheImagesIsRefused() throws {
    let other = try model([8, 5, 7])
    #expect(throws: ConfigurationError.self) { try pixels(ImagePreview(autoencoder: other)) }
    let narrow = try model([7, 5, 7])
    #expect(throws: ModelError.self) { try pixels(ImagePreview(autoencoder: narrow)) }
  }

  private func model(_ widths: [Int]) throws -> Model {
    let network = Network.drawn(
      try Architecture(
        inputCount: widths[0], hiddenWidths: [widths[1]],
        head: .softplus(outputCount: widths[2])))
    let facts = DataFacts(rowCount: 1, checksum: "crc32:00000000")
    return Model(
      network: network, preprocessing: Preprocessing(divisor: 255), imageShape: nil, labels: [],
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: [0]), training: facts, validation: facts, epoch: 0,
        validationErrorRate: nil, validationLoss: nil, zeroFraction: [], deadUnitCount: []))
  }
}
