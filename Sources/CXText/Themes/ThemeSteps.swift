/// The words of all themes as steps from word to word: where one may stand after which words, and
/// what themes have been touched when one is there.
struct ThemeSteps: Sendable {
  private struct Step: Sendable {
    /// Of the place before and the word, or the beginning of one; 0 where the slot is free.
    var key: UInt64 = 0
    var state: UInt32 = 0
  }

  /// A power of two, at most a quarter full, so that the many words of no theme are soon known.
  private var steps = Array(repeating: Step(), count: 4_096)
  private var stepCount = 0
  /// By place: themes touched on arriving.
  private var themes: [[Int]] = [[]]
  /// By place: at which numbers of bytes a stem may end, a bit each.
  private var stemEnds: [UInt64] = [0]

  /// Links and addresses are no words of a theme.
  static func isFollowed(_ kind: ReadComment.Kind) -> Bool {
    kind == .word || kind == .number || kind == .emoji || kind == .symbol
  }

  mutating func append(_ phrase: ReadComment, isStem: Bool, theme: Int) {
    let words = phrase.words.filter { Self.isFollowed($0.kind) }
    guard !words.isEmpty else { return }
    var state: UInt32 = 0
    for (place, word) in words.enumerated() {
      let isLast = place == words.count - 1
      // A stem longer than the mask is wide is taken as a word.
      let isStemHere = isStem && isLast && word.form.count < 64
      if isStemHere { stemEnds[Int(state)] |= 1 << UInt64(word.form.count) }
      var hash = WordHash.start
      for byte in phrase.bytes[word.form] { hash = WordHash.adding(byte, to: hash) }
      state = step(from: state, hash, isStem: isStemHere)
    }
    if !themes[Int(state)].contains(theme) { themes[Int(state)].append(theme) }
  }

  /// Where one is after a word; nil where no phrase goes on. Tells the themes touched.
  func next(
    after state: UInt32,
    _ bytes: [UInt8],
    _ form: Range<Int>,
    touched: (Int) -> Void
  ) -> UInt32? {
    let ends = stemEnds[Int(state)]
    var hash = WordHash.start
    var length = 0
    for place in form {
      hash = WordHash.adding(bytes[place], to: hash)
      length += 1
      if length < 64, ends >> UInt64(length) & 1 == 1,
        let stem = find(Self.key(state, hash, isStem: true))
      {
        for theme in themes[Int(stem)] { touched(theme) }
      }
    }
    guard let next = find(Self.key(state, hash, isStem: false)) else { return nil }
    for theme in themes[Int(next)] { touched(theme) }
    return next
  }

  private static func key(_ state: UInt32, _ hash: UInt64, isStem: Bool) -> UInt64 {
    // The lowest bit keeps a key from being 0.
    WordHash.finished(hash &+ (UInt64(state) << 1 | (isStem ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15) | 1
  }

  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key >> 20) & (steps.count - 1)
    while steps[slot].key != 0, steps[slot].key != key { slot = (slot + 1) & (steps.count - 1) }
    return slot
  }

  private func find(_ key: UInt64) -> UInt32? {
    let found = steps[slot(key)]
    return found.key == 0 ? nil : found.state
  }

  private mutating func step(from state: UInt32, _ hash: UInt64, isStem: Bool) -> UInt32 {
    let key = Self.key(state, hash, isStem: isStem)
    if let known = find(key) { return known }
    let new = UInt32(truncatingIfNeeded: themes.count)
    themes.append([])
    stemEnds.append(0)
    stepCount += 1
    if stepCount * 4 > steps.count { grow() }
    steps[slot(key)] = Step(key: key, state: new)
    return new
  }

  private mutating func grow() {
    let old = steps
    steps = Array(repeating: Step(), count: old.count * 2)
    for step in old where step.key != 0 { steps[slot(step.key)] = step }
  }
}
