import CXMetrics
import CXText
import Foundation

/// What every comment of a file speaks of and how it feels, in the file’s order.
struct ReadThemes: Sendable {
  private(set) var languages: [LanguageGuess.Language] = []
  private(set) var feelings: [Feeling] = []
  private(set) var mentions: [[ThemeMention]] = []

  /// Reads all comments, on all cores.
  ///
  /// - Parameter feelings: tells how a comment feels; it is copied for each core.
  init(_ file: ThemesFile, _ choice: ThemesChoice, _ feelings: FeelingReader, _ taught: TextModel?) {
    let words = ThemeWords(themes: choice.themes)
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let count = file.texts.count
    let parts = ParallelParts.map(cores) { part in
      var pass = ReadingPass(words: words, feelings: feelings, choice: choice, taught: taught)
      for row in part * count / cores..<(part + 1) * count / cores {
        pass.read(file.texts[row], given: row < file.given.count ? file.given[row] : nil)
      }
      return pass.read
    }
    for part in parts {
      languages += part.languages
      self.feelings += part.feelings
      mentions += part.mentions
    }
  }

  private init() {}

  /// One core’s reading.
  private struct ReadingPass {
    let words: ThemeWords
    var feelings: FeelingReader
    let choice: ThemesChoice
    var classifier: TextClassifier?
    let placesOfLabels: [Int]

    private(set) var read = ReadThemes()
    private let reader = CommentReader()
    private var comment = ReadComment()
    private var touches: [ThemeWords.Touch] = []

    init(words: ThemeWords, feelings: FeelingReader, choice: ThemesChoice, taught: TextModel?) {
      self.words = words
      self.feelings = feelings
      self.choice = choice
      classifier = taught.map { TextClassifier($0) }
      placesOfLabels = taught?.labels.map { choice.place(of: $0) ?? 0 } ?? []
    }

    mutating func read(_ text: String, given: [GivenTheme]?) {
      reader.read(text, into: &comment)
      let feeling = feelings.feeling(of: comment)
      words.find(in: comment, &touches)
      read.languages.append(LanguageGuess(of: comment).language)
      read.feelings.append(feeling.isBoth ? .neutral : feeling.whole.feeling)
      read.mentions.append(mentions(text, feeling, given))
    }

    /// What people gave a comment counts alone; what a model learned from them adds to the words.
    private mutating func mentions(
      _ text: String,
      _ feeling: CommentFeeling,
      _ given: [GivenTheme]?
    ) -> [ThemeMention] {
      let touched = ThemeMention.all(touches, feeling)
      func felt(_ theme: Int) -> Feeling {
        touched.first { $0.theme == theme }?.feeling ?? feeling.whole.feeling
      }
      if let given {
        return given.compactMap { given in
          choice.place(of: given.theme).map {
            ThemeMention(theme: $0, feeling: given.feeling ?? felt($0))
          }
        }
      }
      guard classifier != nil else { return touched }
      let probabilities = classifier?.probabilities(of: text) ?? []
      let labels = classifier?.model.labels(of: probabilities, certainty: 0) ?? []
      let learned = labels.map { placesOfLabels[$0] }
      let themes = Set(learned).union(touched.map(\.theme)).sorted()
      return themes.map { ThemeMention(theme: $0, feeling: felt($0)) }
    }
  }
}
