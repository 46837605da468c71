/// The language a comment is written in, as far as its words tell.
///
/// Scripts and letters speak first (ơ, đ, ẽ; پ، چ، گ), then common words of each language, then
/// whether a word could be a syllable of Vietnamese: the syllables of Vietnamese are few enough to
/// be written down as a grammar, and hardly any English word of two syllables is one. Text typed
/// without tones is told by the same two.
///
/// - Complexity: one look at each word, no allocation.
public struct LanguageGuess: Hashable, Sendable {
  /// What a comment can be written in.
  public enum Language: String, Hashable, Sendable, CaseIterable {
    /// Vietnamese, with tones or without.
    case vietnamese = "vi"
    /// Persian.
    case persian = "fa"
    /// English.
    case english = "en"
    /// Two of these or more, none of them only by a borrowed word.
    case mixed
    /// Any other, or nothing that is language.
    case other
  }

  /// The language found.
  public let language: Language

  /// From 0 through 1: how much of what the words say speaks for it, less for few words.
  public let confidence: Double

  /// The languages of a mixed comment, most words first; else only the one.
  public let languages: [Language]

  /// Guesses the language of a comment that has been read.
  public init(of comment: ReadComment) {
    var evidence = LanguageEvidence()
    for word in comment.words where word.kind == .word {
      evidence.add(comment.bytes, word.form)
    }
    self.init(evidence)
  }

  /// Guesses the language of a comment.
  public init(of comment: String) {
    self.init(of: CommentReader().read(comment))
  }

  private init(_ evidence: LanguageEvidence) {
    let total = evidence.weights[0] + evidence.weights[1] + evidence.weights[2]
    let all = total + evidence.weights[3]
    guard all > 0 else {
      (language, confidence, languages) = (.other, 0, [.other])
      return
    }
    var best = 0
    for place in 1..<4 where evidence.weights[place] > evidence.weights[best] { best = place }
    let order: [Language] = [.vietnamese, .persian, .english, .other]
    var found = [order[best]]
    if best != 3 {
      for place in 0..<3
      where place != best && evidence.certain[place] >= 3
        && evidence.weights[place] >= 0.3 * total
      { found.append(order[place]) }
    }
    let certainty = all / (all + 0.5)
    language = found.count > 1 ? .mixed : found[0]
    confidence =
      found.count > 1 ? total / all * certainty : evidence.weights[best] / all * certainty
    languages = found
  }
}
