import Kernel
import Tabular
import Testing

@testable import Measure

struct FileDatesTests {
  private func figures(
    _ dates: [String],
    every unit: CalendarUnit = .month,
    format: String? = nil
  ) async throws -> FileFigures {
    let rows = dates.map { "\($0),9\n" }.joined()
    let file = try AnswersFile("day,score\n" + rows)
    return try await file.measure(
      .asking {
        $0.dates = .init(column: "day", unit: unit, pattern: format.flatMap(DatePattern.init))
      }
    )
  }

  private func periods(_ figures: FileFigures) -> [String] {
    figures.json["groups"]?.array?.compactMap { $0["period"]?.string } ?? []
  }

  @Test(arguments: [
    (CalendarUnit.day, "2021-01-01", "2021-01-01", "2021-01-02"),
    (.week, "2020-W53", "2020-12-28", "2021-01-04"),
    (.month, "2021-01", "2021-01-01", "2021-02-01"),
    (.quarter, "2021-Q1", "2021-01-01", "2021-04-01"),
    (.year, "2021", "2021-01-01", "2022-01-01"),
  ])
  func `names each period and says where it starts and ends`(
    unit: CalendarUnit,
    name: String,
    from: String,
    to: String
  ) async throws {
    let group = try await figures(["2021-01-01"], every: unit).json["groups"]?.array?.first
    #expect(group?["by"] == [:])
    #expect(group?["period"] == .string(name))
    #expect(group?["from"] == .string(from) && group?["to"] == .string(to))
    #expect(group?["n"] == 1)
  }

  @Test func `a named pattern takes two and four digits for a year`() async throws {
    let figures = try await figures(["1/9/21", "25/12/2021", "9/13/21"], format: "d/m/y")
    #expect(periods(figures) == ["2021-09", "2021-12"])
    #expect(figures.rejections.lines.map(\.line) == [4])
    #expect(figures.remarks.isEmpty)
  }

  @Test func `the day comes first when some date proves it and none denies it`() async throws {
    let figures = try await figures(["1/9/21", "2/9/21", "25/12/2021", "2021-03-04"])
    #expect(periods(figures) == ["2021-03", "2021-09", "2021-12"])
    #expect(figures.remarks == ["dates are read day first, as “25/12/2021” on line 4 shows"])
  }

  @Test func `the month comes first when some date proves it and none denies it`() async throws {
    let figures = try await figures(["1/9/21", "12/25/2021"])
    #expect(periods(figures) == ["2021-01", "2021-12"])
    #expect(figures.remarks == ["dates are read month first, as “12/25/2021” on line 3 shows"])
  }

  @Test func `dates that could be either are asked about, not guessed`() async throws {
    let error = await #expect(throws: WrongUsage.self) { try await figures(["1/9/21", "2/9/21"]) }
    #expect(
      error?.reason.hasPrefix("“1/9/21” on line 2 may have the day or the month first") == true
    )
  }

  @Test func `dates that contradict each other are shown, not guessed`() async throws {
    let error = await #expect(throws: WrongUsage.self) {
      try await figures(["25/12/2021", "1/9/21", "12/25/2021"])
    }
    #expect(error?.reason.contains("“25/12/2021” on line 2 has the day first") == true)
    #expect(error?.reason.contains("“12/25/2021” on line 4 the month") == true)
  }

  @Test func `a date that no calendar has decides nothing`() async throws {
    let figures = try await figures(["25/12/2021", "31/31/2021", "31/2/2021"])
    #expect(figures.rejections.lines.map(\.line) == [3, 4])
    #expect(periods(figures) == ["2021-12"])
  }
}
