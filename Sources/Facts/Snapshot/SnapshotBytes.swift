import Kernel

/// Writes numbers and words one behind the other, little-endian.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: some FixedWidthInteger) {
    var rest = number
    for _ in 0..<number.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func write(_ text: String) {
    write(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what `SnapshotWriter` wrote and trusts none of it.
struct SnapshotReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func read<Number: FixedWidthInteger>(_: Number.Type = Number.self)
    throws(SnapshotRefusal) -> Number
  {
    var number: Number = 0
    for (place, byte) in try take(Number.bitWidth / 8).enumerated() {
      number |= Number(truncatingIfNeeded: byte) << (8 * place)
    }
    return number
  }

  mutating func readText() throws(SnapshotRefusal) -> String {
    let length = Int(try read(UInt32.self))
    guard let text = String(validating: try take(length), as: UTF8.self) else {
      throw .damaged("a word is not UTF-8")
    }
    return text
  }

  /// A count of things that take at least `size` bytes each, so that no loop runs away.
  mutating func readCount(ofThingsOf size: Int) throws(SnapshotRefusal) -> Int {
    let count = Int(try read(UInt32.self))
    guard count * size <= bytes.count - offset else { throw .damaged("a count is too large") }
    return count
  }

  private mutating func take(_ length: Int) throws(SnapshotRefusal) -> ArraySlice<UInt8> {
    guard length <= bytes.count - offset else { throw .damaged("its catalogue ends too early") }
    defer { offset += length }
    return bytes[offset..<offset + length]
  }
}

/// Why a snapshot is not used; the columns are then built from the ledger.
package enum SnapshotRefusal: Error, Hashable, CustomStringConvertible {
  case missing
  case unreadable(String)
  case notASnapshot
  case otherVersion(UInt32)
  case truncated
  case damaged(String)
  case ofAnotherLedger

  package var description: String {
    switch self {
    case .missing: "there is no snapshot of the columns"
    case .unreadable(let reason): "the snapshot of the columns cannot be read: \(reason)"
    case .notASnapshot: "the file is not a snapshot of the columns"
    case .otherVersion(let version):
      "the snapshot of the columns has format \(version), which this version does not read"
    case .truncated: "the snapshot of the columns ends too early"
    case .damaged(let what): "the snapshot of the columns is damaged: \(what)"
    case .ofAnotherLedger: "the snapshot of the columns belongs to another ledger"
    }
  }
}
