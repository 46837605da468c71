/// Finds the word someone probably meant, for messages about unknown names.
enum Spelling {
  /// The nearest of `words` within two letters; nil when none is near.
  ///
  /// - Complexity: the product of the lengths, for each word; long names are not looked at.
  static func nearest(to name: String, among words: [String]) -> String? {
    guard (3...40).contains(name.utf8.count) else { return nil }
    let wanted = Array(name.utf8)
    let near = words.map { (word: $0, steps: distance(wanted, Array($0.utf8))) }
    return near.filter { $0.steps <= min(2, wanted.count / 2) }.min { $0.steps < $1.steps }?.word
  }

  /// How many letters must be put in, taken out or changed (Levenshtein, 1965).
  private static func distance(_ from: [UInt8], _ to: [UInt8]) -> Int {
    var row = Array(0...to.count)
    for (i, left) in from.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in to.enumerated() {
        let changed = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
      }
    }
    return row[to.count]
  }
}
