// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// The kernels' view of a head.
extension OutputHead {
  /// What makes each output of its own pre-activation; nil for softmax, which joins them.
  package var link: Activation? {
    switch self {
    case .softmax: nil
    case .logistic: .logistic
    case .identity: .identity
    case .softplus: .softplus(sharpness: 1)
    case .rectifier: .rectifier
    }
  }

  /// A job over the pre-activations of some rows that as yet wants no result.
  package func softmaxJob(
    _ logits: AlignedBuffer<Float>, rowCount: Int
  ) -> rectifier_softmax {
    var job = rectifier_softmax()
    job.logits = UnsafePointer(logits.pointer)
    job.stride = PanelLayout.padded(outputCount)
    job.row_count = rowCount
    job.class_count = outputCount
    return job
  }

  /// The same for outputs with a link.
  package func realJob(
    _ outputs: AlignedBuffer<Float>, link: Activation, rowCount: Int
  ) -> rectifier_real_head {
    var job = rectifier_real_head()
    job.output = UnsafePointer(outputs.pointer)
    job.stride = PanelLayout.padded(outputCount)
    job.row_count = rowCount
    job.output_count = outputCount
    job.link = link.kernelCode
    return job
  }
}
