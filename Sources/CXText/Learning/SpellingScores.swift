/// What the spellings of words met before weigh, so that each is found once for many comments.
struct SpellingScores {
  /// For each word a score for each label.
  var scores: [Float] = []

  private let labels: Int
  private var slots: [Slot]
  private var count = 0
  private var comment: UInt32 = 0

  private struct Slot {
    var hash: UInt64 = 0
    var place: Int32 = -1
    /// The comment in which the word was met last.
    var comment: UInt32 = 0
  }

  enum Found {
    /// Met in this comment before.
    case counted
    /// Where its scores begin.
    case known(Int)
    case new
  }

  /// So many words are remembered, then all are forgotten: a long stream takes no more memory.
  private static let wordsMost = 1 << 15

  init(labels: Int) {
    self.labels = labels
    slots = Array(repeating: Slot(), count: 2 * Self.wordsMost)
  }

  /// Words that are forgotten in the middle of a comment would count twice, so it happens here.
  mutating func beginComment() {
    comment &+= 1
    if comment == 0 || count >= Self.wordsMost {
      for slot in slots.indices { slots[slot] = Slot() }
      scores.removeAll(keepingCapacity: true)
      (count, comment) = (0, 1)
    }
  }

  /// Looks a word up, and counts it.
  mutating func place(of hash: UInt64) -> Found {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].place >= 0 {
      if slots[slot].hash == hash {
        guard slots[slot].comment != comment else { return .counted }
        slots[slot].comment = comment
        return .known(Int(slots[slot].place))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .new
  }

  /// Where the scores of a new word begin, all 0.
  mutating func makeRoom(for hash: UInt64) -> Int {
    if 2 * (count + 1) > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].place >= 0 { slot = (slot + 1) & (slots.count - 1) }
    let first = scores.count
    slots[slot] = Slot(hash: hash, place: Int32(first), comment: comment)
    scores.append(contentsOf: repeatElement(0, count: labels))
    count += 1
    return first
  }

  /// One comment may hold more unlike words than are remembered.
  private mutating func grow() {
    let before = slots
    slots = Array(repeating: Slot(), count: 2 * before.count)
    for old in before where old.place >= 0 {
      var slot = Int(truncatingIfNeeded: old.hash) & (slots.count - 1)
      while slots[slot].place >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = old
    }
  }
}
