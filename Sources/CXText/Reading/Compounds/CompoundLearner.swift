#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Learns which syllables of Vietnamese make a word together, from the comments themselves.
///
/// Two syllables that stand side by side belong together when they do so far more often than chance
/// would have them: normalised pointwise mutual information, ln(p(xy) ∕ (p(x) p(y))) ∕ −ln p(xy),
/// which is 0 for strangers and 1 for two that never go without each other.
///
/// A pair is left out where one of its syllables mostly belongs to a stronger pair on its other
/// side.
///
/// Counts are sums, so that parts learned side by side and merged give what one pass gives.
///
/// - Source: G. Bouma, “Normalized (Pointwise) Mutual Information in Collocation Extraction”,
///   Proceedings of GSCL, 2009.
public struct CompoundLearner: Sendable {
  private var syllables: [UInt64: Counted] = [:]
  private var pairs: [SyllablePair: Int] = [:]
  private var total = 0

  private struct Counted {
    let text: String
    var count: Int
  }

  /// A learner that has seen nothing.
  public init() {}

  /// Takes in a comment; one that is not in Vietnamese is left out.
  public mutating func add(_ comment: ReadComment) {
    let guess = LanguageGuess(of: comment)
    guard guess.languages.contains(.vietnamese) else { return }
    var previous: UInt64?
    for word in comment.words {
      if word.startsLine || word.kind != .word { previous = nil }
      guard word.kind == .word else { continue }
      var syllable = Syllable(comment.bytes, word.form)
      guard syllable.isVietnamese else {
        previous = nil
        continue
      }
      let key = Compounds.key(comment.bytes, word.form)
      syllables[key, default: Counted(text: comment.text(of: word), count: 0)].count += 1
      total += 1
      let isBound = !FunctionSyllables.areFree(comment.bytes, word.form)
      if let previous, isBound { pairs[SyllablePair(previous, key), default: 0] += 1 }
      previous = isBound ? key : nil
    }
  }

  /// Takes in what another has learned, as though its comments had been added here.
  public mutating func merge(_ other: CompoundLearner) {
    syllables.merge(other.syllables) { Counted(text: $0.text, count: $0.count + $1.count) }
    pairs.merge(other.pairs, uniquingKeysWith: +)
    total += other.total
  }

  /// The compounds that were seen often enough and hold together strongly enough.
  ///
  /// - Parameters:
  ///   - minimumCount: how often the two must have stood together; below 2 counts as 2.
  ///   - minimumAssociation: from 0 through 1.
  public func compounds(
    minimumCount: Int = 10,
    minimumAssociation: Double = 0.4
  ) -> Compounds {
    let strengths = associations(minimumCount: max(2, minimumCount)).filter {
      $0.value >= minimumAssociation
    }
    var kept: [SyllablePair: Double] = [:]
    var found: [Compound] = []
    let bonds = Bonds(strengths) { pair, syllable in
      2 * pairs[pair, default: 0] > syllables[syllable]?.count ?? 0
    }
    for (pair, association) in strengths where !bonds.isBetterBound(pair, association) {
      guard let left = syllables[pair.left], let right = syllables[pair.right] else { continue }
      kept[pair] = association
      let text = left.text + " " + right.text
      found.append(Compound(text: text, count: pairs[pair, default: 0], association: association))
    }
    found.sort { ($1.count, $0.text) < ($0.count, $1.text) }
    return Compounds(all: found, strengths: kept)
  }
}

extension CompoundLearner {
  /// How strongly the syllables of each pair are bound.
  private func associations(minimumCount: Int) -> [SyllablePair: Double] {
    var found: [SyllablePair: Double] = [:]
    for (pair, count) in pairs where count >= minimumCount {
      guard let left = syllables[pair.left], let right = syllables[pair.right] else { continue }
      let joint = log(Double(count) / Double(total))
      let alone =
        log(Double(left.count) / Double(total)) + log(Double(right.count) / Double(total))
      found[pair] = joint < 0 ? (joint - alone) / -joint : 0
    }
    return found
  }
}

/// The strongest pair that most of a syllable’s places belong to, as its first and as its second.
private struct Bonds {
  private var asFirst: [UInt64: Double] = [:]
  private var asSecond: [UInt64: Double] = [:]

  init(_ strengths: [SyllablePair: Double], isMost: (SyllablePair, UInt64) -> Bool) {
    for (pair, strength) in strengths {
      if isMost(pair, pair.left) { asFirst[pair.left] = max(asFirst[pair.left] ?? 0, strength) }
      if isMost(pair, pair.right) {
        asSecond[pair.right] = max(asSecond[pair.right] ?? 0, strength)
      }
    }
  }

  /// Whether a pair only arises where another ends or begins: “giúp sinh” of “giúp sinh viên”.
  func isBetterBound(_ pair: SyllablePair, _ strength: Double) -> Bool {
    asFirst[pair.right] ?? 0 > strength || asSecond[pair.left] ?? 0 > strength
  }
}

/// Two syllables of Vietnamese that are one word.
public struct Compound: Hashable, Sendable {
  /// Both, with a space between them.
  public let text: String

  /// How often they stood together.
  public let count: Int

  /// Normalised pointwise mutual information, at most 1.
  public let association: Double
}

/// Two syllables side by side, by the marks of their forms.
struct SyllablePair: Hashable, Sendable {
  let left: UInt64
  let right: UInt64

  init(_ left: UInt64, _ right: UInt64) {
    self.left = left
    self.right = right
  }
}

/// Syllables that stand beside any other and make no compound with it.
enum FunctionSyllables {
  private static let all: PackedTable<Void> = [
    "rất", "quá", "không", "của", "và", "là", "có", "cho", "thì", "mà", "này", "được", "với", "các",
    "những", "cũng", "đã", "đang", "sẽ", "em", "mình", "tôi", "nên", "để", "khi", "như", "vẫn",
    "lại", "ra", "vào", "đi", "rồi", "một", "hai", "còn", "nhưng", "thầy", "cô", "bị", "do", "vì",
    "nếu", "mới", "chỉ", "cái", "con", "hơn", "hơi", "khá", "lắm", "nhé", "ạ", "nha", "phải", "từ",
    "trong", "trên", "đến", "bạn", "anh", "chị", "máy", "rat", "khong", "cua", "va", "la", "co",
    "thi", "ma", "duoc", "voi", "cung", "ở", "về", "theo", "nhiều", "ít", "hay", "tốt", "đẹp",
  ]

  static func areFree(_ bytes: [UInt8], _ form: Range<Int>) -> Bool {
    all.contains(PackedForm(bytes, form))
  }
}
