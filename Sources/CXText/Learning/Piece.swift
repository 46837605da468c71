/// A piece of a comment that a model weighs: a number of 32 bits, the same in every run of the
/// program and on every machine, and where it stands.
///
/// Two pieces in four thousand million share a number by chance; they are then weighed as one.
struct Piece: Hashable {
  let hash: UInt32
  let place: Place

  /// Whether listed opinions tell it, not the comment’s own words.
  var isOfOpinions = false

  enum Place: Hashable {
    /// Words next to each other.
    case run(ClosedRange<Int>)
    /// All opinions of the comment.
    case opinions
    /// The length of the comment.
    case length
  }
}

/// Takes comments apart into pieces.
struct PieceReader {
  let recipe: PieceRecipe
  private(set) var singles: [UInt64] = []
  private var opinions = OpinionFinder(words: FeelingWords())

  private let senses = WordSense.table

  init(_ recipe: PieceRecipe) { self.recipe = recipe }

  /// Calls `body` with each piece of words, repeated ones again.
  @inline(__always)
  mutating func forEach(of comment: borrowing ReadComment, _ body: (Piece) -> Void) {
    read(comment)
    forEachOfWords(body)
    if recipe.marksOpinions { OpinionPieces(opinions.all, singles).forEach(body) }
  }

  /// The last word of each opinion in the comment that was read last.
  var wordsOfOpinions: [Int] { recipe.marksOpinions ? opinions.all.map { $0.end - 1 } : [] }

  /// The words’ own numbers, of the comment that was read last.
  var wordHashes: [UInt64] { singles }

  /// The words whose spelling counts, by their places: each once, and neither numbers nor signs.
  func unlikeWords(of comment: borrowing ReadComment) -> [Int] {
    var met: Set<UInt64> = []
    return comment.words.indices.filter {
      comment.words[$0].kind == .word && met.insert(singles[$0]).inserted
    }
  }

  @inline(__always)
  private mutating func read(_ comment: borrowing ReadComment) {
    singles.removeAll(keepingCapacity: true)
    let bytes = comment.bytes.span
    for word in comment.words { singles.append(WordNumber.of(bytes, word.form)) }
    if recipe.marksOpinions { opinions.find(in: comment) }
  }

  @inline(__always)
  private func forEachOfWords(_ body: (Piece) -> Void) {
    let words = singles.span
    let count = words.count
    for first in 0..<count {
      var run = words[first]
      body(Piece(hash: Self.shortened(run), place: .run(first...first)))
      var last = first + 1
      while last < count, last - first < recipe.wordsMost {
        run = Self.joined(run, words[last])
        body(Piece(hash: Self.shortened(run), place: .run(first...last)))
        last += 1
      }
      forEachSense(of: words, at: first, body)
    }
    if recipe.marksPlace, count > 0 { forEachAtAnEnd(words, body) }
  }

  /// A word of known sense stands for all words of that sense, alone and after the word before.
  @inline(__always)
  private func forEachSense(of words: Span<UInt64>, at place: Int, _ body: (Piece) -> Void) {
    let known = senses.senses(of: words[place])
    guard known != 0 else { return }
    let before = place > 0 ? senses.senses(of: words[place - 1]) : 0
    for number in 0..<UInt64(WordSense.allCases.count) where known >> UInt8(number) & 1 == 1 {
      let sense = Self.joined(Seed.sense, number)
      body(Piece(hash: Self.shortened(sense), place: .run(place...place)))
      guard place > 0 else { continue }
      let run = Self.joined(sense, words[place - 1])
      body(Piece(hash: Self.shortened(run), place: .run(place - 1...place)))
      guard before != 0 else { continue }
      let turn = Self.joined(sense ^ Seed.turn, UInt64(before))
      body(Piece(hash: Self.shortened(turn), place: .run(place - 1...place)))
    }
  }

  /// Where a comment opens and closes says much: what it is about comes first, the verdict last.
  @inline(__always)
  private func forEachAtAnEnd(_ words: Span<UInt64>, _ body: (Piece) -> Void) {
    let last = words.count - 1
    let (opening, closing) = (words[0] ^ Seed.opening, words[last] ^ Seed.closing)
    body(Piece(hash: Self.shortened(Self.joined(opening, 0)), place: .run(0...0)))
    body(Piece(hash: Self.shortened(Self.joined(closing, 0)), place: .run(last...last)))
    if last > 0 {
      body(Piece(hash: Self.shortened(Self.joined(opening, words[1])), place: .run(0...1)))
      let pair = Self.joined(closing, words[last - 1])
      body(Piece(hash: Self.shortened(pair), place: .run(last - 1...last)))
    }
    let doublings = UInt64(Int.bitWidth - words.count.leadingZeroBitCount)
    body(Piece(hash: Self.shortened(Self.joined(Seed.length, doublings)), place: .length))
  }

  /// The runs of characters of a word and the spaces around it, repeated ones again.
  func forEachOfCharacters(
    of word: ReadComment.Word,
    in comment: borrowing ReadComment,
    _ body: (UInt32) -> Void
  ) {
    // A word too long to be one has no spelling to learn from.
    guard word.form.count <= Self.bytesOfWordMost else { return }
    let bytes = comment.bytes.span
    let limit = word.form.upperBound + 1
    var start = word.form.lowerBound - 1
    while start < limit {
      var run = Seed.characters
      var end = start
      var length = 0
      while length < recipe.charactersMost, end < limit {
        repeat {
          run = (run ^ UInt64(bytes[end])) &* Self.multiplier
          end += 1
        } while end < limit && bytes[end] & 0xC0 == 0x80
        length += 1
        if length > 1 { body(Self.shortened(run) | Self.runBit) }
      }
      repeat { start += 1 } while start < limit && bytes[start] & 0xC0 == 0x80
    }
  }
}

extension PieceReader {
  private enum Seed {
    static let sense: UInt64 = 0xD1B5_4A32_D192_ED03
    static let characters: UInt64 = 0x517C_C1B7_2722_0A95
    static let turn: UInt64 = 0x2545_F491_4F6C_DD1D
    static let opening: UInt64 = 0x9FB2_1C65_1E98_DF25
    static let closing: UInt64 = 0xA076_1D64_78BD_642F
    static let length: UInt64 = 0xE703_7ED1_A0B4_28DB
  }

  /// Set in the numbers of runs of characters, clear in those of words.
  private static let runBit: UInt32 = 1 << 31

  private static let bytesOfWordMost = 96

  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = (first ^ first >> 29) &* multiplier &+ second
    hash = (hash ^ hash >> 32) &* multiplier
    return hash ^ hash >> 29
  }

  @inline(__always)
  static func shortened(_ hash: UInt64) -> UInt32 {
    let mixed = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: mixed >> 32) & ~runBit
  }
}
