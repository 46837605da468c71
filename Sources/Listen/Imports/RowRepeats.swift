/// Notices at fixed memory which keys may come more than once, so that only those are counted.
///
/// A Bloom filter of two bits a key (B. H. Bloom, “Space/time trade-offs in hash coding with
/// allowable errors”, 1970): a key taken for a repeat by mistake is counted needlessly, a repeat is
/// never missed.
struct RepeatFilter {
  private var words: [UInt64]
  private let mask: UInt64
  private(set) var repeats: [UInt64: RowRepeat] = [:]

  /// - Parameter fileBytes: the size of the file, by which memory is chosen; nil for the most.
  init(fileBytes: Int?) {
    let most = ImportLimits.repeatFilterBytesMax
    var bytes = 1 << 12
    while bytes < min(most, fileBytes ?? most) { bytes *= 2 }
    words = [UInt64](repeating: 0, count: bytes / 8)
    mask = UInt64(bytes * 8 - 1)
  }

  /// - Throws: `ImportRefusal` when more keys repeat than are kept in memory.
  mutating func note(_ key: UInt64) throws(ImportRefusal) {
    let wasSet = set(key & mask)
    // The upper half of a digest is as good as a second hash.
    let wasSetToo = set((key >> 32 | key << 32) & mask)
    guard wasSet && wasSetToo, repeats[key] == nil else { return }
    guard repeats.count < ImportLimits.repeatedRowsMax else {
      throw ImportRefusal(
        "more than \(ImportLimits.repeatedRowsMax) different rows or ids may stand in the file "
          + "more than once (repeatedRowsMax); split the file"
      )
    }
    repeats[key] = RowRepeat()
  }

  private mutating func set(_ bit: UInt64) -> Bool {
    let word = Int(bit >> 6)
    let flag = UInt64(1) << (bit & 63)
    let was = words[word] & flag != 0
    words[word] |= flag
    return was
  }
}

/// How often a key has come.
struct RowRepeat: Hashable, Sendable {
  var count = 0
  var firstLine = 0
}

/// Counts the rows of a file that come more than once, in the order of the file.
struct RowRepeats: Sendable {
  private var repeats: [UInt64: RowRepeat]

  init(_ repeats: [UInt64: RowRepeat] = [:]) { self.repeats = repeats }

  var isEmpty: Bool { repeats.isEmpty }

  /// 1 for the first row of a key, 2 for the next; with the line of the first.
  mutating func occurrence(of key: UInt64, line: Int) -> RowRepeat {
    guard !repeats.isEmpty, var known = repeats[key] else {
      return RowRepeat(count: 1, firstLine: line)
    }
    known.count += 1
    if known.count == 1 { known.firstLine = line }
    repeats[key] = known
    return known
  }
}
