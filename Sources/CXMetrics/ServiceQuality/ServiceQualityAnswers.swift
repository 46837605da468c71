/// What one respondent answered to the 22 items.
///
/// - Complexity: 22 bytes and two counts; no allocation.
public struct ServiceQualityAnswers: Sendable {
  /// 0 where there is no legal answer.
  private var points = InlineArray<22, UInt8>(repeating: 0)

  /// Items that were left unanswered.
  public private(set) var missing = 0

  /// Answers that are off the scale or between two of its points.
  public private(set) var invalid = 0

  /// - Throws: `expected22Items` unless there is one answer, or nil, for each item.
  public init(_ answers: some Collection<Double?>) throws(MetricRefusal) {
    guard answers.count == ServiceQualityItem.count else { throw .expected22Items }
    for (place, answer) in answers.enumerated() {
      guard let answer else {
        missing += 1
        continue
      }
      guard let point = ServiceQualityItem.agreement.point(of: answer) else {
        invalid += 1
        continue
      }
      points[place] = UInt8(point + 1)
    }
  }

  /// The legal answer to an item, counted from 1; nil where there is none.
  public subscript(item: Int) -> Int? {
    guard points.indices.contains(item - 1) else { return nil }
    let answer = points[item - 1]
    return answer == 0 ? nil : Int(answer)
  }

  /// The answers as they would read, had the negatively worded items been worded positively.
  public func turned(_ items: NegativeItems) -> Self {
    var turned = self
    for item in 1...ServiceQualityItem.count where items.contains(item) {
      let answer = points[item - 1]
      if answer != 0 { turned.points[item - 1] = 8 - answer }
    }
    return turned
  }
}

/// Items whose statement says something bad, so that an answer x counts as 8 − x.
public struct NegativeItems: Hashable, Sendable, BitwiseCopyable {
  private var bits: UInt32 = 0

  /// Every item is worded positively, as in the questionnaire of 1991.
  public static let none = NegativeItems()

  /// The wording of 1988: items 10–13 and 18–22.
  public static let wordingOf1988 = NegativeItems(known: Array(10...13) + Array(18...22))

  private init(known items: [Int] = []) {
    for item in items { bits |= 1 << UInt32(item) }
  }

  /// - Throws: `invalidInput` for an item outside 1 through 22.
  public init(_ items: [Int]) throws(MetricRefusal) {
    guard items.allSatisfy((1...ServiceQualityItem.count).contains) else { throw .invalidInput }
    self.init(known: items)
  }

  /// Whether the item, counted from 1, is worded negatively.
  public func contains(_ item: Int) -> Bool {
    item > 0 && item <= ServiceQualityItem.count && bits & (1 << UInt32(item)) != 0
  }
}
