/// What pieces weigh for all themes with a lesson, side by side, so that each piece of a comment is
/// looked up once.
struct LessonWeights {
  /// The themes with a lesson.
  let themes: [Int]

  /// By number of a piece, 0 where the slot is free; a power of two, at most half full.
  private var keys: [UInt64]
  private var rows: [Int32]
  private var weights: [Float] = []

  init(_ lessons: [ThemeLesson?]) {
    themes = lessons.indices.filter { lessons[$0] != nil }
    var pieces: Set<UInt64> = []
    for lesson in lessons { pieces.formUnion(lesson?.pieces ?? []) }
    var size = 16
    while size < 2 * pieces.count { size *= 2 }
    keys = Array(repeating: 0, count: size)
    rows = Array(repeating: 0, count: size)
    // In order, so that equal lessons make equal tables.
    for piece in pieces.sorted() where piece != 0 {
      let slot = slot(of: piece)
      keys[slot] = piece
      rows[slot] = Int32(weights.count)
      for theme in themes { weights.append(lessons[theme]?.weight(of: piece) ?? 0) }
    }
  }

  /// Adds up what pieces weigh, by place in `themes`.
  func sum(_ pieces: [UInt64], _ sums: inout [Float]) {
    for place in sums.indices { sums[place] = 0 }
    for piece in pieces {
      let slot = slot(of: piece)
      guard keys[slot] == piece, piece != 0 else { continue }
      let row = Int(rows[slot])
      for place in sums.indices { sums[place] += weights[row + place] }
    }
  }

  private func slot(of piece: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: piece >> 16) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != piece { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
