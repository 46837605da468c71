/// Where in a phrase a word may stand, in each of the languages it may be a word of.
///
/// The same letters can be a function word in one language and not in another: Vietnamese “an” is
/// half of “an toàn” (safe), English “an” is nothing by itself.
struct WordPart: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// Emoji: a phrase by themselves, never a part of a longer one.
  static let alone = WordPart(rawValue: 1 << 15)
  /// Numbers and single Latin letters: only between two words, whatever the language.
  static let inner = WordPart(rawValue: 0b111_111)

  static func notFirst(in language: PhraseLanguage) -> WordPart {
    WordPart(rawValue: 1 << (2 * language.rawValue))
  }

  static func notLast(in language: PhraseLanguage) -> WordPart {
    WordPart(rawValue: 2 << (2 * language.rawValue))
  }

  /// Praise and blame, which every subject receives and no subject is.
  static func verdict(in language: PhraseLanguage) -> WordPart {
    WordPart(rawValue: 1 << (8 + language.rawValue))
  }

  /// Hours and weeks: they may be what is complained of, and no subject is made of them.
  static func measure(in language: PhraseLanguage) -> WordPart {
    WordPart(rawValue: 1 << (11 + language.rawValue))
  }
}

/// Whose function words a comment has, told by its letters alone, which is enough to choose
/// between three lists.
enum PhraseLanguage: UInt16, Hashable, Sendable, CaseIterable {
  case english
  case vietnamese
  case persian

  /// - Parameters:
  ///   - words: of the comment.
  ///   - arabic: those that begin with a letter of the Arabic script.
  ///   - marked: those in which a Latin letter bears a mark.
  init(words: Int, arabic: Int, marked: Int) {
    if arabic * 2 > words {
      self = .persian
    } else {
      // Two Vietnamese words in three bear a mark; English ones hardly ever do.
      self = marked * 4 >= words && words > 0 ? .vietnamese : .english
    }
  }
}
