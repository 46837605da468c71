/// What the words of a comment say about its language.
struct LanguageEvidence {
  /// Of Vietnamese, Persian, English and any other.
  private(set) var weights = InlineArray<4, Double>(repeating: 0)

  /// How many words can be of no other of the first three.
  private(set) var certain = InlineArray<3, Int>(repeating: 0)

  /// Takes in the normal form of a word.
  mutating func add(_ bytes: [UInt8], _ form: Range<Int>) {
    switch bytes[form.lowerBound] {
    case 0x27, 0x61...0x7A: addLatin(bytes, form)
    case 0xC3...0xCA, 0xE1: addLatin(bytes, form)
    case 0xD8...0xDB: addArabic(bytes, form)
    default: weights[3] += 2
    }
  }

  private mutating func addLatin(_ bytes: [UInt8], _ form: Range<Int>) {
    if bytes[form.lowerBound] == 0xE1, !(0xBA...0xBB).contains(bytes[form.lowerBound + 1]) {
      weights[3] += 2
      return
    }
    if VietnameseLetters.areIn(bytes, form), form.count <= 12 {
      weights[0] += 3
      certain[0] += 1
      return
    }
    let packed = PackedForm(bytes, form)
    let marks = CommonWords.latin[packed] ?? []
    if !marks.isEmpty { return addCommon(marks) }
    var syllable = Syllable(bytes, form)
    let isSyllable = syllable.isVietnamese
    if syllable.hasMarks {
      if isSyllable, !syllable.isForeign {
        weights[0] += 2.2
        certain[0] += 1
      } else {
        weights[3] += syllable.isForeign ? 2 : 1
      }
    } else if isSyllable {
      weights[0] += 0.8
      weights[2] += 0.15
    } else {
      addLong(bytes, form)
    }
  }

  /// A word of no list and no syllable: English, unless it ends as those of its neighbours.
  private mutating func addLong(_ bytes: [UInt8], _ form: Range<Int>) {
    guard form.count >= 3 else { return }
    let ending = PackedForm(bytes, form.upperBound - 3..<form.upperBound)
    if CommonWords.foreignEndings.contains(ending) {
      weights[3] += 0.7
      weights[2] += 0.2
    } else {
      weights[2] += CommonWords.englishEndings.contains(ending) ? 1 : 0.6
    }
  }

  private mutating func addCommon(_ marks: CommonWords.Marks) {
    let share = 2 / Double(marks.count)
    if marks.contains(.vietnamese) { weights[0] += share }
    if marks.contains(.english) { weights[2] += share }
    if marks.contains(.foreign) { weights[3] += share }
    if marks == .vietnamese { certain[0] += 1 }
    if marks == .english { certain[2] += 1 }
  }

  private mutating func addArabic(_ bytes: [UInt8], _ form: Range<Int>) {
    let packed = PackedForm(bytes, form)
    let marks = CommonWords.arabicScript[packed] ?? []
    if marks.contains(.foreign) {
      weights[3] += marks.contains(.persian) ? 1 : 2.5
    }
    if marks.contains(.persian) {
      weights[1] += 2
      certain[1] += 1
    }
    guard marks.isEmpty else { return }
    var letters = 0.0
    var foreign = 0.0
    var place = form.lowerBound
    while place + 1 < form.upperBound {
      switch (bytes[place], bytes[place + 1]) {
      case (0xD9, 0xBE), (0xDA, 0x86), (0xDA, 0x98), (0xDA, 0xAF), (0x80, 0x8C): letters += 1
      case (0xD9, 0xB9), (0xDA, 0x88), (0xDA, 0x91), (0xDA, 0xBA): foreign += 1
      default: break
      }
      place += 1
    }
    let hasArticle =
      form.count >= 8 && bytes[form.lowerBound] == 0xD8 && bytes[form.lowerBound + 1] == 0xA7
      && bytes[form.lowerBound + 2] == 0xD9 && bytes[form.lowerBound + 3] == 0x84
    if letters > 0 { certain[1] += 1 }
    weights[1] += letters > 0 ? 2 : hasArticle ? 0 : 0.4
    weights[3] += foreign > 0 ? 3 : hasArticle ? 1.5 : 0.1
  }
}
