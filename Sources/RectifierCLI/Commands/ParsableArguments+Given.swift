// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierExperiments

extension ParsableArguments {
  /// The flags that were given, those of groups included, in the order of their declarations: for
  /// telling somebody that they cannot be used.
  ///
  /// Flags go by the names of their properties, which the parser's wrappers store with an underscore
  /// before them. A property counts as given unless it is nil, or false where it could not be nil.
  var given: [String] {
    Mirror(reflecting: self).children.flatMap { child in
      guard let argument = child.value as? any DeclaredArgument, let label = child.label else {
        return [String]()
      }
      return argument.given(as: OptionNames()[String(label.drop { $0 == "_" })])
    }
  }
}

/// What the parser's wrappers have in common here.
private protocol DeclaredArgument {
  /// The flags that were given; `flag` is what the property's name says.
  func given(as flag: String) -> [String]
}

extension Argument: DeclaredArgument {
  fileprivate func given(as flag: String) -> [String] { isNil(wrappedValue) ? [] : [flag] }
}

extension Option: DeclaredArgument {
  fileprivate func given(as flag: String) -> [String] { isNil(wrappedValue) ? [] : [flag] }
}

extension Flag: DeclaredArgument {
  fileprivate func given(as flag: String) -> [String] {
    switch wrappedValue {
    case let isSet as Bool:
      isSet ? [flag] : Value.self == Bool.self ? [] : ["--no-" + flag.dropFirst(2)]
    case let choice as any EnumerableFlag: [OptionNames()["\(choice)"]]
    default: []
    }
  }
}

extension OptionGroup: DeclaredArgument {
  fileprivate func given(as flag: String) -> [String] { wrappedValue.given }
}

private func isNil(_ value: some Any) -> Bool { (value as? any Absence)?.isNil == true }

private protocol Absence {
  var isNil: Bool { get }
}

extension Optional: Absence {
  fileprivate var isNil: Bool { if case .none = self { true } else { false } }
}
