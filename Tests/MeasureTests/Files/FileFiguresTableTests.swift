import Kernel
import Testing

@testable import Measure

struct FileFiguresTableTests {
  @Test func `prints groups, interval, base and all together`() async throws {
    let rows = (0..<40).map { "UK,\($0 % 2 == 0 ? 10 : 0)\n" }.joined() + "MEX,9\nMEX,x\n"
    let figures = try await AnswersFile("market,score\n" + rows).measure(
      .asking { $0.groupings = ["market"] }
    )
    #expect(
      figures.table == """
        market  NPS     between   n  promoters  detractors  missing  invalid
        ──────  ───  ──────────  ──  ─────────  ──────────  ───────  ───────  ────────
        MEX     100  −48 and 98   1    100.0 %       0.0 %        0        1  low base
        UK        0  −29 and 29  40     50.0 %      50.0 %        0        0
        ──────  ───  ──────────  ──  ─────────  ──────────  ───────  ───────  ────────
        all       2  −27 and 31  41     51.2 %      48.8 %        0        1

        “between” is the 95 % interval.

        """
    )
  }

  @Test(arguments: [(0.5, "1"), (-0.5, "−1"), (0.4, "0"), (-24.539, "−25"), (11.8, "12")])
  func `a score is shown as a whole number, halves away from nought`(value: Double, text: String) {
    #expect(FigureText.whole(value) == text)
  }
}
