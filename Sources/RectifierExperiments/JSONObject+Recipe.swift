// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Recipes: what determines a run, as the members of a configuration that are not at their defaults.
///
/// Defaults are left out so that an option that is invented later changes no recipe.
extension JSONObject {
  /// The members, by the wanted keys, that another object does not have with the same value.
  func members(
    unlike defaults: JSONObject, where isWanted: (String) -> Bool = { _ in true }
  ) -> JSONObject {
    var members = JSONObject()
    for key in keys where isWanted(key) && self[key] != defaults[key] { members[key] = self[key] }
    return members
  }

  /// 16 hexadecimal digits: FNV-1a 64 of the text with sorted keys and the shortest decimals.
  ///
  /// - Throws: `JSONError` where a number is not finite.
  func recipeHash() throws(JSONError) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in try JSONValue.object(self).text(.canonical).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
