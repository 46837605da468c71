package import Kernel

/// All facts of a store in columns, partitioned by question.
///
/// A value: a copy is a snapshot that later appends never touch, and costs a few words.
package struct FactColumns: Sendable {
  /// Id of the last ledger row taken in; 0 before the first.
  package internal(set) var head: Int64 = 0

  /// Tells the ledger row at `head` from any other, so that a snapshot of another ledger is seen.
  package internal(set) var mark: UInt64 = 0

  /// The survey's version first, then the others in the order they were first met.
  private(set) var dimensions = [DimensionDictionary(name: Dimension.surveyVersion)]
  private(set) var partitions: [Int64: Partition] = [:]
  private var numbers = [Dimension.surveyVersion: 0]
  private var versionCodes: [Int64: UInt32] = [:]

  package init() {}

  /// The number of facts, opposites included.
  package var count: Int { partitions.values.reduce(0) { $0 + $1.count } }

  /// The memory of all columns, in bytes.
  package var footprint: Int {
    partitions.values.reduce(0) { sum, partition in
      partition.chunks.reduce(sum) { $0 + $1.footprint }
    }
  }

  /// The values of a dimension in the order they were first met; none for one never met.
  package func values(of dimension: String) -> [String] {
    numbers[dimension].map { dimensions[$0].values } ?? []
  }

  /// The dimensions met so far, without the survey's version.
  package var dimensionNames: [String] { dimensions.dropFirst().map(\.name) }

  /// The place of a dimension in `dimensions` and of its code in a row.
  func number(of dimension: String) -> Int? { numbers[dimension] }

  /// As `number(of:)`; a dimension never met is added.
  package mutating func admit(dimension name: String) -> Int {
    if let number = numbers[name] { return number }
    dimensions.append(DimensionDictionary(name: name))
    numbers[name] = dimensions.count - 1
    return dimensions.count - 1
  }

  /// The code of a value, a new one if need be.
  package mutating func admit(_ value: String, dimension number: Int) -> UInt32 {
    dimensions[number].admit(value)
  }

  /// The code of a survey's version.
  package mutating func admit(version: Int64) -> UInt32 {
    if let code = versionCodes[version] { return code }
    let code = dimensions[0].admit(String(version))
    versionCodes[version] = code
    return code
  }

  mutating func append(_ chunk: Chunk, of question: Int64) {
    partitions[question, default: Partition()].append(chunk)
  }

  /// Appends a fact in words, coding new ones.
  package mutating func append(_ fact: NewFact) {
    var row = [UInt32](repeating: DimensionDictionary.notGiven, count: dimensions.count)
    row[0] = admit(version: fact.version)
    for (name, value) in fact.dimensions {
      let number = admit(dimension: name)
      while row.count <= number { row.append(DimensionDictionary.notGiven) }
      row[number] = admit(value, dimension: number)
    }
    append(
      question: fact.question,
      day: fact.day,
      score: Self.score(points: fact.points, sign: fact.sign),
      row: row
    )
  }

  /// Points and sign in one byte, as the columns hold them.
  package static func score(points: Int, sign: Int) -> UInt8 {
    UInt8(points) | (sign < 0 ? Chunk.oppositeBit : 0)
  }

  /// Appends a fact already coded; `row` holds one code per dimension, or fewer.
  package mutating func append(question: Int64, day: Day, score: UInt8, row: [UInt32]) {
    partitions[question, default: Partition()].append(day: day, score: score, row: row)
  }
}
