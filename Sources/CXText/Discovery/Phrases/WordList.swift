/// Every different word of many comments, numbered from 1 in the order in which they first came.
///
/// - Complexity: a word is found in expected constant time; 24 bytes and its letters a word.
struct WordList: Hashable, Sendable {
  private(set) var hashes: [UInt64] = [0]
  private(set) var parts: [WordPart] = [[]]
  private var letters: [UInt8] = []
  private var ends: [Int] = [0]
  /// Numbers by hash, 0 where there is none; always a power of two, at most half full.
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)

  var count: Int { hashes.count }

  /// The word’s number, if it has come before.
  func number(of hash: UInt64) -> UInt32? {
    let number = slots[slot(of: hash)]
    return number == 0 ? nil : number
  }

  /// Takes in a word that has not come before.
  mutating func append(
    _ hash: UInt64,
    part: WordPart,
    letters form: ArraySlice<UInt8>
  ) -> UInt32 {
    if hashes.count * 2 > slots.count { grow() }
    let number = UInt32(truncatingIfNeeded: hashes.count)
    slots[slot(of: hash)] = number
    hashes.append(hash)
    parts.append(part)
    letters.append(contentsOf: form)
    ends.append(letters.count)
    return number
  }

  func form(of number: UInt32) -> ArraySlice<UInt8> {
    guard number > 0 else { return [] }
    return letters[ends[Int(number) - 1]..<ends[Int(number)]]
  }

  func text(of number: UInt32) -> String { String(decoding: form(of: number), as: UTF8.self) }

  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 1..<hashes.count {
      slots[slot(of: hashes[number])] = UInt32(truncatingIfNeeded: number)
    }
  }

  // The slots follow from the hashes.
  static func == (one: Self, other: Self) -> Bool {
    one.hashes == other.hashes && one.parts == other.parts && one.letters == other.letters
      && one.ends == other.ends
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hashes) }
}
