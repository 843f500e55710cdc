// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension OutputHead {
  /// What a difference of two of its outputs is called.
  var differenceName: String {
    switch self {
    case .softmax, .logistic: "probability difference"
    case .identity, .softplus, .rectifier: "difference"
    }
  }
}
