import Foundation
import Kernel
import Testing
import Web

struct TrendChartTests {
  private func chart(_ readings: [TrendChart.Reading?]) -> String {
    TrendChart(
      id: "trend",
      title: "NPS by month",
      description: "It rose.",
      points: readings.enumerated().map { index, reading in
        TrendChart.Point(label: "month \(index + 1)", reading: reading)
      },
      limits: -100...100,
      language: .english
    ).svg
  }

  private let firm = [
    TrendChart.Reading(value: 32, low: 26, high: 38, isLowBase: false),
    TrendChart.Reading(value: 35, low: 29, high: 41, isLowBase: false),
  ]

  @Test func `a month of few answers does not press the others flat`() {
    let thin = TrendChart.Reading(value: 38, low: -100, high: 100, isLowBase: true)
    let svg = chart(firm + [thin])
    #expect(svg.contains(">25<") && svg.contains(">40<"), "ticks fit the firm months")
    #expect(!svg.contains(">−50<") && !svg.contains(">100<"))
    #expect(svg.contains("<circle") && svg.contains("class=\"low\""), "it is shown as such")
    #expect(!svg.contains(" y=\"-"), "nothing lies above the picture")
  }

  @Test func `a value of few answers beyond the scale is an arrow at its edge`() {
    let thin = TrendChart.Reading(value: 100, low: -48, high: 98, isLowBase: true)
    let svg = chart(firm + [thin])
    #expect(!svg.contains(">100<"), "the scale stays that of the firm months")
    #expect(svg.contains("<svg x=\"100%\" y=\"0\" class=\"beyond\">"))
  }

  /// The line, the solid dot and the written value belong to months that carry them.
  @Test func `line and last value end at the last firm month`() {
    let thin = TrendChart.Reading(value: 38, low: -100, high: 100, isLowBase: true)
    let svg = chart(firm + [thin])
    #expect(svg.contains(#/<text x="50%"[^>]* class="s halo">35</text>/#))
    #expect(svg.components(separatedBy: "class=\"dot").count == 2, "one solid dot")
    let line = svg.split(separator: "<polyline class=\"ln\" points=\"").last?.prefix { $0 != "\"" }
    #expect(line?.split(separator: ", ").count == 2)
  }

  @Test func `months of few answers alone keep their intervals`() {
    let svg = chart([
      TrendChart.Reading(value: 50, low: -30, high: 90, isLowBase: true),
      TrendChart.Reading(value: 20, low: -60, high: 80, isLowBase: true),
    ])
    #expect(svg.contains(">−50<") && svg.contains(">50<"))
  }

  @Test func `a month without answers breaks the line`() {
    let svg = chart(firm + [nil] + firm)
    #expect(svg.components(separatedBy: "<polyline").count == 3)
  }
}
