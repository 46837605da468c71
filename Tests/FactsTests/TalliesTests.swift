import CXMetrics
import Facts
import Kernel
import Testing

struct TalliesTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `equal those of a plain count, whatever is asked`(seed: UInt64) async throws {
    var random = RandomFacts(seed: seed)
    let facts = random.facts(4_000)
    let columns = FactColumns(facts)
    for _ in 0..<20 {
      let inquiry = random.inquiry()
      let tallies = try await columns.tallies(for: inquiry)
      #expect(tallies.byKeys == FactReference.tallies(of: facts, for: inquiry), "\(inquiry)")
    }
  }

  @Test func `are the same over several full chunks and whatever the number of workers`()
    async throws
  {
    var random = RandomFacts(seed: 99)
    let facts = (0..<4).flatMap { _ in random.facts(60_000) }
    let columns = FactColumns(facts)
    for workers in 1...3 {
      let inquiry = random.inquiry()
      let tallies = try await columns.tallies(for: inquiry, workers: workers)
      #expect(tallies.byKeys == FactReference.tallies(of: facts, for: inquiry), "\(inquiry)")
    }
  }

  @Test func `come in the order of the axes`() async throws {
    var random = RandomFacts(seed: 5)
    let columns = FactColumns(random.facts(2_000))
    let tallies = try await columns.tallies(
      for: Inquiry(
        questions: [1],
        groupings: [.calendar(.month, .iso), .dimension("channel")]
      )
    )
    let places = tallies.groups.map {
      [tallies.place(of: $0, on: 0), tallies.place(of: $0, on: 1)]
    }
    #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
    let months = tallies.axes[0].map { key -> Day? in
      if case .starting(let day) = key { day } else { nil }
    }
    #expect(months == (0..<months.count).map { Day(year: 2023, month: 5, day: 1)?.adding($0) })
  }

  @Test func `a fact and its opposite leave no trace`() async throws {
    var random = RandomFacts(seed: 7)
    let facts = random.facts(500)
    let columns = FactColumns(facts + facts.map(\.opposite))
    let inquiry = Inquiry(questions: [1, 2, 3], groupings: [.dimension("touchpoint")])
    #expect(try await columns.tallies(for: inquiry).groups.isEmpty)
    #expect(columns.count == 1_000)
  }

  @Test func `count the first day of a period and leave out its last`() async throws {
    let columns = FactColumns((100..<110).map { .plain(day: $0) })
    func total(_ start: Int32, _ end: Int32) async throws -> Int {
      let period = Period(start: Day(rawValue: start), end: Day(rawValue: end))
      return try await columns.tallies(for: Inquiry(questions: [1], period: period)).total.total
    }
    #expect(try await total(100, 101) == 1)
    #expect(try await total(100, 110) == 10)
    #expect(try await total(99, 111) == 10)
    #expect(try await total(109, 200) == 1)
    #expect(try await total(110, 200) == 0)
    #expect(try await total(0, 100) == 0)
    #expect(try await total(105, 105) == 0)
  }

  @Test func `days before 1970 and far apart are held as well`() async throws {
    let days: [Int32] = [20_000, -30_000, 60_000, 19_000, -29_999]
    let columns = FactColumns(days.map { .plain(day: $0) })
    let tallies = try await columns.tallies(
      for: Inquiry(questions: [1], groupings: [.calendar(.day, .iso)])
    )
    let found = tallies.groups.map { tallies.keys(of: $0) }
    #expect(found == days.sorted().map { [.starting(Day(rawValue: $0))] })
  }

  @Test func `more groups than lie side by side are found through a hash`() async throws {
    let facts = (0..<3_000).map { number in
      NewFact.plain(
        day: Int32(number % 700),
        points: number % 11,
        ["employee": "e\(number)", "product": "p\(number % 1_000)"]
      )
    }
    let inquiry = Inquiry(
      questions: [1],
      groupings: [.dimension("employee"), .dimension("product"), .calendar(.day, .iso)]
    )
    let tallies = try await FactColumns(facts + facts).tallies(for: inquiry)
    #expect(tallies.byKeys == FactReference.tallies(of: facts + facts, for: inquiry))
    #expect(tallies.groups.count == 3_000)
  }

  @Test func `a question nobody answered has no groups`() async throws {
    let tallies = try await FactColumns().tallies(
      for: Inquiry(questions: [9], groupings: [.surveyVersion, .calendar(.month, .iso)])
    )
    #expect(tallies.groups.isEmpty)
    #expect(tallies.total == Tally())
  }

  @Test func `four groupings are refused in words`() async throws {
    let inquiry = Inquiry(
      questions: [1],
      groupings: Array(repeating: .surveyVersion, count: 4)
    )
    let refusal = await #expect(throws: InquiryRefusal.self) {
      _ = try await FactColumns().tallies(for: inquiry)
    }
    #expect(refusal?.description == "figures can be split by at most 3 things at once, not 4")
  }
}

extension NewFact {
  /// A fact of question 1 that says little else.
  static func plain(day: Int32, points: Int = 9, _ values: [String: String] = [:]) -> NewFact {
    NewFact(
      question: 1,
      version: 1,
      day: Day(rawValue: day),
      points: points,
      sign: 1,
      dimensions: values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      response: nil
    )
  }
}

extension Day {
  fileprivate func adding(_ months: Int) -> Day? {
    let month = gregorian.month - 1 + months
    return Day(year: gregorian.year + month / 12, month: month % 12 + 1, day: 1)
  }
}
