// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import FuzzInput
import Rectifier

/// Reads the bytes as a safetensors file with all of its tensors, and as a model. Whatever they are, each
/// ends in an error of one line or in what it reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSafetensors(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  FuzzInput.read(bytes) { path in
    let file = try SafetensorsFile(contentsOf: path, doing: "fuzzing")
    let total = try file.tensors.reduce(0) { sum, tensor in
      try sum + file.values(tensor.name).count * tensor.type.byteCount
    }
    if total > count { fatalError("\(total) bytes of tensors in \(count)") }
  }
  FuzzInput.read(bytes) { path in
    let model = try Model(contentsOf: path)
    let row = Matrix(rowCount: 1, columnCount: model.network.architecture.inputCount)
    _ = Predictor(model.network).predict(row)
  }
  return 0
}
