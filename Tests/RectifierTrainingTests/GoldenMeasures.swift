// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Written by Golden/make_measures.py: for each task its measures with their intervals.
let goldenMeasures:
  [(name: String, measures: [(key: String, value: Double, interval: ClosedRange<Double>?)])] = [
    (
      "ordinal",
      [
        ("rmse", 1.419721384696872, 1.1284353197860169...1.660677978835944),
        ("mae", 1.1015406659659517, 0.8729976217373105...1.3300837101945928),
        ("r2", 0.0848541157023367, -0.1976342842445722...0.3673425156492456),
      ]
    ),
    (
      "regression",
      [
        ("rmse", 0.5527143602825061, 0.48537708569463084...0.6126952038392229),
        ("mae", 0.4765625, 0.4051246380200171...0.5480003619799829),
        ("r2", 0.8588514460796423, 0.7843280719843846...0.9333748201748999),
      ]
    ),
    (
      "multi-label",
      [
        ("microF1", 0.651685393258427, 0.557819418697797...0.745551367819057),
        ("macroF1", 0.6328159645232816, nil),
        ("subsetAccuracy", 0.38333333333333336, 0.27088272374082023...0.5098240417590009),
        ("precisionAt1", 0.6440677966101694, 0.5165549598185499...0.7539670859618669),
        ("recallAt1", 0.4578313253012048, 0.38058620388688436...0.5350764467155252),
      ]
    ),
    (
      "weighted",
      [
        ("weightedErrorRate", 0.5208333333333333, 0.3752441627923444...0.6664225038743223)
      ]
    ),
  ]

/// P@1, P@2, … of the sets.
let goldenPrecisions: [Double] = [
  0.6440677966101694, 0.5423728813559322, 0.4689265536723164,
]

/// R@1, R@2, … of the sets.
let goldenRecalls: [Double] = [
  0.4578313253012048, 0.7710843373493976, 1.0,
]

/// Balanced weights of the classes.
let goldenBalancedWeights: [Double] = [
  0.7692307692307693, 0.9090909090909091, 1.6666666666666667,
]
