import Facts
import Kernel

/// Sebastiano Vigna's SplitMix64, so that a failure can be run again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Facts, their corrections, and inquiries after them, all by chance.
struct RandomFacts {
  static let firstDay = Day(rawValue: 19_500)

  /// Different values by dimension: one byte, one byte, two bytes.
  static let sizes = ["touchpoint": 30, "channel": 4, "employee": 700]

  var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func facts(_ count: Int, days: Int = 400) -> [NewFact] {
    var facts: [NewFact] = []
    for _ in 0..<count {
      if let earlier = facts.randomElement(using: &random),
        Int.random(in: 0..<20, using: &random) == 0
      {
        facts.append(earlier.opposite)
      } else {
        facts.append(fact(days: days))
      }
    }
    return facts
  }

  mutating func fact(days: Int = 400) -> NewFact {
    var dimensions: [(dimension: String, value: String)] = []
    for (name, size) in Self.sizes.sorted(by: { $0.key < $1.key }) {
      guard Int.random(in: 0..<10, using: &random) > 0 else { continue }
      dimensions.append((name, "\(name) \(Int.random(in: 0..<size, using: &random))"))
    }
    return NewFact(
      question: Int64.random(in: 1...3, using: &random),
      version: Int64.random(in: 1...4, using: &random),
      day: Self.firstDay + Int.random(in: 0..<days, using: &random),
      points: Int.random(in: 0...10, using: &random),
      sign: 1,
      dimensions: dimensions,
      response: nil
    )
  }

  mutating func inquiry() -> Inquiry {
    var inquiry = Inquiry(questions: (1...Int64.random(in: 1...3, using: &random)).map(\.self))
    if Bool.random(using: &random) {
      let start = Self.firstDay + Int.random(in: -50...420, using: &random)
      inquiry.period = Period(start: start, end: start + Int.random(in: 0...200, using: &random))
    }
    for (name, size) in Self.sizes.sorted(by: { $0.key < $1.key }) {
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      let accepted = (0..<size).filter { _ in Bool.random(using: &random) }.map {
        DimensionValue.value("\(name) \($0)")
      }
      let notGiven: Set<DimensionValue> = Bool.random(using: &random) ? [.notGiven] : []
      inquiry.filters.append(Inquiry.Filter(name, in: notGiven.union(accepted)))
    }
    let jalali = BusinessCalendar(system: .jalali, firstWeekday: 6)
    let groupings: [Inquiry.Grouping] = [
      .dimension("touchpoint"), .dimension("channel"), .dimension("employee"), .surveyVersion,
      .dimension("never given"), .calendar(.day, .iso), .calendar(.week, jalali),
      .calendar(.month, .iso), .calendar(.month, jalali), .calendar(.quarter, .iso),
    ]
    let count = Int.random(in: 0...3, using: &random)
    inquiry.groupings = Array(groupings.shuffled(using: &random).prefix(count))
    return inquiry
  }
}

extension NewFact {
  /// The fact that takes this one back.
  var opposite: NewFact {
    NewFact(
      question: question,
      version: version,
      day: day,
      points: points,
      sign: -sign,
      dimensions: dimensions,
      response: response
    )
  }
}
