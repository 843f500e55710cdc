// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension AdvantagesRecipe {
  /// What each field is from: the paper claims and measures nothing here.
  package static let sources: [String: RecipeSource] = [
    "dataSet": .experiment("the paper's first data set, which everybody has"),
    "batchSize": .paper("section 4.1"),
    "seeds": .experiment("the spread between networks that differ in nothing else"),
    "networks": .experiment("equal widths; rates by the validation part"),
    "depths": .experiment("up to depths at which gradients of saturating units vanish"),
    "rates": .experiment("up to rates at which training diverges"),
    "widths": .experiment("around the paper's 1,000 units"),
    "optimizer": .paper("section 4.1"),
    "initializer": .experiment("the default, one for all activations"),
    "signMask": .experiment("none, so that the codes are the plain activations"),
  ]
}
