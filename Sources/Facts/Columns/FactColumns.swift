package import Kernel

/// One answer on a scale, or the taking back of one.
///
/// Correcting or erasing an answer adds its opposite, so that a tally is a sum of signs.
package struct Fact: Hashable, Sendable {
  package enum Sign: Int, Sendable {
    case plus = 1
    case minus = -1
  }

  package let question: Int64
  package let day: Day

  /// Points above the scale's zero, 0 through 10: a recommend answer of 7 is 7, on a scale from
  /// 1 to 5 as well as on one from 0 to 10.
  package let points: Int

  package let sign: Sign

  /// Value by name of dimension; an absent name means “not given”.
  package let values: [String: String]

  package init(
    question: Int64,
    day: Day,
    points: Int,
    sign: Sign = .plus,
    values: [String: String] = [:]
  ) {
    precondition((0...10).contains(points), "a score fact holds 0 through 10 points")
    self.question = question
    self.day = day
    self.points = points
    self.sign = sign
    self.values = values
  }

  /// The fact that takes this one back.
  package var opposite: Fact {
    Fact(
      question: question,
      day: day,
      points: points,
      sign: sign == .plus ? .minus : .plus,
      values: values
    )
  }

  var score: UInt8 { Self.score(points: points, sign: sign) }

  /// Points and sign in one byte, as the columns hold them.
  package static func score(points: Int, sign: Sign) -> UInt8 {
    UInt8(points) | (sign == .minus ? Chunk.oppositeBit : 0)
  }
}

/// All facts of a store in columns, partitioned by question.
///
/// A value: a copy is a snapshot that later appends never touch, and costs a few words.
package struct FactColumns: Sendable {
  /// Id of the last ledger row taken in; 0 before the first.
  package internal(set) var head: Int64 = 0

  package internal(set) var dimensions: [DimensionDictionary] = []
  var partitions: [Int64: Partition] = [:]
  private var numbers: [String: Int] = [:]

  package init() {}

  /// The number of facts, opposites included.
  package var count: Int { partitions.values.reduce(0) { $0 + $1.count } }

  /// The memory of all columns, in bytes.
  package var footprint: Int {
    partitions.values.reduce(0) { sum, partition in
      partition.chunks.reduce(sum) { $0 + $1.footprint }
    }
  }

  func number(of dimension: String) -> Int? { numbers[dimension] }

  /// Adds a dictionary, empty or as the store holds it, and gives its number.
  @discardableResult
  package mutating func admit(_ dictionary: DimensionDictionary) -> Int {
    if let number = numbers[dictionary.name] { return number }
    let number = dimensions.count
    dimensions.append(dictionary)
    numbers[dictionary.name] = number
    return number
  }

  /// Appends a fact with words for its dimensions, coding new ones.
  package mutating func append(_ fact: Fact) {
    var row = [UInt32](repeating: DimensionDictionary.notGiven, count: dimensions.count)
    for (name, value) in fact.values {
      let number = admit(DimensionDictionary(name: name))
      while row.count <= number { row.append(DimensionDictionary.notGiven) }
      row[number] = dimensions[number].admit(value)
    }
    append(question: fact.question, day: fact.day, score: fact.score, row: row)
  }

  /// Appends a fact already coded; `row` holds one code per dimension.
  package mutating func append(question: Int64, day: Day, score: UInt8, row: [UInt32]) {
    partitions[question, default: Partition()].append(day: day, score: score, row: row)
  }
}
