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
  init(_ file: ThemesFile, _ choice: ThemesChoice, _ feelings: FeelingReader, _ taught: TextModel?)
  {
    let model = choice.model(file.texts)
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let count = file.texts.count
    let parts = ParallelParts.map(cores) { part in
      var pass = ReadingPass(ThemeReader(model), feelings, choice, taught)
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
    var themes: ThemeReader
    var feelings: FeelingReader
    let choice: ThemesChoice
    var classifier: TextClassifier?
    let placesOfLabels: [Int]

    private(set) var read = ReadThemes()
    private let reader = CommentReader()
    private var comment = ReadComment()

    init(
      _ themes: ThemeReader,
      _ feelings: FeelingReader,
      _ choice: ThemesChoice,
      _ taught: TextModel?
    ) {
      self.themes = themes
      self.feelings = feelings
      self.choice = choice
      classifier = taught.map { TextClassifier($0) }
      placesOfLabels = taught?.labels.map { choice.place(of: $0) ?? 0 } ?? []
    }

    mutating func read(_ text: String, given: [GivenTheme]?) {
      reader.read(text, into: &comment)
      let feeling = feelings.feeling(of: comment)
      read.languages.append(LanguageGuess(of: comment).language)
      read.feelings.append(feeling.whole.feeling)
      let touched = themes.themes(of: comment).map { ThemeMention($0, feeling) }
      read.mentions.append(mentions(text, touched, feeling.whole.feeling, given))
    }

    /// What people gave a comment counts alone; what a model learned from them adds to the words.
    private mutating func mentions(
      _ text: String,
      _ touched: [ThemeMention],
      _ whole: Feeling,
      _ given: [GivenTheme]?
    ) -> [ThemeMention] {
      func felt(_ theme: Int) -> Feeling {
        touched.first { $0.theme == theme }?.feeling ?? whole
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
