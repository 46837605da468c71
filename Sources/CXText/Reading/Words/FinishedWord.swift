extension ReadComment {
  /// Adds a word that has been read to its end, in the parts it has.
  @inline(__always) mutating func finish(
    _ word: WordInProgress,
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) {
    guard bytes.count > word.form else { return }
    if word.lookalikes > 0, word.latin >= word.lookalikes { writeLookalikes(from: word.form) }
    let source = word.source..<word.sourceEnd
    if word.latin > 0 {
      if word.hasApostrophe || mayLackApostrophe(from: word.form) {
        if splitContraction(from: word.form, source: source, comment) { return }
      }
      // Also a plain word that was drawn out: its end is Vietnamese or not.
      let length = bytes.count - word.form
      if place.shorthand == nil,
        word.isPlain && source.count > length
          || length <= VietnameseShorthand.bytesMax
            && place.shorthands.contains(PackedForm(bytes, word.form..<bytes.count))
      {
        place.shorthand = words.count
      }
    }
    finish(.word, from: word.form, source: source)
    if word.isArabic { joinAffixes(comment) }
  }

  /// Writes letters of Latin for those of Cyrillic and Greek that look like them.
  private mutating func writeLookalikes(from start: Int) {
    let form = [UInt8](bytes[start...])
    bytes.removeSubrange(start...)
    var place = 0
    while place < form.count {
      let scalar = NextScalar(form.span, at: place)
      write(Self.lookalike(of: scalar.value) ?? scalar.value)
      place = scalar.end
    }
  }

  private static func lookalike(of letter: UInt32) -> UInt32? {
    let plain: Unicode.Scalar? =
      switch Unicode.Scalar(letter) {
      case "а", "α": "a"
      case "в", "β": "b"
      case "с", "ϲ": "c"
      case "ԁ": "d"
      case "е", "ε", "ё": "e"
      case "н", "һ", "η": "h"
      case "і", "ι", "ї": "i"
      case "ј": "j"
      case "к", "κ": "k"
      case "ӏ": "l"
      case "м", "μ": "m"
      case "ո", "п": "n"
      case "о", "ο", "σ": "o"
      case "р", "ρ": "p"
      case "ԛ": "q"
      case "г": "r"
      case "ѕ": "s"
      case "т", "τ": "t"
      case "υ": "u"
      case "ν", "ѵ": "v"
      case "ԝ", "ω": "w"
      case "х", "χ": "x"
      case "у", "γ": "y"
      case "ζ": "z"
      default: nil
      }
    return plain?.value
  }
}
