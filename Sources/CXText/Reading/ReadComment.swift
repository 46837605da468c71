/// A comment as it was read: its words in their normal form, one after the other, and where each
/// stands in what was written.
///
/// One value is filled again and again (``CommentReader``), so that reading a million
/// comments allocates nothing.
public struct ReadComment: Hashable, Sendable {
  /// The words’ normal forms in UTF-8, a space before the first, between two and after the last.
  public internal(set) var bytes: [UInt8] = []

  /// In the order of the comment.
  public internal(set) var words: [Word] = []

  /// A word, or what stands in the place of one.
  public struct Word: Hashable, Sendable {
    /// What it is.
    public internal(set) var kind: Kind

    /// Its normal form in ``ReadComment/bytes``.
    public internal(set) var form: Range<Int>

    /// Its place in the comment’s own UTF-8, on the boundaries of graphemes where that is valid.
    public internal(set) var source: Range<Int>

    /// Whether a line of the comment begins with it, but for the first.
    public internal(set) var startsLine = false
  }

  /// What stands in the place of a word.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// Letters of any script, with the marks and joiners inside them.
    case word
    /// Digits, with separators inside them; `0` stands for each digit in the normal form.
    case number
    /// One run of the same mark, as `!` or `…`.
    case punctuation
    /// An emoji or an emoticon, by its feeling or its sign.
    case emoji
    /// A web address.
    case link
    /// Someone’s name with an at sign.
    case mention
    /// An address of e-mail.
    case emailAddress
    /// A telephone number.
    case phoneNumber
    /// Any other sign, as `%` or `€`.
    case symbol
  }

  /// An empty comment, to be filled.
  public init() {}

  /// The normal form of a word.
  public func text(of word: Word) -> String { String(decoding: bytes[word.form], as: UTF8.self) }
}
