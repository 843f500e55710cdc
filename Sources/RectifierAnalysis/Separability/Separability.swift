// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How well a linear classifier tells the classes apart from the code of each layer, beside the input
/// and beside random rectifier units of the input, as many as the layer has.
///
/// Error rates are means over five folds of the rows, with Student's interval over folds; folds share
/// most of what they learn from, so that intervals are somewhat too narrow. The probe is a softmax
/// regression on standardised features, by Adam at the rate 0.003 over 20 epochs in batches of 50, weight
/// L2 0.001, from weights of 0: nothing of it is chosen by its error. Random units have weights drawn by Glorot's rule and
/// no bias: what is gained from width alone.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 2.2, "linear separability"; linear probes of
/// codes are Alain and Bengio's, "Understanding intermediate layers using linear classifier probes"
/// (2016).
public struct Separability: Equatable, Sendable {
  /// Parts that the rows are divided into.
  public static let foldCount = 5
  /// Samples that are drawn, at most, where nothing else is asked for.
  public static let defaultSampleCount = 2000

  /// Samples that probes learned from and were tested on.
  public let sampleCount: Int
  /// Wrong predictions from the input, 0…1.
  public let inputErrorRate: Estimate
  /// From the code of each hidden layer, from the input on.
  public let layerErrorRates: [Estimate]
  /// For each hidden layer, from as many random rectifier units of the input.
  public let randomErrorRates: [Estimate]

  /// Measures on rows of data, drawn where there are more; they should be none that the model learned
  /// from.
  ///
  /// - Parameters:
  ///   - model: The model whose codes are measured.
  ///   - data: With the model's features.
  ///   - sampleCount: At most so many rows.
  ///   - seed: Decides rows, folds, random units and the order of samples; of rows and units through its
  ///     streams "separability samples" and "random units".
  ///   - execution: How; no result depends on it.
  /// - Returns: Nil where targets are no classes or the model predicts none, where fewer than two
  ///   classes have two rows, so that some fold would leave one to learn, and for fewer rows than twice
  ///   the folds.
  /// - Throws: `ModelError` where the data do not fit the model, and for an output that is not finite;
  ///   `TrainingError` where a probe diverges.
  /// - Complexity: Ten runs of a probe for each hidden layer and five for the input.
  public static func measure(
    _ model: Model, on data: Dataset, sampleCount: Int = defaultSampleCount, seed: Seed = Seed(1),
    execution: Execution = .default
  ) throws -> Separability? {
    let samples = data.drawn(sampleCount, seed: seed, stream: "separability samples")
    let pass = try CodePass(model, on: samples, execution: execution)
    guard let classes = try model.trueClasses(of: samples), samples.rowCount >= 2 * foldCount,
      samples.classCounts.count(where: { $0 > 1 }) > 1
    else { return nil }
    let probe = LinearProbe(
      classes: classes, labels: model.labels, foldCount: foldCount, seed: seed,
      execution: execution)
    let codes = try pass.codes()
    var random: [Int: Estimate] = [:]
    for width in Set(model.network.architecture.hiddenWidths).sorted() {
      let units = RandomUnits.codes(of: samples, width: width, seed: seed, execution: execution)
      random[width] = try probe.errorRate(.floats(units))
    }
    return Separability(
      sampleCount: samples.rowCount,
      inputErrorRate: try probe.errorRate(samples.probedFeatures(execution: execution)),
      layerErrorRates: try codes.map { try probe.errorRate(.floats($0)) },
      randomErrorRates: model.network.architecture.hiddenWidths.map { random[$0]! })
  }
}

extension CodePass {
  /// What each hidden layer makes of all rows, `[rows × units]`.
  func codes() throws(ModelError) -> [Matrix] {
    var codes = network.architecture.hiddenWidths.map { width in
      Matrix(rowCount: data.rowCount, columnCount: width)
    }
    try run { rows in
      for layer in codes.indices {
        let stride = codes[layer].stride
        codes[layer].withUnsafeMutablePointer { all in
          (all + Int(rows[0]) * stride).update(
            from: forward.outputs[layer].pointer, count: rows.count * stride)
        }
      }
    }
    return codes
  }
}

extension Dataset {
  /// The features as a probe takes them: numbers; sparse ones stay so.
  fileprivate func probedFeatures(execution: Execution) -> Features {
    if case .sparse = features { return features }
    return .floats(scaledFeatures(execution: execution))
  }
}
