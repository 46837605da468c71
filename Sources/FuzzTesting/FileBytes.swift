import CZlib
import Foundation

/// A file for a reader: a table's, the same damaged, or bytes that never were one.
struct FileBytes {
  /// What the file says; nil when it was damaged.
  private(set) var table: WrittenTable?
  private(set) var bytes: [UInt8] = []

  /// - Parameter scratch: the path of a file to pack by.
  init(_ chance: inout FuzzChance, scratch: String) {
    if chance.once(in: 8) {
      bytes = (0..<chance.below(300)).map { _ in chance.one(of: Self.soup) }
    } else {
      let written = WrittenTable(&chance)
      table = written
      bytes = Self.encoded(written.text, &chance)
    }
    let damages = chance.once(in: 2) ? 0 : chance.number(in: 1...5)
    for _ in 0..<damages { damage(&chance) }
    guard chance.once(in: 8) else { return }
    pack(scratch)
    if chance.once(in: 3) { damage(&chance) }
    // Archivers pad the last block.
    if chance.once(in: 4) { bytes += repeatElement(0, count: chance.below(5)) }
  }

  private static let soup =
    Array(",,,;\t\"\"\"\n\n\r\r\n ab9é\u{0}\u{FEFF}".utf8) + [0xE9, 0xFF, 0x80]

  private static func encoded(_ text: String, _ chance: inout FuzzChance) -> [UInt8] {
    switch chance.below(8) {
    case 0: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 1: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 2, 3: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    default: return Array(text.utf8)
    }
  }

  private mutating func damage(_ chance: inout FuzzChance) {
    table = nil
    let place = chance.below(bytes.count + 1)
    let end = min(bytes.count, place + chance.number(in: 1...20))
    switch chance.below(9) {
    case 0: bytes.removeSubrange(place...)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3 where place < bytes.count: bytes[place] ^= UInt8(1 << chance.below(8))
    case 4 where place < bytes.count: bytes[place] = UInt8(chance.below(256))
    case 5 where chance.once(in: 200):
      bytes.insert(contentsOf: repeatElement(UInt8(ascii: ","), count: 17_000), at: place)
    default: bytes.insert(contentsOf: chance.one(of: Self.shards), at: place)
    }
  }

  /// Half characters, characters that may not be, and marks where none belongs.
  private static let shards: [[UInt8]] = [
    [0x22], [0x22, 0x22], [0x22, 0x61], [0x61, 0x22], [0x0D], [0x0A], [0x0D, 0x0A], [0x2C], [0x3B],
    [0x09], [0x00], [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE],
    [0xD8, 0x00], [0x00, 0xDC], [0x1F, 0x8B], [0x1F, 0x8B, 0x08], [0x50, 0x4B, 0x03, 0x04],
    [0xE0, 0x80, 0x80], [0xEF, 0xBF, 0xBD], Array(repeating: 0x61, count: 70),
  ]

  /// As gzip does.
  private mutating func pack(_ scratch: String) {
    guard let file = unsafe gzopen(scratch, "wb") else { return }
    unsafe gzwrite(file, bytes, UInt32(bytes.count))
    unsafe gzclose(file)
    bytes = FileManager.default.contents(atPath: scratch).map { Array($0) } ?? []
  }
}
