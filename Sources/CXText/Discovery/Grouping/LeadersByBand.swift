/// The comments that began a group, by what they may share with those to come.
struct LeadersByBand {
  private let signatures: [CommentSignatures]
  private let likeness: Double
  private var equal: [UInt64: Int] = [:]
  /// A band’s number and, one more than its place, a comment; 0 where there is none. A power of
  /// two, at most two thirds full.
  private var slots: [(key: UInt32, comment: UInt32)]
  private let mask: Int

  init(signatures: [CommentSignatures], likeness: Double) {
    self.signatures = signatures
    self.likeness = likeness
    let count = signatures.reduce(0) { $0 + $1.bandCount }
    var size = 1_024
    while size * 2 < count * 3 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
    mask = size - 1
  }

  /// The earliest comment this one is like; itself where there is none.
  mutating func leader(of comment: Int) -> Int {
    let (piece, place) = comment.quotientAndRemainder(dividingBy: CommentSignatures.pieceSize)
    guard let whole = signatures[piece].wholes[place] else { return comment }
    if let known = equal[whole] { return known }
    let leader = likest(comment, signatures[piece].bands(of: place))
    equal[whole] = leader
    return leader
  }

  private mutating func likest(_ comment: Int, _ bands: ArraySlice<UInt32>) -> Int {
    var met: [Int] = []
    // Of each band the free slot behind its comments, and how many those are.
    var ends: [(slot: Int, known: Int)] = []
    ends.reserveCapacity(bands.count)
    for key in bands {
      var known = 0
      let free = each(key) { leader in
        known += 1
        if !met.contains(leader) { met.append(leader) }
      }
      ends.append((free, known))
    }
    if !met.isEmpty {
      let own = runs(of: comment)
      met.sort()
      for leader in met where CommentRuns.likeness(own, runs(of: leader)) >= likeness {
        return leader
      }
    }
    for (key, end) in zip(bands, ends) where end.known < NearDuplicates.comparisonsMax {
      // Another band of this comment may have taken the slot meanwhile.
      let free = slots[end.slot].comment == 0 ? end.slot : each(key) { _ in }
      slots[free] = (key, UInt32(truncatingIfNeeded: comment + 1))
    }
    return comment
  }

  private func runs(of comment: Int) -> ArraySlice<UInt32> {
    let (piece, place) = comment.quotientAndRemainder(dividingBy: CommentSignatures.pieceSize)
    return signatures[piece].runs(of: place)
  }

  /// The comments of a band in the order they came, and the first free slot behind them.
  @discardableResult
  private func each(_ key: UInt32, _ body: (Int) -> Void) -> Int {
    var slot = Int(truncatingIfNeeded: WordHash.finished(UInt64(key))) & mask
    while slots[slot].comment != 0 {
      if slots[slot].key == key { body(Int(slots[slot].comment) - 1) }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
