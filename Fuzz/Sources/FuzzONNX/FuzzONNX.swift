// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import FuzzInput
import Rectifier

/// Reads the bytes as an ONNX file. Whatever they are, this ends in an error of one line or in a model
/// that predicts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzONNX(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzInput.check {
    let model = try Model(
      onnx: UnsafeRawBufferPointer(start: start, count: count), path: "fuzz")
    let row = Matrix(rowCount: 1, columnCount: model.network.architecture.inputCount)
    _ = Predictor(model.network).predict(row)
  }
  return 0
}
