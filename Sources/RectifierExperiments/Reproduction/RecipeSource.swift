// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Where a field of a recipe has its value from.
package enum RecipeSource: Equatable, Sendable {
  /// The paper states it there.
  case paper(String)
  /// We chose it, from a range of the paper or where the paper states nothing: the deviations of
  /// those numbers in `Reproduction/DEVIATIONS.md` say what and why.
  case ourChoice(deviations: [Int])
  /// It belongs to an experiment that the paper does not have; why it is so.
  case experiment(String)

  /// The numbers of its deviations; none for what the paper states.
  package var deviations: [Int] {
    switch self {
    case .paper, .experiment: []
    case .ourChoice(let deviations): deviations
    }
  }
}
