/// Places for the labels of marks along one line, so that neighbours do not write over each other.
///
/// Reckoned for a phone, where room is shortest; on a desk there is only more of it.
struct LabelRows {
  struct Place: Hashable {
    /// 0 is nearest to the line.
    let row: Int
    let anchor: Anchor
  }

  /// Which part of a label stands at its mark, in reading order.
  enum Anchor: String { case start, middle, end }

  /// Pixels of a picture on a phone, and of one character of its text.
  private static let width = 290.0
  private static let character = 6.6

  private var taken: [[ClosedRange<Double>]] = []

  /// The nearest row with room, on the side preferred if the text does not leave the picture there.
  mutating func place(_ text: String, at share: Double, preferring first: Anchor) -> Place {
    let others = [Anchor.start, .end, .middle].filter { $0 != first }
    let fitting = ([first] + others).filter {
      let span = Self.span(of: text, at: share, $0)
      return span.lowerBound >= 0 && span.upperBound <= Self.width
    }
    for row in 0... {
      if row == taken.count { taken.append([]) }
      for anchor in fitting.isEmpty ? [.middle] : fitting {
        let span = Self.span(of: text, at: share, anchor)
        guard !taken[row].contains(where: { $0.overlaps(span) }) else { continue }
        taken[row].append(span)
        return Place(row: row, anchor: anchor)
      }
    }
    return Place(row: taken.count, anchor: first)
  }

  private static func span(
    of text: String,
    at share: Double,
    _ anchor: Anchor
  ) -> ClosedRange<Double> {
    let (place, length) = (share * width, Double(text.count) * character)
    return switch anchor {
    case .start: place...place + length
    case .middle: place - length / 2...place + length / 2
    case .end: place - length...place
    }
  }
}
