import Testing

@testable import Measure

struct GoalTextTests {
  @Test(arguments: [
    ("50", 50), (" ۵۰ ", 50), ("-12", -12), ("−۱۲", -12), ("82.5", 82.5), ("82,5", 82.5),
    ("۸۲٫۵", 82.5), ("+100", 100), ("60 %", nil), ("60%", 60), ("101", nil), ("-100.1", nil),
    ("1e2", nil), ("fifty", nil), ("", nil), ("8.25", nil), ("0x10", nil), ("nan", nil),
  ])
  func `a goal is read as people type it`(typed: String, value: Double?) {
    #expect(GoalText.value(of: typed, within: -100...100) == value)
  }
}
