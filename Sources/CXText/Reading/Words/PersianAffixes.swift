/// Affixes of Persian that are written apart as often as with a half-space.
enum PersianAffixes {
  static let prefixes: PackedTable<Void> = ["می", "نمی", "بی"]

  static let suffixes: PackedTable<Void> = [
    "ها", "های", "هایی", "هایم", "هایت", "هایش", "هام", "هات", "هاش", "تر", "تری", "ترین",
  ]

  /// Endings that are affixes only after the ه of a participle or an adjective: رفته ام، بسته ی.
  static let suffixesAfterHe: PackedTable<Void> = ["ام", "ای", "ایم", "اید", "اند", "ی"]
}

extension ReadComment {
  /// Joins the last word with the one before where one of them is only an affix of the other.
  mutating func joinAffixes(_ comment: Span<UInt8>) {
    guard words.count > 1 else { return }
    let last = words[words.count - 1]
    let before = words[words.count - 2]
    guard before.kind == .word, before.form.count >= 4 else { return }
    guard
      last.form.count <= 8 && isSuffix(last.form, after: before.form)
        || before.form.count <= 6
          && PersianAffixes.prefixes.contains(PackedForm(bytes, before.form)),
      isOnlySpace(comment, before.source.upperBound..<last.source.lowerBound)
    else { return }
    words.removeLast()
    // The space between them becomes a half-space, two bytes longer.
    bytes.append(0x20)
    bytes.append(0x20)
    var place = last.form.upperBound - 1
    while place >= last.form.lowerBound {
      bytes[place + 2] = bytes[place]
      place -= 1
    }
    bytes[before.form.upperBound] = 0xE2
    bytes[before.form.upperBound + 1] = 0x80
    bytes[before.form.upperBound + 2] = 0x8C
    words[words.count - 1].form = before.form.lowerBound..<last.form.upperBound + 2
    words[words.count - 1].source = before.source.lowerBound..<last.source.upperBound
  }

  private func isSuffix(_ form: Range<Int>, after before: Range<Int>) -> Bool {
    // Only after letters of Arabic, and all begin with one of four letters.
    let second = bytes[form.lowerBound + 1]
    guard second == 0x87 || second == 0xA7 || second == 0xAA || second == 0x8C,
      (0xD8...0xDB).contains(bytes[before.upperBound - 2])
    else { return false }
    let suffix = PackedForm(bytes, form)
    if PersianAffixes.suffixes.contains(suffix) { return true }
    return before.count >= 6 && bytes[before.upperBound - 2] == 0xD9
      && bytes[before.upperBound - 1] == 0x87 && PersianAffixes.suffixesAfterHe.contains(suffix)
  }

  private func isOnlySpace(_ comment: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    guard gap.count >= 1, gap.count <= 4 else { return false }
    var place = gap.lowerBound
    while place < gap.upperBound {
      let scalar = NextScalar(comment, at: place)
      guard scalar.value == 0x20 || scalar.value == 0xA0 || scalar.value == 0x200C else {
        return false
      }
      place = scalar.end
    }
    return true
  }
}
