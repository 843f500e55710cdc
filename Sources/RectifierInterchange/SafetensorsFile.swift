// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A safetensors file, mapped and checked; tensors are copied out by name.
public struct SafetensorsFile: Sendable {
  /// The metadata; empty where the file has none.
  public var metadata: [String: String] { header.metadata }
  /// The tensors in the order of their bytes.
  public var tensors: [SafetensorsTensor] { header.tensors }

  private let header: SafetensorsHeader
  private let positions: [String: Int]
  private let file: MappedFile

  /// Maps the file and checks its header.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - doing: The purpose, for messages: "reading a model".
  /// - Throws: `FileError` where there is no file to read, `SafetensorsError` where its content
  ///   is wrong.
  public init(contentsOf path: String, doing: String) throws {
    file = try MappedFile(path: path, doing: doing)
    header = try SafetensorsHeader(file.bytes, path: path)
    positions = Dictionary(
      uniqueKeysWithValues: header.tensors.enumerated().map { ($1.name, $0) })
  }

  /// The path that was opened.
  public var path: String { file.path }

  /// The tensor of that name.
  public func tensor(_ name: String) throws(SafetensorsError) -> SafetensorsTensor {
    guard let position = positions[name] else {
      throw .tensor(
        path: path, name: name, offset: 8, expected: "a tensor of that name",
        found: "\(tensors.count) others")
    }
    return tensors[position]
  }

  /// The tensor of that name, which has to have a shape.
  func tensor(_ name: String, shape: [Int]) throws(SafetensorsError) -> SafetensorsTensor {
    let tensor = try tensor(name)
    guard tensor.shape == shape else {
      throw .tensor(
        path: path, name: name, offset: 8, expected: "shape \(shape)", found: "\(tensor.shape)")
    }
    return tensor
  }

  /// A copy of a tensor's elements.
  ///
  /// - Complexity: O(elements).
  public func values(_ name: String) throws(SafetensorsError) -> SafetensorsValues {
    let tensor = try tensor(name)
    switch tensor.type {
    case .float32: return .float32(copy(tensor))
    case .float64: return .float64(copy(tensor))
    case .int64: return .int64(copy(tensor))
    case .int32: return .int32(copy(tensor))
    case .uint8: return .uint8(copy(tensor))
    }
  }

  /// A copy of the elements of a tensor of type `F32`; any other type is an error.
  ///
  /// - Complexity: O(elements).
  public func floats(_ name: String) throws(SafetensorsError) -> [Float] {
    let tensor = try tensor(name)
    guard tensor.type == .float32 else {
      throw .tensor(
        path: path, name: name, offset: 8, expected: "dtype F32", found: tensor.type.rawValue)
    }
    return copy(tensor)
  }

  private func copy<Element: BitwiseCopyable>(_ tensor: SafetensorsTensor) -> [Element] {
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[tensor.byteRange])
    let count = bytes.count / MemoryLayout<Element>.stride
    return Array(unsafeUninitializedCapacity: count) { elements, initializedCount in
      UnsafeMutableRawBufferPointer(elements).copyMemory(from: bytes)
      initializedCount = count
    }
  }
}
