internal import CXMetrics
private import Foundation

extension TextModel {
  /// Learns from comments, on all cores.
  ///
  /// Where the settings ask for nothing in particular, it learns in several ways and keeps the one
  /// whose probabilities were best on comments not learned from.
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
    if settings.isOpen {
      self = try RecipeChoice(comments, settings, date).best()
    } else {
      self = try LearnedModel(comments, settings, date).model
    }
  }

  private static func check(_ comments: LabelledComments) throws(TextRefusal) {
    guard !comments.texts.isEmpty, !comments.labels.isEmpty else { throw .noComments }
    let used = comments.counts.enumerated().filter { $0.element > 0 }
    guard let first = used.first else { throw .noComments }
    let isConstant = used.count == 1 && first.element == comments.texts.count
    guard !isConstant else { throw .oneLabel(comments.labels[first.offset]) }
  }

  /// A model that has learned nothing yet.
  fileprivate init(of comments: LabelledComments, _ settings: LearningSettings, _ date: String) {
    (labels, labelling) = (comments.labels, comments.labelling)
    recipe = settings.recipeTaken
    self.date = date
    (hashes, rarities, weights, starts, scales) = ([], [], [], [], [])
    rule = DecisionRule()
    quality = TextModelQuality(
      comments: comments.texts.count,
      accuracy: 0,
      macroF1: 0,
      microF1: 0,
      calibrationError: 0
    )
  }

  /// The most that a model’s file takes.
  static let bytesMost = 7_500_000

  /// Takes over the pieces that count most, in the order of their numbers.
  fileprivate mutating func keep(_ matrix: CommentMatrix, _ learned: [[Float]]) {
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

/// A model that learned in one way, and where its searches ended.
struct LearnedModel {
  private(set) var model: TextModel
  let ending: Lesson.Ending

  /// Of the probabilities of comments not learned from.
  let logLoss: Double

  /// - Throws: `noComments` where none has a word.
  init(
    _ comments: LabelledComments,
    _ settings: LearningSettings,
    _ date: String
  ) throws(TextRefusal) {
    let matrix = CommentMatrix(comments.texts, settings.recipeTaken)
    try self.init(comments, matrix, settings, date)
  }

  /// - Parameters:
  ///   - matrix: the comments by the recipe of the settings.
  ///   - beginning: where another search ended.
  init(
    _ comments: LabelledComments,
    _ matrix: CommentMatrix,
    _ settings: LearningSettings,
    _ date: String,
    from beginning: Lesson.Ending? = nil
  ) throws(TextRefusal) {
    guard matrix.columnCount > 1 else { throw .noComments }
    let lesson = Lesson(comments, matrix, settings)
    let learned = lesson.learn(from: beginning)
    ending = learned.ending
    model = TextModel(of: comments, settings, date)
    model.scales = learned.labels.map(\.scale)
    model.keep(matrix, learned.labels.map(\.weights))
    let scores = learned.labels.map(\.unseenScores)
    let unseen = UnseenProbabilities(model, scores, comments, lesson.folds)
    model.rule = unseen.rule { _ in true }
    model.quality = unseen.quality(model)
    logLoss = unseen.logLoss
  }
}

extension Float {
  /// Rounded to the 16 bits of the file, half a percent of a percent of which no answer depends on.
  var shortened: Float {
    Float(bitPattern: (bitPattern &+ 0x7FFF &+ (bitPattern >> 16 & 1)) & 0xFFFF_0000)
  }
}
