// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Terms by number, and numbers by term; terms are told apart by their UTF-8 bytes.
///
/// The bytes of all terms lie in one piece of storage, and a term is found by open addressing.
struct TermTable: Equatable, Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Numbers of terms, −1 where a slot is free; a power of two of them, at least half of them free.
  private var slots = [Int32](repeating: -1, count: 16)

  /// How many terms there are; their numbers are 0 to one less.
  var count: Int { hashes.count }

  /// The hash of no bytes.
  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of bytes followed by one more: FNV-1a 64.
  @inline(__always)
  static func hash(_ hash: UInt64, followedBy byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The bytes of a term.
  func bytes(of number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// A term as text.
  func term(_ number: Int) -> String { String(decoding: bytes(of: number), as: UTF8.self) }

  /// The number of a term, nil where it is unknown.
  func number(of term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let number = slots[slot(of: term, hash: hash)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a term, which is the next free one where the term is new.
  mutating func insert(_ term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let slot = slot(of: term, hash: hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let number = count
    guard number < Int(Int32.max) else { fatalError("term table: \(number) terms are too many") }
    slots[slot] = Int32(number)
    bytes.append(contentsOf: term)
    starts.append(bytes.count)
    hashes.append(hash)
    if 2 * count > slots.count { grow() }
    return number
  }

  /// The number of a term, which is the next free one where the term is new.
  mutating func insert(_ term: String) -> Int {
    var term = term
    return term.withUTF8 { bytes in
      insert(bytes, hash: bytes.reduce(Self.emptyHash) { Self.hash($0, followedBy: $1) })
    }
  }

  /// Where a term stands, or the free slot where it would.
  private func slot(of term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Self.firstSlot(hash, mask: mask)
    while slots[slot] >= 0, !isTerm(Int(slots[slot]), term, hash: hash) { slot = (slot + 1) & mask }
    return slot
  }

  /// FNV-1a's low bits are its best; its high ones are folded in.
  private static func firstSlot(_ hash: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
  }

  private func isTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Bool {
    guard hashes[number] == hash else { return false }
    let start = starts[number]
    guard starts[number + 1] - start == term.count else { return false }
    for index in 0..<term.count where bytes[start + index] != term[index] { return false }
    return true
  }

  private mutating func grow() {
    let mask = 2 * slots.count - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for (number, hash) in hashes.enumerated() {
      var slot = Self.firstSlot(hash, mask: mask)
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
