/// Counts that arithmetic takes without overflow and a double without loss.
enum CountLimit {
  static let largest = 1 << 53

  static func contains(_ count: Int) -> Bool { count >= 0 && count <= largest }

  /// The sum of counts; nil when one is negative or all together are too many.
  static func sum(_ counts: some Sequence<Int>) -> Int? {
    var sum = 0
    for count in counts {
      guard contains(count) else { return nil }
      sum += count
      guard sum <= largest else { return nil }
    }
    return sum
  }
}
