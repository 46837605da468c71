/// Which themes comments are about: by the words a business lists, by what stands around those
/// words, and by comments that somebody judged.
///
/// Words alone decide until examples teach more. What examples taught is used only for a theme in
/// which it does well on examples that it has not seen (``ThemeQuality``).
public struct ThemeModel: Sendable {
  /// The themes, in the order given; answers speak of them by their place.
  public private(set) var themes: [Theme]

  /// By theme: how words and what was learned did.
  public private(set) var qualities: [ThemeQuality]

  let words: ThemeWords
  let contexts: ThemeContexts?
  private let rarities: PieceRarities

  /// By theme: comments that nobody judged.
  private var others: [[ThemeLesson.Example]] = []

  /// By theme; nil where words alone decide.
  private(set) var lessons: [ThemeLesson?]

  /// Learns themes.
  ///
  /// - Parameters:
  ///   - themes: with their words and examples.
  ///   - comments: many that nobody judged, to learn from what stands around the words; without
  ///     them words and examples still serve.
  /// - Complexity: linear in the comments, of which 20,000 are read, evenly taken; some seconds.
  public init(themes: [Theme], comments: [String] = []) {
    self.themes = themes
    words = ThemeWords(themes: themes)
    contexts = ThemeContexts(words, themes: themes.count, comments)
    rarities = PieceRarities(comments)
    lessons = Array(repeating: nil, count: themes.count)
    qualities = Array(repeating: ThemeQuality(), count: themes.count)
    others = background(comments)
    for place in themes.indices { learn(place) }
  }

  /// The model after somebody judged more comments for a theme, in well under a second; what else
  /// it learned stays.
  ///
  /// - Parameters:
  ///   - theme: its id; a model that has no such theme is given back as it is.
  ///   - answers: comments, and whether they are about it.
  public func answered(
    _ theme: Theme.ID,
    _ answers: [(text: String, judgement: Theme.Judgement)]
  ) -> ThemeModel {
    guard let place = themes.firstIndex(where: { $0.id == theme }) else { return self }
    var model = self
    for (text, judgement) in answers {
      model.themes[place].examples[judgement, default: []].append(text)
    }
    model.learn(place)
    return model
  }

  private mutating func learn(_ place: Int) {
    var reader = ThemeReader(self)
    var examples: [ThemeLesson.Example] = []
    // In turns, so that each part has some of both.
    let (about, notAbout) = (
      themes[place].examples[.about] ?? [], themes[place].examples[.notAbout] ?? []
    )
    for number in 0..<max(about.count, notAbout.count) {
      if number < about.count {
        examples.append(reader.example(about[number], theme: place, isAbout: true))
      }
      if number < notAbout.count {
        examples.append(reader.example(notAbout[number], theme: place, isAbout: false))
      }
    }
    let quality = ThemeQuality(examples, others[place], rarities)
    qualities[place] = quality
    guard quality.usesExamples else {
      lessons[place] = nil
      return
    }
    var lesson = ThemeLesson(examples, others[place], rarities.rarity)
    (lesson.adds, lesson.removes) = (quality.adds, quality.removes)
    lessons[place] = lesson
  }

  private static let othersMost = 500

  private func background(_ comments: [String]) -> [[ThemeLesson.Example]] {
    var reader = ThemeReader(self)
    var found = Array(repeating: [ThemeLesson.Example](), count: themes.count)
    let step = max(1, comments.count / Self.othersMost)
    for place in stride(from: 0, to: comments.count, by: step) {
      for (theme, example) in reader.examples(comments[place]).enumerated() {
        found[theme].append(example)
      }
    }
    return found
  }
}

/// How words and examples did on a theme’s examples.
public struct ThemeQuality: Hashable, Sendable {
  /// Comments that somebody judged.
  public private(set) var examples = 0

  /// The share of them that words alone have right, from 0 through 1; nil without examples.
  public private(set) var agreementOfWords: Double?

  /// The share that words and what was learned from the other examples have right; nil with too
  /// few examples.
  public private(set) var agreementOfLearned: Double?

  /// Whether comments without a word of the theme may be told to be about it.
  public private(set) var adds = false

  /// Whether comments with a word of it may be told not to be about it.
  public private(set) var removes = false

  /// Whether what was learned is used.
  public var usesExamples: Bool { adds || removes }

  /// Fewer examples teach nothing that could be checked.
  public static let examplesLeast = 6

  private static let parts = 6

  /// So many examples about the theme have none of its words before any comment is added. What is
  /// proposed is hard to judge, so a few more errors than the words make are forgiven.
  private static let unnamedLeast = 3

  /// So many more errors of the words are mended than made before any comment is silenced.
  private static let gainLeast = 3

  init() {}

  init(
    _ examples: [ThemeLesson.Example],
    _ background: [ThemeLesson.Example],
    _ rarities: PieceRarities
  ) {
    self.examples = examples.count
    guard !examples.isEmpty else { return }
    let all = Double(examples.count)
    let words = examples.count { $0.isTouched == $0.isAbout }
    agreementOfWords = Double(words) / all
    guard examples.count >= Self.examplesLeast else { return }
    var gains = (added: 0, removed: 0)
    for part in 0..<Self.parts {
      func isHere(_ place: Int) -> Bool { place % Self.parts == part }
      let others = examples.indices.filter { !isHere($0) }.map { examples[$0] }
      let lesson = ThemeLesson(others, background, rarities.rarity)
      for place in examples.indices where isHere(place) {
        let example = examples[place]
        guard lesson.isTold(example) != example.isTouched else { continue }
        let gain = example.isAbout == example.isTouched ? -1 : 1
        if example.isTouched { gains.removed += gain } else { gains.added += gain }
      }
    }
    let unnamed = examples.count { $0.isAbout && !$0.isTouched }
    adds = unnamed >= Self.unnamedLeast && gains.added * 10 >= -examples.count
    removes = gains.removed >= Self.gainLeast
    let right = words + (adds ? gains.added : 0) + (removes ? gains.removed : 0)
    agreementOfLearned = Double(right) / all
  }
}
