import CXMetrics
import CXText
import Kernel
import Tabular

/// What the comments of a file say: how their writers feel, what they speak of, and what is new.
struct ThemesFigures: Sendable {
  let file: ThemesFile
  let confidence: Confidence
  let choice: ThemesChoice

  /// How feeling was told.
  let feelingSource: FeelingSource

  /// Of all comments.
  let feeling: FeelingCounts

  /// Comments by the language they are written in, the commonest first.
  let languages: [(language: LanguageGuess.Language, count: Int)]

  /// Of the scores; nil without them.
  let scale: FeelingScale?

  /// Nil without scores.
  let score: ThemeScore?
  private let offScale: Int

  /// Those most spoken of first; a theme nobody speaks of is there too.
  let themes: [ThemeFigures]

  /// Comments that speak of no theme.
  let untouched: Int
  let periods: CommentPeriods?
  let discovery: CommentDiscovery

  /// How well a model that learned from the file’s own themes does; nil where none did.
  let taught: TextModelQuality?

  /// Reads the comments and measures them, on all cores.
  ///
  /// - Throws: `TextRefusal` for a file without comments.
  static func measure(_ file: ThemesFile, _ question: ThemesQuestion) async throws -> Self {
    guard !file.texts.isEmpty else { throw TextRefusal.noComments }
    let choice = ThemesChoice(question.themes, given: file.given, texts: file.texts)
    let scores = FileScores(file.scores, question.scale)
    let source = FeelingSource(file.texts, scores)
    let taught = TaughtThemes.model(file.texts, file.given, choice)
    let read = ReadThemes(file, choice, source.reader, taught)
    let periods = file.days.isEmpty ? nil : CommentPeriods(file.days, unit: question.unit)
    var context = CommentDiscovery.Context()
    context.sides = scores.sides
    context.periods = periods?.places ?? []
    context.scores = scores.scores
    context.covered = Set(read.mentions.indices.filter { !read.mentions[$0].isEmpty })
    let discovery = try await CommentDiscovery.finding(in: file.texts, context: context)
    return ThemesFigures(file, question, choice, source, scores, read, periods, discovery, taught)
  }

  private init(
    _ file: ThemesFile,
    _ question: ThemesQuestion,
    _ choice: ThemesChoice,
    _ source: FeelingSource,
    _ scores: FileScores,
    _ read: ReadThemes,
    _ periods: CommentPeriods?,
    _ discovery: CommentDiscovery,
    _ taught: TextModel?
  ) {
    self.file = file
    self.choice = choice
    self.periods = periods
    self.discovery = discovery
    confidence = question.confidence
    feelingSource = source
    self.taught = taught?.quality
    var feeling = FeelingCounts()
    for one in read.feelings { feeling.add(one) }
    self.feeling = feeling
    languages = Self.counted(read.languages)
    scale = scores.scale
    offScale = scores.offScale
    score = scores.scale.flatMap {
      ThemeScore(scores.known, of: scores.known, $0, question.confidence)
    }
    untouched = read.mentions.count(where: \.isEmpty)
    var gathering = ThemeGathering(choice.themes, read, periods)
    themes = gathering.figures(scores, discovery.index, question.confidence)
  }

  /// What to know of the file that its lines do not say.
  var remarks: [String] {
    var remarks: [String] = []
    if offScale > 0 {
      remarks.append(
        "scores that are not on the scale: \(offScale); their comments count without one"
      )
    }
    if scale == nil, !file.scores.isEmpty {
      remarks.append("the scores do not say which scale they are on; name it with --scale")
    }
    if periods == nil, !file.days.isEmpty {
      remarks.append("the dates span less than two periods, so nothing is said of change")
    }
    return remarks
  }

  private static func counted(
    _ languages: [LanguageGuess.Language]
  ) -> [(language: LanguageGuess.Language, count: Int)] {
    LanguageGuess.Language.allCases.map { language in
      (language, languages.count { $0 == language })
    }.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
  }
}
