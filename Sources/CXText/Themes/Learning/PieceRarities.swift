private import Foundation

/// How rare words and pairs of words are among comments.
///
/// - Formula: √(1 + ln((1 + n)/(1 + d))) for a piece that d of n comments hold.
struct PieceRarities: Sendable {
  /// Of pieces in two comments or more.
  private var counts: [UInt64: Int32] = [:]
  private var comments = 0

  init(_ texts: [String]) {
    let step = max(1, texts.count / ThemeContexts.commentsMost)
    let reader = CommentReader()
    var comment = ReadComment()
    var clues = ThemeClues(ThemeWords(themes: []), themes: 0)
    for place in stride(from: 0, to: texts.count, by: step) {
      reader.read(texts[place], into: &comment)
      clues.number(comment)
      for piece in clues.pieces { counts[piece, default: 0] += 1 }
      comments += 1
    }
    counts = counts.filter { $0.value > 1 }
  }

  func rarity(_ piece: UInt64) -> Float {
    let count = min(Double(counts[piece] ?? 0), Double(comments))
    return Float((1 + log((1 + Double(comments)) / (1 + count))).squareRoot())
  }
}
