internal import CXMetrics
private import Foundation

extension TextModel {
  /// Learns from comments, on all cores.
  ///
  /// Where the settings ask for nothing in particular, it learns in several ways and keeps the one
  /// with the best accuracy or micro F1 and macro F1 on comments not learned from.
  ///
  /// - Parameters:
  ///   - comments: with labels.
  ///   - settings: how to learn.
  ///   - date: the day to write into the model.
  /// - Throws: `noComments`; `oneLabel` where nothing tells labels apart.
  /// - Complexity: O(pieces × labels × rounds), some seconds for a hundred thousand short comments.
  public init(
    learning comments: LabelledComments,
    _ settings: LearningSettings = LearningSettings(),
    date: String = ""
  ) throws(TextRefusal) {
    try Self.check(comments)
    let candidates = settings.candidates(for: comments)
    var best = try Self(comments, candidates[0], date)
    for candidate in candidates.dropFirst() {
      let other = try Self(comments, candidate, date)
      if other.quality.figure > best.quality.figure { best = other }
    }
    self = best
  }

  private init(
    _ comments: LabelledComments,
    _ settings: LearningSettings,
    _ date: String
  ) throws(TextRefusal) {
    let matrix = CommentMatrix(comments.texts, settings.recipeTaken)
    guard matrix.columnCount > 1 else { throw .noComments }
    let lesson = Lesson(comments, matrix, settings)
    let learned = lesson.learn()
    labels = comments.labels
    labelling = comments.labelling
    recipe = settings.recipeTaken
    self.date = date
    (hashes, rarities, weights, starts) = ([], [], [], [])
    scales = learned.map(\.scale)
    rule = DecisionRule()
    quality = TextModelQuality(
      comments: comments.texts.count,
      accuracy: 0,
      macroF1: 0,
      microF1: 0,
      calibrationError: 0
    )
    keep(matrix, learned.map(\.weights))
    let unseen = UnseenProbabilities(self, learned.map(\.unseenScores), comments, lesson.folds)
    rule = unseen.rule { _ in true }
    quality = unseen.quality(self)
  }

  private static func check(_ comments: LabelledComments) throws(TextRefusal) {
    guard !comments.texts.isEmpty, !comments.labels.isEmpty else { throw .noComments }
    let used = comments.counts.enumerated().filter { $0.element > 0 }
    guard let first = used.first else { throw .noComments }
    let isConstant = used.count == 1 && first.element == comments.texts.count
    guard !isConstant else { throw .oneLabel(comments.labels[first.offset]) }
  }

  /// The most that a model’s file takes.
  static let bytesMost = 7_500_000

  /// Takes over the pieces that count most, in the order of their numbers.
  private mutating func keep(_ matrix: CommentMatrix, _ learned: [[Float]]) {
    starts = learned.map { $0[0].shortened }
    let room = Self.bytesMost / (6 + 2 * labels.count)
    var columns = Array(1..<matrix.columnCount)
    if columns.count > room {
      let strengths = (0..<matrix.columnCount).map { column in
        matrix.rarities[column] * (learned.map { abs($0[column]) }.max() ?? 0)
      }
      columns.sort { (strengths[$0], matrix.hashes[$1]) > (strengths[$1], matrix.hashes[$0]) }
      columns.removeSubrange(room...)
    }
    columns.sort { matrix.hashes[$0] < matrix.hashes[$1] }
    hashes = columns.map { matrix.hashes[$0] }
    rarities = columns.map { matrix.rarities[$0].shortened }
    weights.reserveCapacity(columns.count * labels.count)
    for column in columns {
      for ofLabel in learned {
        weights.append((matrix.rarities[column] * ofLabel[column]).shortened)
      }
    }
  }
}

extension TextModelQuality {
  /// What models are chosen by.
  fileprivate var figure: Double { microF1 + macroF1 }
}

extension Float {
  /// Rounded to the 16 bits of the file, half a percent of a percent of which no answer depends on.
  var shortened: Float {
    Float(bitPattern: (bitPattern &+ 0x7FFF &+ (bitPattern >> 16 & 1)) & 0xFFFF_0000)
  }
}
