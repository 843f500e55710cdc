// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What an ONNX file holds, as far as it is read and written here: a graph of operations on arrays.
///
/// Source: github.com/onnx/onnx, `onnx.proto3`, from which the numbers of fields are.
struct ONNXModel: Equatable {
  /// The version of the format that is written.
  static let irVersion: Int64 = 8
  /// The version of the set of operations that is written.
  static let operationSet: Int64 = 17
  /// The versions of the set that are read; what is read means the same in all of them.
  static let readableOperationSets: ClosedRange<Int64> = 7...28
  /// As much as protobuf allows.
  static let byteLimit = Int(Int32.max)
  /// How many nodes, tensors, inputs of a node and so on there may be.
  static let elementLimit = 10_000

  var irVersion = Self.irVersion
  /// Versions by the set's name; the empty name is that of ONNX itself.
  var operationSets = ["": Self.operationSet]
  var producer = ""
  var producerVersion = ""
  var graphName = ""
  var nodes: [ONNXNode] = []
  var initializers: [ONNXTensor] = []
  var inputs: [ONNXValue] = []
  var outputs: [ONNXValue] = []
  /// Keys and texts of the producer's own.
  var metadata: [String: String] = [:]
}
