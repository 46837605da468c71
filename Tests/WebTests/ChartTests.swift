import Foundation
import Kernel
import Testing
import Web

struct ChartTests {
  @Test(arguments: [
    ([180, 359, 745], [14, 28, 58]), ([1, 1, 1], [34, 33, 33]), ([0, 0, 7], [0, 0, 100]),
    ([0, 0, 0], [0, 0, 0]), ([1, 0, 999], [0, 0, 100]),
  ])
  func `a hundred people are a hundred, whatever the counts`(counts: [Int], people: [Int]) {
    #expect(HundredPeople.hundred(of: counts) == people)
  }

  private func people(in language: Language) -> String {
    HundredPeople(
      id: "p",
      title: "Who <b>",
      description: "14 & 86",
      detractors: 14,
      passives: 0,
      promoters: 86,
      language: language
    ).svg
  }

  @Test func `those who warn come first in the direction of reading`() {
    #expect(people(in: .english).components(separatedBy: "class=\"fd\"").count == 15)
    #expect(people(in: .english).contains("x=\"4\" y=\"4\""))
    #expect(people(in: .persian).contains("x=\"484\" y=\"4\""))
  }

  @Test func `markup in a name stays text`() {
    #expect(people(in: .english).contains("Who &lt;b&gt;"))
    #expect(people(in: .english).contains("14 &amp; 86"))
  }

  private func scale(_ limits: ClosedRange<Double>, _ marks: [IntervalScale.Mark]) -> String {
    IntervalScale(
      id: "s",
      title: "Score",
      description: "44",
      value: 44,
      interval: 40...48,
      marks: marks,
      limits: limits,
      language: .english
    ).svg
  }

  @Test func `a scale from minus to plus has signs, one of shares has none`() {
    #expect(scale(-100...100, []).contains(">+100<") && scale(-100...100, []).contains(">−100<"))
    #expect(scale(0...100, []).contains(">100<") && scale(0...100, []).contains(">50<"))
  }

  @Test func `marks that would write over each other stand in rows`() {
    let apart = scale(
      -100...100,
      [.init(value: -80, label: "before"), .init(value: 80, label: "goal")]
    )
    let near = (30...34).map { IntervalScale.Mark(value: Double($0), label: "a long label \($0)") }
    #expect(apart.contains("height=\"62\""))
    #expect(!scale(-100...100, near).contains("height=\"62\""))
  }

  @Test func `a fall in a waterfall starts at the level before it and is hatched`() {
    let svg = Waterfall(
      id: "w",
      title: "Growth",
      description: "From 100 to 70.",
      steps: [
        .init(name: "Before", kind: .total(100)), .init(name: "Lost", kind: .change(-30)),
        .init(name: "After", kind: .total(70)),
      ],
      language: .english
    ).svg
    #expect(svg.contains("y=\"22\" width=\"24%\" height=\"64.20\" rx=\"3\" class=\"fd\""))
    #expect(svg.contains(">−30<") && svg.contains("url(#hat)"))
  }

  @Test func `a bar without answers is an empty track`() {
    let svg = RateBar(
      id: "r",
      title: "Till",
      description: "0 %",
      value: 0,
      interval: 0...4,
      full: 100,
      language: .english
    ).svg
    #expect(svg.contains("class=\"trk\"") && !svg.contains("class=\"fa\""))
  }

  @Test func `a table shows rounded numbers and its file has them in full`() {
    let table = DotAndGap(
      id: "g",
      rows: [
        .init(
          name: "=Speed, \"first\"",
          expected: 6.25,
          perceived: 5.5,
          interval: 5.25...5.75,
          verdict: .behind,
          description: "Behind."
        )
      ],
      limits: 1...7,
      language: .persian
    ).table(rows: "Quality", expected: "Expected", perceived: "Perceived")
    #expect(table.html.contains("۶٫۲۵") && table.html.contains("\u{200E}−۰٫۷۵"))
    #expect(
      table.csv.hasSuffix("\r\n\"'=Speed, \"\"first\"\"\",6.25,5.5,5.25,5.75,-0.75\r\n")
    )
  }

  @Test func `a sparkline breaks where nothing is known`() {
    func lines(_ values: [Double?]) -> Int {
      let spark = Sparkline(
        id: "s",
        title: "t",
        description: "d",
        values: values,
        language: .english
      )
      return spark.svg.components(separatedBy: "<polyline").count - 1
    }
    #expect(lines([1, 2, 3]) == 1 && lines([1, 2, nil, 3, 4]) == 2 && lines([]) == 0)
  }
}
