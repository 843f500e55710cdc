// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Numbers of one moment of a run, as a record of a TensorBoard file.
///
///     record = u64 length | u32 masked CRC-32C of it | event | u32 masked CRC-32C of the event
///     event  = {1: wall time, 2: step, 5: {1: {1: tag, 2: value}, …}}
///
/// The first record of a file says which version it is.
///
/// Source: github.com/tensorflow/tensorflow, `record_writer.h`, `event.proto`, `summary.proto`.
struct ScalarEvent {
  /// Seconds since 1970.
  let wallTime: Double
  /// The epoch.
  let step: Int
  /// Names, as in "loss/training", and numbers.
  let scalars: [(tag: String, value: Float)]

  /// The record that begins a file.
  static func version(wallTime: Double) -> [UInt8] {
    var event = ProtobufWriter()
    event.write(1, wallTime)
    event.write(3, "brain.Event:2")
    return record(event.bytes)
  }

  /// The event as a record.
  var record: [UInt8] {
    var event = ProtobufWriter()
    event.write(1, wallTime)
    event.write(2, Int64(step))
    event.write(5) { summary in
      for (tag, scalar) in scalars {
        summary.write(1) { value in
          value.write(1, tag)
          value.write(2, scalar)
        }
      }
    }
    return Self.record(event.bytes)
  }

  private static func record(_ event: [UInt8]) -> [UInt8] {
    let length = little(UInt64(event.count))
    return length + little(CRC32C.masked(length)) + event + little(CRC32C.masked(event))
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
