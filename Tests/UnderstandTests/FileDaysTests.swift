import Kernel
import Tabular
import Testing

@testable import Understand

/// The days beside comments.
struct FileDaysTests {
  private func days(_ cells: [String]) -> FileDays {
    var days = FileDays(pattern: nil)
    for cell in cells { days.append(cell) }
    return days
  }

  @Test func `one date that can only have the month first decides for all`() {
    let read = days(["03/04/2026", "12/25/2026"])
    #expect(read.days.map { $0?.description } == ["2026-03-04", "2026-12-25"])
    #expect(read.remark == nil)
  }

  @Test func `where nothing decides, the day is first and people are told`() throws {
    let read = days(["03/04/2026"])
    #expect(read.days.first??.description == "2026-04-03")
    #expect(try #require(read.remark).contains("--date-format"))
  }

  @Test func `what is no date is counted, what is empty is not`() {
    let read = days(["", "2 tuần trước", "2026-03-04"])
    #expect(read.unreadable == 1)
    #expect(read.days.map { $0 == nil } == [true, true, false])
  }

  @Test func `periods follow each other without a gap, each with its comments`() throws {
    let days = ["2026-03-02", "2026-03-08", "2026-03-23"].map { Day($0) }
    let periods = try #require(CommentPeriods(days + [nil], unit: .week))
    #expect(periods.labels == ["2026-W10", "2026-W11", "2026-W12", "2026-W13"])
    #expect(periods.counts == [2, 0, 0, 1])
    #expect(periods.places == [0, 0, 3, nil])
  }

  @Test func `one period alone cannot be compared`() {
    #expect(CommentPeriods([Day("2026-03-02"), Day("2026-03-03")], unit: .month) == nil)
    #expect(CommentPeriods([nil], unit: nil) == nil)
  }
}
