import CXMetrics
import Kernel
import Tabular

/// The newest comments of a file by the group of the score beside them, and how many there are.
struct CommentDigest: Sendable {
  /// Comments shown of each group.
  static let shownMax = 3

  /// Characters of a comment that are shown.
  static let charactersMax = 280

  private(set) var rows = 0
  private(set) var comments = 0
  private var newest: [RecommendGroup?: [Comment]] = [:]

  struct Comment: Hashable, Sendable {
    let score: Int?
    let day: Day?
    let text: String
  }

  init() {}

  /// Reads a file through once, at constant memory; lines that cannot be read are passed over.
  init(
    path: String,
    comment: Int,
    score: FileContents.Score?,
    date: Int?
  ) throws(TabularError) {
    var reader = TabularReader(try TabularFile(path: path))
    let dates = DateReader(pattern: nil)
    while true {
      switch try reader.next() {
      case .end: return
      case .rejected: continue
      case .record:
        let points = score.flatMap { Int(reader.text($0.column)) }
        var day: Day?
        if let date, case .day(let told) = dates.reading(of: reader.text(date).plainFieldBytes) {
          day = told
        }
        add(
          reader.text(comment),
          score: points,
          group: points.flatMap { score?.scale.group(of: $0) },
          day: day
        )
      }
    }
  }

  mutating func add(_ text: String, score: Int?, group: RecommendGroup?, day: Day?) {
    rows += 1
    if FieldNumbers.isMissing(text.plainFieldBytes) { return }
    comments += 1
    let shown =
      text.count > Self.charactersMax
      ? text.prefix(Self.charactersMax) + "…" : Substring(text)
    let comment = Comment(score: score, day: day, text: String(shown))
    var kept = newest[group] ?? []
    // Later rows are newer where no day says otherwise.
    let place = kept.firstIndex { older in
      guard let day, let other = older.day else { return true }
      return day >= other
    }
    kept.insert(comment, at: place ?? kept.count)
    // “Good” three times says no more than once.
    var said: Set<String> = []
    kept.removeAll { !said.insert($0.text).inserted }
    newest[group] = Array(kept.prefix(Self.shownMax))
  }

  /// Detractors first, those without a score last.
  var byGroup: [(group: RecommendGroup?, comments: [Comment])] {
    [RecommendGroup.detractor, .passive, .promoter, nil].compactMap { group in
      newest[group].map { (group, $0) }
    }
  }
}
