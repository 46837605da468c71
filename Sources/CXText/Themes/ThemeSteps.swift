/// The words of all themes as steps from word to word: where one may stand after which words, and
/// what themes have been touched when one is there.
struct ThemeSteps: Sendable {
  private struct Step: Sendable {
    /// Of the place before and the word, or the beginning of one; 0 where the slot is free. Two of
    /// a comment’s words in four thousand million share one with a theme’s by chance.
    var key: UInt32 = 0
    var state: UInt32 = 0
  }

  /// A power of two, at most half full.
  private var steps = Array(repeating: Step(), count: 4_096)
  private var stepCount = 0
  /// By place: themes touched on arriving.
  private var themes: [[Int]] = [[]]
  /// By place: whether any phrase goes on from there.
  private var goesOn = [false]
  /// By place: at which numbers of bytes a stem may end, a bit each.
  private var stemEnds: [UInt64] = [0]

  /// A bit for each of some numbers that a word’s hash may end with, set where a phrase begins with
  /// such a word: it sits in a few kilobytes and turns most words away.
  private var beginnings = Array(repeating: UInt64(0), count: 1 << 9)
  private static let beginningMask: UInt64 = 1 << 15 - 1

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
      if state == 0, !isStemHere {
        let bit = (hash ^ hash >> 32) & Self.beginningMask
        beginnings[Int(bit >> 6)] |= 1 << (bit & 63)
      }
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
    guard goesOn[Int(state)] else { return nil }
    let ends = stemEnds[Int(state)]
    let span = bytes.span
    var hash = WordHash.start
    if ends == 0 {
      for place in form { hash = WordHash.adding(span[place], to: hash) }
    } else {
      var length = 0
      for place in form {
        hash = WordHash.adding(span[place], to: hash)
        length += 1
        if length < 64, ends >> UInt64(length) & 1 == 1,
          let stem = find(Self.key(state, hash, isStem: true))
        {
          for theme in themes[Int(stem)] { touched(theme) }
        }
      }
    }
    if state == 0, !mayBegin(hash) { return nil }
    guard let next = find(Self.key(state, hash, isStem: false)) else { return nil }
    for theme in themes[Int(next)] { touched(theme) }
    return next
  }

  @inline(__always)
  private func mayBegin(_ hash: UInt64) -> Bool {
    let bit = (hash ^ hash >> 32) & Self.beginningMask
    return beginnings[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }

  private static func key(_ state: UInt32, _ hash: UInt64, isStem: Bool) -> UInt32 {
    let step = UInt64(state) << 1 | (isStem ? 1 : 0)
    let key = WordHash.finished(hash &+ step &* 0x9E37_79B9_7F4A_7C15)
    return max(1, UInt32(truncatingIfNeeded: key >> 32))
  }

  private func slot(_ key: UInt32) -> Int {
    var slot = Int(key) & (steps.count - 1)
    while steps[slot].key != 0, steps[slot].key != key { slot = (slot + 1) & (steps.count - 1) }
    return slot
  }

  private func find(_ key: UInt32) -> UInt32? {
    let found = steps[slot(key)]
    return found.key == 0 ? nil : found.state
  }

  private mutating func step(from state: UInt32, _ hash: UInt64, isStem: Bool) -> UInt32 {
    let key = Self.key(state, hash, isStem: isStem)
    if let known = find(key) { return known }
    let new = UInt32(truncatingIfNeeded: themes.count)
    themes.append([])
    stemEnds.append(0)
    goesOn.append(false)
    goesOn[Int(state)] = true
    stepCount += 1
    if stepCount * 2 > steps.count { grow() }
    steps[slot(key)] = Step(key: key, state: new)
    return new
  }

  private mutating func grow() {
    let old = steps
    steps = Array(repeating: Step(), count: old.count * 2)
    for step in old where step.key != 0 { steps[slot(step.key)] = step }
  }
}
