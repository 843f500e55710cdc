// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierExperiments

@Suite struct RecipeSourceTests {
  /// The fields that a recipe is made of, and the sources that it names.
  private func recipe(_ reproduction: Reproduction) -> Any {
    switch reproduction {
    case .figure1: Figure1Recipe()
    case .figure2: Figure2Recipe()
    case .figure3: Figure3Recipe()
    case .figure4: Figure4Recipe()
    case .sharpness: SharpnessRecipe()
    case .table1: Table1Recipe()
    case .table2: Table2Recipe()
    case .amazon: AmazonRecipe()
    case .advantages: AdvantagesRecipe()
    }
  }

  @Test(arguments: Reproduction.allCases)
  func everyFieldHasASource(reproduction: Reproduction) {
    let fields = Set(Mirror(reflecting: recipe(reproduction)).children.compactMap(\.label))
    #expect(!fields.isEmpty)
    let named = Set(reproduction.sources.keys)
    #expect(fields.subtracting(named) == [])
    // What is no field is an option of training that stays at its default.
    #expect(named.subtracting(fields).subtracting(TrainConfiguration.keys) == [])
    for (field, source) in reproduction.sources {
      if case .ourChoice(let deviations) = source { #expect(!deviations.isEmpty, "\(field)") }
    }
  }

  @Test func everyDeviationIsExplainedAndNamed() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Reproduction/DEVIATIONS.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let explained = text.matches(of: #/(?m)^## (\d+)\. /#).compactMap { Int($0.1) }
    #expect(explained == Array(1...max(1, explained.count)), "numbered from 1, none left out")
    let named = Set(Reproduction.allCases.flatMap(\.deviations))
    #expect(named.subtracting(explained) == [], "named by a recipe, not explained")
    #expect(Set(explained).subtracting(named) == [], "explained, named by no recipe")
    // Each says what the paper has, what we do, and what that changes.
    let paragraphs = text.split(separator: #/(?m)^## \d+\. /#).dropFirst()
    for paragraph in paragraphs {
      for word in ["*Paper:*", "*Here:*", "*Effect:*"] {
        #expect(paragraph.contains(word), "\(paragraph.prefix(40)): no \(word)")
      }
    }
  }
}
